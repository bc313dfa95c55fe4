/// One line of a transaction.
package struct Posting: Hashable, Sendable {
    /// Where the points go, or leave if ``points`` is negative.
    package let account: Account
    /// How many, with a sign; never zero.
    package let points: Int64
    /// Which lot, on the accounts `available`, `held` and `pending`.
    package let lot: LotTerms?
    /// The hold that binds points on `held`; on `pending` the sale that earned them, or the confirmation that said until
    /// when they wait.
    package let owner: JournalPosition?

    /// So many points on an account.
    package init(
        _ account: Account, _ points: Int64, lot: LotTerms? = nil, owner: JournalPosition? = nil
    ) {
        precondition(points != 0, "a posting moves something")
        self.account = account
        self.points = points
        self.lot = lot
        self.owner = owner
    }
}
