/// What rules with caps over several orders have given to one member.
package struct CapCounts: Hashable, Sendable {
    /// Points by rule and period, in a fixed order; none that is zero.
    package private(set) var counts: [Count] = []
    /// What was given on days before this one is forgotten, in part at least; `nil` as long as nothing is.
    package private(set) var knownSince: CivilDate?

    /// Over what points are counted.
    package enum Period: Hashable, Sendable {
        /// Ever.
        case ever
        /// A month, by its first day.
        case month(CivilDate)
        /// A business day.
        case day(CivilDate)

        /// The period of a scope that a day lies in; `nil` where a member's points are not counted.
        init?(_ scope: Cap.Scope, on day: CivilDate) {
            switch scope {
            case .member: self = .ever
            case .month: self = .month(day.firstOfMonth)
            case .day: self = .day(day)
            case .order, .campaign: return nil
            }
        }

        /// Whether all of it lies before a day.
        func isOver(before day: CivilDate) -> Bool {
            switch self {
            case .ever: false
            case .month(let month): month < day.firstOfMonth
            case .day(let own): own < day
            }
        }
    }

    /// Points of one rule in one period.
    package struct Count: Hashable, Sendable {
        /// The rule.
        package let rule: String
        /// The period.
        package let period: Period
        /// How many.
        package internal(set) var points: Int64
    }

    /// Nothing was given.
    package init() {}

    /// Counts that were kept.
    init(counts: [Count], knownSince: CivilDate?) {
        self.counts = counts
        self.knownSince = knownSince
    }

    /// Points that a rule gave in the period of a scope; `nil` if that is not known any more.
    package func points(of rule: String, in scope: Cap.Scope, on day: CivilDate) -> Int64? {
        guard let period = Period(scope, on: day) else { return 0 }
        if period != .ever, let knownSince, day < knownSince { return nil }
        return counts.first { $0.rule == rule && $0.period == period }?.points ?? 0
    }

    /// Adds what an entry says was given, and forgets days that are long over.
    mutating func add(_ use: CapUse) {
        for scope in use.scopes {
            guard let period = Period(scope, on: use.day) else { continue }
            if period != .ever, let knownSince, use.day < knownSince { continue }
            add(use.points, of: use.rule, in: period)
        }
        forget(before: use.day.adding(days: -CoreLimits.capDaysKept))
    }

    /// Takes in what rules have given to somebody who becomes part of the member.
    mutating func merge(_ other: CapCounts) {
        for count in other.counts { add(count.points, of: count.rule, in: count.period) }
        knownSince = [knownSince, other.knownSince].compactMap(\.self).max()
    }

    /// Gives out what rules have given to somebody who goes again.
    mutating func separate(_ other: CapCounts) {
        for count in other.counts where knows(count.period) {
            add(-count.points, of: count.rule, in: count.period)
        }
    }

    /// Whether what was given in a period is not forgotten.
    private func knows(_ period: Period) -> Bool {
        knownSince.map { !period.isOver(before: $0) } ?? true
    }

    private mutating func add(_ points: Int64, of rule: String, in period: Period) {
        guard points != 0 else { return }
        let known = counts.firstIndex { $0.rule == rule && $0.period == period }
        guard let known else {
            counts.append(Count(rule: rule, period: period, points: points))
            return
        }
        counts[known].points += points
        if counts[known].points == 0 { counts.remove(at: known) }
    }

    private mutating func forget(before day: CivilDate) {
        let kept = counts.filter { !$0.period.isOver(before: day) }
        guard kept.count < counts.count else { return }
        counts = kept
        knownSince = max(knownSince ?? day, day)
    }
}
