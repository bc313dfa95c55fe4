/// What leaving, coming back and not having registered mean (`withdrawal`, `rejoin`, `provisional`).
package struct LifecyclePolicy: Hashable, Sendable {
    /// Whether open holds forbid leaving; otherwise they are released.
    package var holdsBlockWithdrawal: Bool
    /// Whether pending points forbid leaving; otherwise they are cancelled.
    package var pendingBlocksWithdrawal: Bool
    /// Days after leaving until personal data is erased; 0 is at once.
    package var eraseAfterDays: Int
    /// Days after leaving within which forfeited points come back.
    package var restoreWithinDays: Int
    /// Months within which the joining bonus is given only once.
    package var joiningBonusEveryMonths: Int
    /// Months after leaving for which a person is recognised.
    package var recogniseForMonths: Int
    /// Whether a card that nobody registered earns.
    package var provisionalEarns: Bool
    /// Whether a card that nobody registered may redeem.
    package var provisionalRedeems: Bool
    /// Days before logging in of which a visitor's activities count for the member; 0 for none.
    package var visitsCountForDays: Int
    /// Whether who comes back has the rank of before, and what counted towards it.
    package var keepsTierOnRejoin: Bool

    /// A policy with all its parts.
    package init(
        holdsBlockWithdrawal: Bool, pendingBlocksWithdrawal: Bool, eraseAfterDays: Int,
        restoreWithinDays: Int, joiningBonusEveryMonths: Int, recogniseForMonths: Int,
        provisionalEarns: Bool, provisionalRedeems: Bool,
        keepsTierOnRejoin: Bool = false, visitsCountForDays: Int = 0
    ) {
        self.holdsBlockWithdrawal = holdsBlockWithdrawal
        self.pendingBlocksWithdrawal = pendingBlocksWithdrawal
        self.eraseAfterDays = eraseAfterDays
        self.restoreWithinDays = restoreWithinDays
        self.joiningBonusEveryMonths = joiningBonusEveryMonths
        self.recogniseForMonths = recogniseForMonths
        self.provisionalEarns = provisionalEarns
        self.provisionalRedeems = provisionalRedeems
        self.keepsTierOnRejoin = keepsTierOnRejoin
        self.visitsCountForDays = visitsCountForDays
    }
}
