/// `points.adjust`: a balance corrected by hand, up or down.
package struct AdjustPoints: Hashable, Sendable {
    /// Whose.
    package let member: MemberReference
    /// By how much, with a sign; not zero.
    package let points: Int64
    /// Why.
    package let reason: String
    /// Who else agreed.
    package let approvedBy: String?

    /// A correction.
    package init(
        member: MemberReference, points: Int64, reason: String, approvedBy: String? = nil
    ) {
        self.member = member
        self.points = points
        self.reason = reason
        self.approvedBy = approvedBy
    }
}
