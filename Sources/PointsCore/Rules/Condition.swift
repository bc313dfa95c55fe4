/// When a rule applies (`when`).
package indirect enum Condition: Hashable, Sendable {
    /// Every part holds; with no parts, always.
    case all([Condition])
    /// At least one part holds.
    case any([Condition])
    /// The part does not hold.
    case not(Condition)
    /// In one of these channels.
    case channel(Set<String>)
    /// By one of these companies.
    case company(Set<String>)
    /// In one of these stores.
    case store(Set<String>)
    /// At one of these terminals.
    case terminal(Set<String>)
    /// For members of one of these ranks.
    case tier(Set<String>)
    /// On one of these days of the month, 1–31, by business day.
    case dayOfMonth(Set<Int>)
    /// On one of these days of the week, 1 (Monday) – 7, by business day.
    case weekday(Set<Int>)
    /// Within one of these periods, by business day, both ends included.
    case dates([ClosedRange<CivilDate>])
    /// Between these minutes of the local day, the end not included; over midnight if the end is earlier.
    case timeOfDay(from: Int, to: Int)
    /// For a basket that costs at least and at most so much, with tax.
    case orderTotal(min: Int64?, max: Int64?)

    /// Whether the condition holds for a sale of a basket.
    package func holds(in context: SaleContext, total: Int64) -> Bool {
        switch self {
        case .all(let parts): parts.allSatisfy { $0.holds(in: context, total: total) }
        case .any(let parts): parts.contains { $0.holds(in: context, total: total) }
        case .not(let part): !part.holds(in: context, total: total)
        case .channel(let names): names.contains(context.channel)
        case .company(let names): names.contains(context.company)
        case .store(let names): context.store.map(names.contains) ?? false
        case .terminal(let names): context.terminal.map(names.contains) ?? false
        case .tier(let names): context.standing.tier.map(names.contains) ?? false
        case .dayOfMonth(let days): days.contains(context.businessDay.components.day)
        case .weekday(let days): days.contains(context.businessDay.weekday)
        case .dates(let periods): periods.contains { $0.contains(context.businessDay) }
        case .timeOfDay(let from, let to):
            from <= to
                ? (from..<to).contains(context.minuteOfDay)
                : context.minuteOfDay >= from || context.minuteOfDay < to
        case .orderTotal(let min, let max):
            total >= min ?? Int64.min && total <= max ?? Int64.max
        }
    }
}
