// MARK: - What names a person goes

extension LedgerStore {
    /// Removes whatever names a member: what they told, what channels call them, and what they are searched by.
    ///
    /// The rows are wiped where they lie; their copies in the log, and in memory, go with ``wipe()``.
    package func erasePersonalData(of member: Int64) throws(StoreError) {
        owesWiping = true
        try eraseProfile(of: member)
        try eraseConsentEvidence(of: member)
        try releaseIdentities(of: member)
        try keepSearchTerms([], of: member)
    }

    /// Removes the keyed hashes by which somebody who left would be recognised.
    package func forget(_ member: Int64) throws(StoreError) {
        let delete = try database.statement("DELETE FROM recognitions WHERE member = ?")
        try delete.bind(member, at: 1)
        try delete.run()
    }

    /// Removes keyed hashes of people who left before a day, at most so many.
    ///
    /// - Returns: How many.
    package func forget(
        leftBefore day: Int64, atMost countMax: Int64
    ) throws(StoreError) -> Int64 {
        let delete = try database.statement(
            """
            DELETE FROM recognitions WHERE hash IN
                (SELECT hash FROM recognitions WHERE day < ? ORDER BY day LIMIT ?)
            """)
        try delete.bind(day, at: 1)
        try delete.bind(countMax, at: 2)
        try delete.run()
        return try database.number("SELECT changes()")
    }

    /// Takes what was erased out of the log and out of memory, unless another connection still reads the log.
    ///
    /// - Returns: Whether nothing is left there.
    package func wipe() throws(StoreError) -> Bool {
        guard owesWiping else { return true }
        guard try database.truncateLog() else { return false }
        // Pages in memory may have bytes of rows that were packed anew; they would get into the next log.
        try database.execute("PRAGMA shrink_memory")
        owesWiping = false
        return true
    }
}
