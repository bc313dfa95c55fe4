/// Points that were to be taken back and were not there.
package struct Shortfall: Hashable, Sendable {
    /// How many.
    package let points: Int64
    /// What became of them.
    package let policy: ShortfallPolicy
    /// Money to keep back from the refund for them, where the policy says so.
    package let keptFromRefund: Yen

    /// So many points, treated by a policy.
    package init(points: Int64, policy: ShortfallPolicy, keptFromRefund: Yen) {
        self.points = points
        self.policy = policy
        self.keptFromRefund = keptFromRefund
    }

    /// Points whose worth is kept back from a refund where the policy says so; more than goes back cannot be kept, and what
    /// is left is written off.
    init(points: Int64, policy: ShortfallPolicy, refund: Int64, pointValue: Int64) {
        // In 128 bits: without a receipt there may be more points than any balance holds.
        let worth = Int128(points) * Int128(pointValue)
        let kept = policy == .refund ? max(0, min(worth, Int128(refund))) : 0
        self.init(points: points, policy: policy, keptFromRefund: Yen(Int64(kept)))
    }
}
