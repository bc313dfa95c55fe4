/// A member's rank as replies show it.
package struct TierView: Hashable, Sendable {
    /// The rank.
    package let tier: TierPolicy.Tier
    /// The first business day with it.
    package let since: CivilDate
    /// The last business day before it is reviewed; `nil` for the lowest.
    package let keptThrough: CivilDate?
    /// What counts now.
    package let basis: Int64
    /// The next rank; `nil` for the highest.
    package let next: Next?

    /// The rank above.
    package struct Next: Hashable, Sendable {
        /// Its id.
        package let id: String
        /// What must count besides.
        package let missing: Int64

        /// A rank that is so far away.
        package init(id: String, missing: Int64) {
            self.id = id
            self.missing = missing
        }
    }

    /// A rank with what is known of it.
    package init(
        tier: TierPolicy.Tier, since: CivilDate, keptThrough: CivilDate?, basis: Int64,
        next: Next?
    ) {
        self.tier = tier
        self.since = since
        self.keptThrough = keptThrough
        self.basis = basis
        self.next = next
    }

    /// The rank that a record comes to at a moment, with every review that is due by then.
    package init(
        _ record: TierRecord, joinedOn: CivilDate, under policy: TierPolicy,
        reviewedBy policies: TierTimeline, at moment: Instant, in calendar: BusinessCalendar
    ) {
        let record = policies.judged(record, at: moment, in: calendar)
        self.init(
            record.standing,
            basis: policy.basis(of: record, on: calendar.businessDay(of: moment)),
            joinedOn: joinedOn, under: policy, in: calendar)
    }

    /// A rank with what counts; the lowest is as old as the membership.
    package init(
        _ standing: TierStanding?, basis: Int64, joinedOn: CivilDate, under policy: TierPolicy,
        in calendar: BusinessCalendar
    ) {
        let place = policy.place(of: standing?.tier)
        tier = policy.tiers[place]
        since = standing.map { calendar.businessDay(of: $0.since) } ?? joinedOn
        keptThrough = standing?.keptThrough
        self.basis = basis
        next = policy.tiers.dropFirst(place + 1).first.map {
            Next(id: $0.id, missing: max(0, $0.from - basis))
        }
    }
}
