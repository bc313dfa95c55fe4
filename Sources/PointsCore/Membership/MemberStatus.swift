/// Where a member stands in the circle of joining, leaving and coming back.
package enum MemberStatus: String, Hashable, Sendable, CaseIterable {
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

// MARK: - The fold

extension MemberStatus {
    /// Where somebody stands who has just joined.
    package init(_ joined: Joined) {
        self = joined.isProvisional ? .provisional : .active
    }

    /// Where the member stands after something that happened.
    package func after(_ event: Event) -> MemberStatus {
        switch event {
        case .withdrawn: .withdrawn
        case .rejoined: .active
        default: self
        }
    }

    /// Whether what such a member buys earns.
    func mayEarn(under policy: LifecyclePolicy) -> Bool {
        self == .active || (self == .provisional && policy.provisionalEarns)
    }
}
