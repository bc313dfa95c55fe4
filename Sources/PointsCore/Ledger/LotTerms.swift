/// What makes points one lot: class, issuing company, the day they were granted and the day they expire.
///
/// Two grants with the same terms are one lot, because nobody could tell their points apart; so a wallet has no more
/// lots than a member has days with earnings, however busy the days are.
package struct LotTerms: Sendable {
    /// The class of the points.
    package let pointClass: PointClass
    /// The company that issued them and owes their value.
    package let company: String
    /// The business day of the grant.
    package let grantedOn: CivilDate
    /// The last business day on which they may be spent; `nil` for ever.
    package let expiresOn: CivilDate?
    /// Whether the member's activity moves ``expiresOn`` on.
    package let followsActivity: Bool
    /// The row number of the member with whom they came into this one by a merge; 0 for the member's own.
    package let from: Int64

    /// Points of that class and company, spendable to the end of `expiresOn`.
    package init(
        pointClass: PointClass, company: String, grantedOn: CivilDate, expiresOn: CivilDate?,
        followsActivity: Bool = false, from: Int64 = 0
    ) {
        self.pointClass = pointClass
        self.company = company
        self.grantedOn = grantedOn
        self.expiresOn = expiresOn
        self.followsActivity = followsActivity
        self.from = from
    }

    /// The same points with another last day.
    func expiring(on day: CivilDate?) -> LotTerms {
        LotTerms(
            pointClass: pointClass, company: company, grantedOn: grantedOn, expiresOn: day,
            followsActivity: followsActivity, from: from)
    }

    /// The same points from somebody else, or the member's own.
    func from(_ member: Int64) -> LotTerms {
        LotTerms(
            pointClass: pointClass, company: company, grantedOn: grantedOn, expiresOn: expiresOn,
            followsActivity: followsActivity, from: member)
    }

    /// The form that a member's points have in another into whom the member came.
    func brought(by member: Int64) -> LotTerms { from == 0 ? from(member) : self }

    /// The form that points have in the member whose they were.
    func home(to member: Int64) -> LotTerms { from == member ? from(0) : self }

    /// Whether both are points of one grant, though activity may have moved the last day of one of them on.
    func isSameGrant(as other: LotTerms) -> Bool {
        self == (followsActivity ? other.expiring(on: expiresOn) : other)
    }

    /// Whether these points may still be spent on a business day.
    package func isSpendable(on day: CivilDate) -> Bool {
        guard let expiresOn else { return true }
        return day <= expiresOn
    }

    /// Whether these points are spent before others: the consumption order.
    ///
    /// Soonest expiry first; among equals limited classes first, then the oldest grant; points
    /// without expiry last. Who granted them, class and company settle what is left, so that the order is total.
    package func isConsumed(before other: LotTerms) -> Bool {
        if expiresOn != other.expiresOn {
            guard let expiresOn else { return false }
            guard let otherExpiresOn = other.expiresOn else { return true }
            return expiresOn < otherExpiresOn
        }
        if pointClass.isLimited != other.pointClass.isLimited { return pointClass.isLimited }
        if grantedOn != other.grantedOn { return grantedOn < other.grantedOn }
        if followsActivity != other.followsActivity { return !followsActivity }
        if from != other.from { return from < other.from }
        return (pointClass.name, company) < (other.pointClass.name, other.company)
    }
}

// MARK: - Equality

extension LotTerms: Hashable {
    /// Names by their bytes, as the journal keeps them.
    package static func == (left: LotTerms, right: LotTerms) -> Bool {
        left.grantedOn == right.grantedOn && left.expiresOn == right.expiresOn
            && left.followsActivity == right.followsActivity && left.from == right.from
            && left.pointClass.name.hasSameBytes(as: right.pointClass.name)
            && left.company.hasSameBytes(as: right.company)
    }

    /// By the dates: of a day's lots there are few.
    package func hash(into hasher: inout Hasher) {
        hasher.combine(grantedOn)
        hasher.combine(expiresOn)
    }
}
