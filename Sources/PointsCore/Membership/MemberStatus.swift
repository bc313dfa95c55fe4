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
