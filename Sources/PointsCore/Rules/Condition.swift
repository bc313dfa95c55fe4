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
    /// For a basket that costs at least and at most so much, with tax or without.
    case orderTotal(AmountBound, includesTax: Bool)
    /// For a basket that holds so much of some lines.
    case basket(BasketBound)
    /// Paid in one of these ways.
    case paymentMethod(Set<String>)
    /// Whether it is the first purchase of the member that is not undone.
    case firstPurchase(Bool)
    /// For members who joined then, or so long ago.
    case memberSince(MembershipAge)
    /// For members of whom this is true.
    case person(PersonalTrait)

    /// Whether the condition holds for a sale of a basket.
    package func holds(in context: SaleContext, for basket: PricedBasket) -> Bool {
        switch self {
        case .all(let parts): parts.allSatisfy { $0.holds(in: context, for: basket) }
        case .any(let parts): parts.contains { $0.holds(in: context, for: basket) }
        case .not(let part): !part.holds(in: context, for: basket)
        case .channel(let names): names.contains(context.channel)
        case .company(let names): names.contains(context.company)
        case .store(let names): context.store.map(names.contains) ?? false
        case .terminal(let names): context.terminal.map(names.contains) ?? false
        case .paymentMethod(let names): context.paymentMethod.map(names.contains) ?? false
        case .orderTotal(let bound, let includesTax):
            bound.contains(includesTax ? basket.total : basket.total - basket.tax)
        case .basket(let bound): bound.holds(for: basket)
        case .dayOfMonth, .weekday, .dates, .timeOfDay: holds(at: context)
        case .tier, .firstPurchase, .memberSince, .person:
            holds(for: context.standing, on: context.businessDay)
        }
    }

    private func holds(at context: SaleContext) -> Bool {
        switch self {
        case .dayOfMonth(let days): days.contains(context.businessDay.components.day)
        case .weekday(let days): days.contains(context.businessDay.weekday)
        case .dates(let periods): periods.contains { $0.contains(context.businessDay) }
        case .timeOfDay(let from, let to):
            from <= to
                ? (from..<to).contains(context.minuteOfDay)
                : context.minuteOfDay >= from || context.minuteOfDay < to
        default: false
        }
    }

    private func holds(for standing: Standing, on day: CivilDate) -> Bool {
        switch self {
        case .tier(let names): standing.tier.map(names.contains) ?? false
        case .firstPurchase(let isFirst):
            standing.memberSince != nil && standing.isFirstPurchase == isFirst
        case .memberSince(let age):
            standing.memberSince.map { age.holds(joinedOn: $0, on: day) } ?? false
        case .person(let trait): standing.traits.contains(trait)
        default: false
        }
    }

    /// What it asks about the person of the member.
    package var traits: [PersonalTrait] {
        switch self {
        case .all(let parts), .any(let parts): parts.flatMap(\.traits)
        case .not(let part): part.traits
        case .person(let trait): [trait]
        default: []
        }
    }
}

// MARK: - Segments

extension Condition {
    /// Whether it holds for nobody outside a segment.
    package func needs(segment id: String) -> Bool {
        switch self {
        case .all(let parts): parts.contains { $0.needs(segment: id) }
        case .any(let parts): !parts.isEmpty && parts.allSatisfy { $0.needs(segment: id) }
        case .person(let trait): trait == .segment(id)
        default: false
        }
    }
}

// MARK: - Why not

extension Condition {
    /// The first part that does not hold; `nil` if the condition holds.
    package func failure(in context: SaleContext, for basket: PricedBasket) -> Condition? {
        if case .all(let parts) = self {
            for part in parts {
                if let failure = part.failure(in: context, for: basket) { return failure }
            }
            return nil
        }
        return holds(in: context, for: basket) ? nil : self
    }
}
