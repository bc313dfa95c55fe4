/// A hold as replies show it.
package struct HoldView: Hashable, Sendable {
    /// The entry that placed it.
    package let id: JournalPosition
    /// What was set aside.
    package let placed: HoldPlaced
    /// What became of it.
    package let status: HoldStatus
    /// Points that purchases took of it.
    package let captured: Int64

    /// A hold with its status.
    package init(
        id: JournalPosition, placed: HoldPlaced, status: HoldStatus, captured: Int64 = 0
    ) {
        self.id = id
        self.placed = placed
        self.status = status
        self.captured = captured
    }
}
