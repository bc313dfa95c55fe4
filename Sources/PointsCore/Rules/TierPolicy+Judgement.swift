// MARK: - Ranks by place

extension TierPolicy {
    /// Whether sales of a channel count.
    package func counts(_ channel: String) -> Bool { channels?.contains(channel) ?? true }

    /// The place of the rank that so much carries.
    package func place(carriedBy basis: Int64) -> Int {
        tiers.lastIndex { $0.from <= basis } ?? 0
    }

    /// The place of a rank, or of the one that took its place; a name that the policy does not have is the lowest.
    package func place(of id: String?) -> Int {
        guard let id else { return 0 }
        return tiers.firstIndex { $0.id == id || $0.replaces.contains(id) } ?? 0
    }

    /// The rank by which something is judged that happens at a moment.
    package func tier(of record: TierRecord, at moment: Instant) -> Tier {
        tiers[place(of: record.tier(at: moment))]
    }

    /// What counts on a day.
    package func basis(of record: TierRecord, on day: CivilDate) -> Int64 {
        record.sum(of: metric, in: window.range(on: day))
    }
}

// MARK: - Up at once

extension TierPolicy {
    /// What a sale at a moment counts, and the rank that its buyer has from then on, if that is a higher one or kept longer.
    ///
    /// A sale that arrives late is counted in its month and judged with what has come since: whoever has reached a rank by
    /// both has it from the later one on. Nobody rises who has not registered.
    package func step(
        counting amount: Int64, for record: TierRecord, mayRise: Bool, at moment: Instant,
        in calendar: BusinessCalendar
    ) -> TierStep {
        let count = TierCount(
            metric: metric, month: calendar.businessDay(of: moment).firstOfMonth, amount: amount)
        let reachedAt = max(moment, record.latestSale ?? moment)
        var counted = record
        counted.add(count)
        let change =
            mayRise
            ? standing(after: counted, for: record, at: reachedAt, in: calendar) : nil
        return TierStep(
            count: count, windowMonths: window.months,
            basis: basis(of: counted, on: calendar.businessDay(of: reachedAt)),
            standing: change ?? record.standing, isChange: change != nil)
    }

    /// The rank of a member into whom another comes, whose counts are added up.
    ///
    /// The higher of both, of equal ones the one that is kept longer, or what they carry together; a new one counts from then
    /// on.
    func standing(
        of record: TierRecord, with other: TierRecord, after merged: TierRecord,
        at moment: Instant, in calendar: BusinessCalendar
    ) -> TierStanding? {
        let own = place(of: record.standing?.tier)
        let day = calendar.businessDay(of: moment)
        var held = max(own, place(of: other.standing?.tier))
        var kept = [record, other].compactMap(\.standing)
            .filter { place(of: $0.tier) == held }.compactMap(\.keptThrough).max()
        let reached = place(carriedBy: basis(of: merged, on: day))
        if reached > 0, reached >= held {
            let last = keptThrough(from: day)
            kept = reached > held ? last : max(last, kept ?? last)
            held = reached
        }
        guard held == own else {
            return TierStanding(
                tier: tiers[held].id, since: moment, keptThrough: kept, before: tiers[own].id)
        }
        var standing = record.standing
        standing?.keptThrough = kept
        return standing
    }

    private func standing(
        after counted: TierRecord, for record: TierRecord, at moment: Instant,
        in calendar: BusinessCalendar
    ) -> TierStanding? {
        let day = calendar.businessDay(of: moment)
        let reached = place(carriedBy: basis(of: counted, on: day))
        let held = place(of: record.standing?.tier)
        guard reached > 0, reached >= held else { return nil }
        let kept = keptThrough(from: day)
        guard reached == held, var standing = record.standing else {
            return TierStanding(
                tier: tiers[reached].id, since: moment, keptThrough: kept, before: tiers[held].id)
        }
        if let known = standing.keptThrough, known >= kept { return nil }
        standing.keptThrough = kept
        return standing
    }
}

// MARK: - Down at the review

extension TierPolicy {
    /// The rank after the review of the day that follows the one through which it was kept.
    ///
    /// The window is the one of that last day. What it carries is kept on; what it does not carry falls.
    package func reviewed(
        _ record: TierRecord, keptThrough last: CivilDate, in calendar: BusinessCalendar
    ) -> TierStanding? {
        guard var standing = record.standing else { return nil }
        let held = place(of: standing.tier)
        let carried = place(carriedBy: basis(of: record, on: last))
        let place = carried >= held ? carried : demotion == .oneStep ? held - 1 : carried
        var kept = place > 0 ? keptThrough(from: last.adding(days: 1)) : nil
        // The calendar ends there, and with it the reviews.
        if let day = kept, day <= last { kept = nil }
        guard place != held else {
            standing.keptThrough = kept
            return standing
        }
        return TierStanding(
            tier: tiers[place].id, since: calendar.end(of: last), keptThrough: kept,
            before: standing.tier)
    }
}
