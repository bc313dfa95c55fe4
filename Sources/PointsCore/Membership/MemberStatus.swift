/// Where a member stands in the circle of joining, leaving and coming back.
package enum MemberStatus: String, Hashable, Sendable, CaseIterable {
    /// A browser or device that nobody has logged in with: it has a history and no points.
    case visitor
    /// A card was handed out and nobody has registered.
    case provisional
    /// A member.
    case active
    /// Barred for a time.
    case suspended
    /// Left; may come back.
    case withdrawn
    /// Became part of another member.
    case merged
}

// MARK: - What it allows

extension MemberStatus {
    /// Whether such a member may pay with points.
    func maySpend(under policy: LifecyclePolicy) -> Bool {
        self == .active || (self == .provisional && policy.provisionalRedeems)
    }

    /// Whether what such a member buys earns.
    func mayEarn(under policy: LifecyclePolicy) -> Bool {
        self == .active || (self == .provisional && policy.provisionalEarns)
    }
}
