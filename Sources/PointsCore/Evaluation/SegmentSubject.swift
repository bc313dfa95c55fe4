/// Whoever a segment is asked about, as it is known on a business day.
package struct SegmentSubject: Hashable, Sendable {
    /// Where the member stands.
    package let status: MemberStatus
    /// The rank, if there are ranks.
    package let tier: String?
    /// The first day of the current membership.
    package let joinedOn: CivilDate
    /// What the member bought.
    package let value: CustomerValue
    /// The open lots.
    package let lots: [Lot]
    /// When the member was born, if that is known.
    package let birthDate: CivilDate?
    /// The business day of the question.
    package let day: CivilDate

    /// Somebody with all that is known.
    package init(
        status: MemberStatus, tier: String?, joinedOn: CivilDate, value: CustomerValue,
        lots: [Lot], birthDate: CivilDate?, day: CivilDate
    ) {
        self.status = status
        self.tier = tier
        self.joinedOn = joinedOn
        self.value = value
        self.lots = lots
        self.birthDate = birthDate
        self.day = day
    }

    /// A member at a moment.
    package init(
        _ member: Member, under policy: TierPolicy?, bornOn birthDate: CivilDate?,
        at moment: Instant, on day: CivilDate
    ) {
        self.init(
            status: member.status, tier: policy?.tier(of: member.tiers, at: moment).id,
            joinedOn: member.joinedOn, value: member.value, lots: member.wallet.lots,
            birthDate: birthDate, day: day)
    }

    /// Points that may be spent; of these, those that end by a day.
    func points(endingBy last: CivilDate? = nil) -> Int64 {
        lots.reduce(0) { sum, lot in
            guard lot.terms.isSpendable(on: day) else { return sum }
            guard let last else { return sum + lot.points }
            return lot.terms.expiresOn.map { $0 <= last } ?? false ? sum + lot.points : sum
        }
    }
}
