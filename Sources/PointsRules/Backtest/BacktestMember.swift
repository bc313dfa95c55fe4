package import PointsCore

/// What both sides give to a member, in points.
package struct BacktestMember: Hashable, Sendable {
    /// Who.
    package let id: MemberID
    /// By the active rules.
    package let active: Int64
    /// By the draft.
    package let draft: Int64

    /// What the draft gives more; negative if it gives less.
    package var difference: Int64 { draft - active }

    /// Whether the draft changes more for one than for the other; among equals the one who joined first comes first.
    static func changesMore(_ left: BacktestMember, _ right: BacktestMember) -> Bool {
        left.difference.magnitude == right.difference.magnitude
            ? left.id.number < right.id.number
            : left.difference.magnitude > right.difference.magnitude
    }
}
