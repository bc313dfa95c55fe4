internal import PointsCore
internal import PointsStore

extension JournalRecord {
    /// The entry, which must say of itself what the row says.
    ///
    /// - Throws: ``StoreError/damaged(table:problem:)``
    func agreeingEntry() throws(StoreError) -> Entry {
        let entry = try entry()
        guard entry.position == position, entry.member == member else {
            throw .damaged(
                table: "journal",
                problem: "entry \(position.number) disagrees with its row about place or member")
        }
        return entry
    }
}
