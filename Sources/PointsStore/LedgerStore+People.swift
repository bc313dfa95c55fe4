package import PointsCore

// MARK: - Personal data

extension LedgerStore {
    /// The member to whom an identity belongs, and since when it is blocked if it was reported lost.
    package func owner(kind: String, value: String) throws(StoreError) -> IdentityOwner? {
        let select = try database.statement(
            "SELECT member, blocked_at FROM identities WHERE kind = ? AND value = ?")
        try select.bind(kind, at: 1)
        try select.bind(value, at: 2)
        defer { select.reset() }
        guard try select.step() else { return nil }
        return IdentityOwner(
            member: select.integer(0),
            blockedAt: select.optionalInteger(1).map { Instant(milliseconds: $0) })
    }

    /// Attaches an identity to a member by an entry.
    package func keep(
        _ identity: IdentityClaim, of member: Int64, since entry: JournalPosition
    ) throws(StoreError) {
        let insert = try database.statement(
            """
            INSERT INTO identities (kind, value, member, verified, since, brought_by)
            VALUES (?1, ?2, ?3, ?4, ?5, ?3)
            """)
        try insert.bind(identity.kind, at: 1)
        try insert.bind(identity.value, at: 2)
        try insert.bind(member, at: 3)
        try insert.bind(identity.isVerified ? 1 : 0, at: 4)
        try insert.bind(entry.number, at: 5)
        try insert.run()
    }

    /// What channels call a member, by kind and value: what is kept of those attached by an entry or before it.
    package func identities(
        of member: Int64, asOf entry: JournalPosition = JournalPosition(Int64.max),
        broughtBy members: [Int64]? = nil
    ) throws(StoreError) -> [IdentityClaim] {
        let select = try database.statement(
            """
            SELECT kind, value, verified, blocked_at, brought_by FROM identities
            WHERE member = ? AND since <= ? ORDER BY kind, value
            """)
        try select.bind(member, at: 1)
        try select.bind(entry.number, at: 2)
        defer { select.reset() }
        var identities: [IdentityClaim] = []
        while try select.step() {
            if let members, !members.contains(select.integer(4)) { continue }
            identities.append(
                IdentityClaim(
                    kind: select.text(0), value: select.text(1),
                    isVerified: select.integer(2) != 0,
                    isBlocked: select.optionalInteger(3) != nil))
        }
        return identities
    }

    /// Says that an identity was made sure of.
    package func verify(_ identity: IdentityClaim) throws(StoreError) {
        let update = try database.statement(
            "UPDATE identities SET verified = 1 WHERE kind = ? AND value = ?")
        try update.bind(identity.kind, at: 1)
        try update.bind(identity.value, at: 2)
        try update.run()
    }

    /// Blocks an identity that was lost, from a moment on; the earliest counts.
    package func block(_ identity: IdentityClaim, at moment: Instant) throws(StoreError) {
        let update = try database.statement(
            """
            UPDATE identities SET blocked_at = min(ifnull(blocked_at, ?1), ?1)
            WHERE kind = ?2 AND value = ?3
            """)
        try update.bind(moment.milliseconds, at: 1)
        try update.bind(identity.kind, at: 2)
        try update.bind(identity.value, at: 3)
        try update.run()
    }

    /// Takes an identity from whom it belongs to.
    package func release(_ identity: IdentityClaim) throws(StoreError) {
        let delete = try database.statement("DELETE FROM identities WHERE kind = ? AND value = ?")
        try delete.bind(identity.kind, at: 1)
        try delete.bind(identity.value, at: 2)
        try delete.run()
    }

    /// Everything that channels call a member names another from now on.
    package func moveIdentities(of member: Int64, to survivor: Int64) throws(StoreError) {
        let update = try database.statement("UPDATE identities SET member = ? WHERE member = ?")
        try update.bind(survivor, at: 1)
        try update.bind(member, at: 2)
        try update.run()
    }

    /// What was attached to some members, and names another now, names the one to whom they belong.
    package func giveBackIdentities(
        to member: Int64, broughtBy members: [Int64], from survivor: Int64
    ) throws(StoreError) {
        for number in members {
            let update = try database.statement(
                "UPDATE identities SET member = ? WHERE member = ? AND brought_by = ?")
            try update.bind(member, at: 1)
            try update.bind(survivor, at: 2)
            try update.bind(number, at: 3)
            try update.run()
        }
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

    /// Remembers by a keyed hash of an identity whose it was, how they lost it and on which day.
    package func keepRecognition(
        _ hash: [UInt8], of member: Int64, reason: Recognition.Reason, on day: CivilDate
    ) throws(StoreError) {
        let insert = try database.statement(
            "INSERT OR REPLACE INTO recognitions (hash, member, reason, day) VALUES (?, ?, ?, ?)")
        try insert.bind(hash, at: 1)
        try insert.bind(member, at: 2)
        try insert.bind(reason.rawValue, at: 3)
        try insert.bind(Int64(day.dayNumber), at: 4)
        try insert.run()
    }

    /// Whose an identity with that keyed hash was last.
    package func recognised(_ hash: [UInt8]) throws(StoreError) -> Recognition? {
        let select = try database.statement(
            "SELECT member, reason FROM recognitions WHERE hash = ?")
        try select.bind(hash, at: 1)
        defer { select.reset() }
        guard try select.step(), let reason = Recognition.Reason(rawValue: select.integer(1))
        else { return nil }
        return Recognition(member: select.integer(0), reason: reason)
    }
}
