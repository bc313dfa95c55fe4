package import PointsCore

// MARK: - Who looked at whom

extension LedgerStore {
    /// Writes a look down.
    package func append(_ look: LookRow) throws(StoreError) {
        let insert = try database.statement(
            """
            INSERT INTO audit
                (at, method, key, unmasked, members, shown, channel, store, terminal, actor)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            """)
        try insert.bind(look.at.milliseconds, at: 1)
        try insert.bind(look.method, at: 2)
        try insert.bind(look.key, at: 3)
        try insert.bind(look.isUnmasked ? 1 : 0, at: 4)
        try insert.bind(look.members.map(String.init).joined(separator: " "), at: 5)
        try insert.bind(look.shown, at: 6)
        try insert.bind(look.channel, at: 7)
        try insert.bind(look.store, at: 8)
        try insert.bind(look.terminal, at: 9)
        try insert.bind(look.actor, at: 10)
        try insert.run()
        let number = try database.number("SELECT last_insert_rowid()")
        let place = try database.statement(
            "INSERT OR IGNORE INTO audited (member, look) VALUES (?, ?)")
        for member in look.members {
            try place.bind(member, at: 1)
            try place.bind(number, at: 2)
            try place.run()
        }
    }

    /// Looks from a number backwards, as long as `visit` asks for more; only those at a member if one is named.
    package func forEachLook(
        from start: Int64, at member: Int64?,
        _ visit: (Int64, LookRow) throws(StoreError) -> Bool
    ) throws(StoreError) {
        let select =
            if member == nil {
                try database.statement(
                    """
                    SELECT number, at, method, key, unmasked, members, shown, channel, store,
                        terminal, actor
                    FROM audit WHERE number <= ? ORDER BY number DESC
                    """)
            } else {
                try database.statement(
                    """
                    SELECT number, at, method, key, unmasked, members, shown, channel, store,
                        terminal, actor
                    FROM audited JOIN audit ON audit.number = audited.look
                    WHERE audited.look <= ? AND audited.member = ? ORDER BY audited.look DESC
                    """)
            }
        try select.bind(start, at: 1)
        if let member { try select.bind(member, at: 2) }
        defer { select.reset() }
        while try select.step() {
            guard try visit(select.integer(0), LookRow(select)) else { return }
        }
    }

    /// The number of the last look before a moment; 0 if there is none.
    package func lastLook(before moment: Instant) throws(StoreError) -> Int64 {
        let select = try database.statement(
            "SELECT number FROM audit WHERE at < ? ORDER BY at DESC, number DESC LIMIT 1")
        try select.bind(moment.milliseconds, at: 1)
        defer { select.reset() }
        return try select.step() ? select.integer(0) : 0
    }

    /// Removes looks from before a moment, at most so many.
    ///
    /// - Returns: How many.
    package func removeLooks(
        before moment: Instant, atMost countMax: Int64
    ) throws(StoreError) -> Int64 {
        let select = try database.statement(
            "SELECT number, members FROM audit WHERE at < ? ORDER BY at LIMIT ?")
        try select.bind(moment.milliseconds, at: 1)
        try select.bind(countMax, at: 2)
        var looks: [(number: Int64, members: [Int64])] = []
        while try select.step() {
            let members = select.text(1).split(separator: " ").compactMap { Int64($0) }
            looks.append((select.integer(0), members))
        }
        let place = try database.statement("DELETE FROM audited WHERE member = ? AND look = ?")
        let row = try database.statement("DELETE FROM audit WHERE number = ?")
        for look in looks {
            for member in look.members {
                try place.bind(member, at: 1)
                try place.bind(look.number, at: 2)
                try place.run()
            }
            try row.bind(look.number, at: 1)
            try row.run()
        }
        return Int64(looks.count)
    }
}
