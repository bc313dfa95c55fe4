/// `points.grant`: points given by hand.
package struct GrantPoints: Hashable, Sendable {
    /// To whom.
    package let member: MemberReference
    /// How many, above zero.
    package let points: Int64
    /// Why.
    package let reason: String
    /// Who else agreed.
    package let approvedBy: String?
    /// The class; standard if not told.
    package let pointClass: PointClass
    /// The last day; `nil` as the program says.
    package let expiresOn: CivilDate?

    /// Points for a member.
    package init(
        member: MemberReference, points: Int64, reason: String,
        approvedBy: String? = nil, pointClass: PointClass = .standard,
        expiresOn: CivilDate? = nil
    ) {
        self.member = member
        self.points = points
        self.reason = reason
        self.approvedBy = approvedBy
        self.pointClass = pointClass
        self.expiresOn = expiresOn
    }
}
