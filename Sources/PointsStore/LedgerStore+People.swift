package import PointsCore

// MARK: - Personal data

extension LedgerStore {
    /// The member to whom an identity belongs, by row number.
    package func owner(kind: String, value: String) throws(StoreError) -> Int64? {
        let select = try database.statement(
            "SELECT member FROM identities WHERE kind = ? AND value = ?")
        try select.bind(kind, at: 1)
        try select.bind(value, at: 2)
        defer { select.reset() }
        return try select.step() ? select.integer(0) : nil
    }

    /// Attaches an identity to a member by an entry.
    package func keep(
        _ identity: IdentityClaim, of member: Int64, since entry: JournalPosition
    ) throws(StoreError) {
        let insert = try database.statement(
            "INSERT INTO identities (kind, value, member, verified, since) VALUES (?, ?, ?, ?, ?)")
        try insert.bind(identity.kind, at: 1)
        try insert.bind(identity.value, at: 2)
        try insert.bind(member, at: 3)
        try insert.bind(identity.isVerified ? 1 : 0, at: 4)
        try insert.bind(entry.number, at: 5)
        try insert.run()
    }

    /// What channels call a member, by kind and value: what is kept of those attached by an entry or before it.
    package func identities(
        of member: Int64, asOf entry: JournalPosition = JournalPosition(Int64.max)
    ) throws(StoreError) -> [IdentityClaim] {
        let select = try database.statement(
            """
            SELECT kind, value, verified FROM identities WHERE member = ? AND since <= ?
            ORDER BY kind, value
            """)
        try select.bind(member, at: 1)
        try select.bind(entry.number, at: 2)
        defer { select.reset() }
        var identities: [IdentityClaim] = []
        while try select.step() {
            identities.append(
                IdentityClaim(
                    kind: select.text(0), value: select.text(1),
                    isVerified: select.integer(2) != 0))
        }
        return identities
    }

    /// Takes all identities from a member.
    package func releaseIdentities(of member: Int64) throws(StoreError) {
        let delete = try database.statement("DELETE FROM identities WHERE member = ?")
        try delete.bind(member, at: 1)
        try delete.run()
    }

    /// Keeps what a member told about themself.
    package func keepProfile(_ content: String, of member: Int64) throws(StoreError) {
        let insert = try database.statement(
            "INSERT OR REPLACE INTO profiles (member, content) VALUES (?, ?)")
        try insert.bind(member, at: 1)
        try insert.bind(content, at: 2)
        try insert.run()
    }

    /// A member's date of birth as it was told; `nil` if it was not.
    package func birthDate(of member: Int64) throws(StoreError) -> String? {
        let select = try database.statement(
            "SELECT json_extract(content, '$.birthDate') FROM profiles WHERE member = ?")
        try select.bind(member, at: 1)
        defer { select.reset() }
        guard try select.step() else { return nil }
        let text = select.text(0)
        return text.isEmpty ? nil : text
    }

    /// Forgets what a member told about themself.
    package func eraseProfile(of member: Int64) throws(StoreError) {
        let delete = try database.statement("DELETE FROM profiles WHERE member = ?")
        try delete.bind(member, at: 1)
        try delete.run()
    }

    /// Remembers by a keyed hash of an identity who left.
    package func keepRecognition(
        _ hash: [UInt8], of member: Int64, leftOn day: CivilDate
    ) throws(StoreError) {
        let insert = try database.statement(
            "INSERT OR REPLACE INTO recognitions (hash, member, left_on) VALUES (?, ?, ?)")
        try insert.bind(hash, at: 1)
        try insert.bind(member, at: 2)
        try insert.bind(Int64(day.dayNumber), at: 3)
        try insert.run()
    }

    /// Who left under an identity with that keyed hash.
    package func recognised(_ hash: [UInt8]) throws(StoreError) -> Int64? {
        let select = try database.statement("SELECT member FROM recognitions WHERE hash = ?")
        try select.bind(hash, at: 1)
        defer { select.reset() }
        return try select.step() ? select.integer(0) : nil
    }
}
