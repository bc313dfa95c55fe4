package import PointsCore

/// A row of the journal: an entry's canonical bytes and the hash that ties it to the member's chain.
package struct JournalRecord: Hashable, Sendable {
    /// The entry's place.
    package let position: JournalPosition
    /// The member it is about, by row number; 0 for the program.
    package let member: Int64
    /// The entry in its canonical form.
    package let body: [UInt8]
    /// SHA-256(hash of the member's entry before ‖ `body`).
    package let hash: [UInt8]

    /// A row of the journal.
    package init(position: JournalPosition, member: Int64, body: [UInt8], hash: [UInt8]) {
        self.position = position
        self.member = member
        self.body = body
        self.hash = hash
    }

    /// The entry.
    ///
    /// - Throws: ``StoreError/damaged(table:problem:)`` if the bytes are not in the canonical form.
    package func entry() throws(StoreError) -> Entry {
        do throws(LedgerFault) {
            return try Entry(record: body)
        } catch {
            throw .damaged(
                table: "journal", problem: "entry \(position.number): \(error.message)")
        }
    }
}
