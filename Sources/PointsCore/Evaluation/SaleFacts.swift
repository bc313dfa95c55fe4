/// What the tests of a plan ask of a sale, as numbers.
struct SaleFacts {
    /// The business day's number.
    let day: Int
    private let names: [Int]
    private let context: SaleContext
    private let date: CivilDate.Components
    private let total: Int64
    private let net: Int64
    private let lines: [Line]

    private struct Line {
        let sku: Int
        let categories: [(category: Int, depth: Int)]
    }

    init(_ context: SaleContext, basket: PricedBasket, names: PlannedNames) {
        self.context = context
        self.names = names.numbers(in: context)
        day = Int(context.businessDay.dayNumber)
        date = context.businessDay.components
        total = basket.total
        net = basket.total - basket.tax
        lines = basket.basket.lines.map { line in
            Line(
                sku: names.skus.find(line.sku),
                categories: line.category.map(names.matches(ofCategory:)) ?? [])
        }
    }

    /// Whether a test holds that looks at the sale as a whole.
    func answer(_ test: PlannedTest) -> Bool {
        switch test {
        case .name(let kind, let numbers): numbers.contains(names[kind.rawValue])
        case .dayOfMonth(let days): days & 1 << UInt32(date.day) != 0
        case .weekday(let days): days & 1 << UInt32(context.businessDay.weekday) != 0
        case .dates(let periods): periods.contains { $0.contains(day) }
        case .timeOfDay(let from, let to):
            from <= to
                ? context.minuteOfDay >= from && context.minuteOfDay < to
                : context.minuteOfDay >= from || context.minuteOfDay < to
        case .orderTotal(let bound, let includesTax): bound.contains(includesTax ? total : net)
        case .basket: preconditionFailure("the lines of a basket are not looked at here")
        case .firstPurchase(let isFirst):
            context.standing.memberSince != nil && context.standing.isFirstPurchase == isFirst
        case .memberSince(let age):
            context.standing.memberSince.map {
                age.holds(joinedOn: $0, on: context.businessDay)
            } ?? false
        case .person(let trait): context.standing.traits.contains(trait)
        }
    }

    /// How closely some categories describe a line; −1 if it lies under none of them.
    func closeness(to categories: NumberSet, ofLine line: Int) -> Int16 {
        var closest: Int16 = -1
        for match in lines[line].categories where categories.contains(match.category) {
            closest = max(closest, Int16(match.depth))
        }
        return closest
    }

    /// Whether a line's article is one of some.
    func isArticle(ofLine line: Int, among skus: NumberSet) -> Bool {
        skus.contains(lines[line].sku)
    }
}
