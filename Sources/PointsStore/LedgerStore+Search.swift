package import PointsCore

// MARK: - Finding people

extension LedgerStore {
    /// Members whose profile or identities were touched and whose search terms were not made anew since.
    ///
    /// Whoever touches the tables, triggers of the connection note it, so that no way around the terms can be forgotten.
    package func takeTouchedPeople() throws(StoreError) -> [Int64] {
        let select = try database.statement("SELECT member FROM temp.touched_people")
        defer { select.reset() }
        var numbers: [Int64] = []
        while try select.step() { numbers.append(select.integer(0)) }
        guard !numbers.isEmpty else { return [] }
        try database.statement("DELETE FROM temp.touched_people").run()
        return numbers
    }

    static func watchPeople(_ database: Database) throws(StoreError) {
        try database.execute(
            "CREATE TEMP TABLE IF NOT EXISTS touched_people (member INTEGER PRIMARY KEY)")
        for table in ["identities", "profiles"] {
            for (event, row) in [("INSERT", "NEW"), ("UPDATE", "NEW"), ("DELETE", "OLD")] {
                try database.execute(
                    """
                    CREATE TEMP TRIGGER touched_\(table)_\(event) AFTER \(event) ON main.\(table)
                    BEGIN INSERT OR IGNORE INTO touched_people VALUES (\(row).member); END
                    """)
            }
        }
        // An identity that moves on is touched at both ends.
        try database.execute(
            """
            CREATE TEMP TRIGGER touched_identities_from AFTER UPDATE ON main.identities
            BEGIN INSERT OR IGNORE INTO touched_people VALUES (OLD.member); END
            """)
    }

    /// Puts terms in the place of those that a member had.
    package func keepSearchTerms(
        _ terms: Set<SearchTerm>, of member: Int64
    ) throws(StoreError) {
        let delete = try database.statement("DELETE FROM search_terms WHERE member = ?")
        try delete.bind(member, at: 1)
        try delete.run()
        let insert = try database.statement(
            "INSERT INTO search_terms (kind, term, member) VALUES (?, ?, ?)")
        for term in terms {
            try insert.bind(term.kind.rawValue, at: 1)
            try insert.bind(term.text, at: 2)
            try insert.bind(member, at: 3)
            try insert.run()
        }
    }

    /// Members who have a term that begins like this, in the order of the terms, at most so many rows.
    package func members(
        beginning term: SearchTerm, atMost countMax: Int64
    ) throws(StoreError) -> [Int64] {
        let select = try database.statement(
            """
            SELECT member FROM search_terms WHERE kind = ?1 AND term >= ?2 AND term < ?3
            ORDER BY term, member LIMIT ?4
            """)
        try LedgerStore.bind(term, to: select)
        try select.bind(countMax, at: 4)
        return try LedgerStore.numbers(select)
    }

    /// The same of those who have another term besides, that begins like the second.
    package func members(
        beginning term: SearchTerm, and other: SearchTerm, atMost countMax: Int64
    ) throws(StoreError) -> [Int64] {
        let select = try database.statement(
            """
            SELECT member FROM search_terms WHERE kind = ?1 AND term >= ?2 AND term < ?3
                AND EXISTS (SELECT 1 FROM search_terms AS other
                    WHERE other.member = search_terms.member AND other.kind = ?5
                        AND other.term >= ?6 AND other.term < ?7)
            ORDER BY term, member LIMIT ?4
            """)
        try LedgerStore.bind(term, to: select)
        try select.bind(countMax, at: 4)
        try LedgerStore.bind(other, to: select, from: 5)
        return try LedgerStore.numbers(select)
    }

    private static func bind(
        _ term: SearchTerm, to select: Statement, from index: Int32 = 1
    ) throws(StoreError) {
        try select.bind(term.kind.rawValue, at: index)
        try select.bind(term.text, at: index + 1)
        // No text has the last scalar of Unicode in it.
        try select.bind(term.text + "\u{10ffff}", at: index + 2)
    }

    private static func numbers(_ select: Statement) throws(StoreError) -> [Int64] {
        defer { select.reset() }
        var numbers: [Int64] = []
        while try select.step() { numbers.append(select.integer(0)) }
        return numbers
    }

    /// What a member told about themself; `nil` if nothing is kept.
    package func profile(of member: Int64) throws(StoreError) -> Profile? {
        let select = try database.statement(
            """
            SELECT fields.key, fields.value FROM profiles, json_each(profiles.content) AS fields
            WHERE member = ?
            """)
        try select.bind(member, at: 1)
        defer { select.reset() }
        var values: [String: String] = [:]
        while try select.step() { values[select.text(0)] = select.text(1) }
        return values.isEmpty ? nil : Profile(values: values)
    }
}
