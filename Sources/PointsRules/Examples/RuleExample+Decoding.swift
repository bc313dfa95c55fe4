import PointsCore
import PointsJSON

// MARK: - examples

extension RuleExample {
    private static let saleKeys = [
        "channel", "store", "terminal", "tier", "paymentMethod", "joinedOn", "birthDate",
        "firstPurchase", "segments", "pointsBefore", "occurredAt", "amountsIncludeTax", "redeem",
        "lines",
    ]

    /// Reads the examples of a rule; there is at least one.
    static func list(
        _ object: RuleObject, of header: RuleHeader, measure: Measure,
        in surroundings: RuleSurroundings
    ) -> [RuleExample] {
        object.required("examples").list(max: RulesLimits.examplesMax).enumerated().map {
            RuleExample($1, at: $0, of: header, measure: measure, in: surroundings)
        }
    }

    private init(
        _ value: RuleValue, at index: Int, of header: RuleHeader, measure: Measure,
        in surroundings: RuleSurroundings
    ) {
        let object = value.object(["name", "given", "expect"])
        let given = object.required("given").object(RuleExample.saleKeys)
        let calendar = surroundings.program.calendar
        rule = header.id
        self.index = index
        name = object.required("name").text()
        channel = given.required("channel").name(of: "a channel", among: surroundings.channels)
        store = given.optional("store")?.name()
        terminal = given.optional("terminal")?.name()
        paymentMethod = given.optional("paymentMethod")?.name()
        buyer = Buyer(given, in: surroundings)
        self.given =
            given.optional("pointsBefore")?.pointsByRule(
                of: "an earning rule", among: surroundings.earnRules) ?? [:]
        occurredAt =
            given.optional("occurredAt")?.instant()
            ?? calendar.noon(of: header.effective.ordinaryDay)
        basket = Basket(
            lines: given.required("lines").list(max: CoreLimits.basketLinesMax).enumerated()
                .map { BasketLine($1, at: $0) },
            amountsIncludeTax: given.optional("amountsIncludeTax")?.truth() ?? true)
        redeem = given.optional("redeem")?.integer(0...Points.max.count) ?? 0
        self.measure = measure
        expected = object.required("expect").object([measure.rawValue])
            .required(measure.rawValue).integer(0...Points.max.count)
    }
}

extension RuleExample.Buyer {
    /// Reads what is told of somebody.
    init(_ given: RuleObject, in surroundings: RuleSurroundings) {
        self.init(
            tier: given.optional("tier")?.name(of: "a rank", among: surroundings.tiers),
            joinedOn: given.optional("joinedOn")?.date(),
            birthDate: given.optional("birthDate")?.date(),
            isFirstPurchase: given.optional("firstPurchase")?.truth() ?? false,
            segments: given.optional("segments")?.names(
                of: "a segment", among: surroundings.segments) ?? [])
    }
}

extension RuleValue {
    /// Points by the id of a rule of a kind.
    func pointsByRule(of kind: String, among known: [String]) -> [String: Int64] {
        var points: [String: Int64] = [:]
        for (rule, value) in entries() {
            _ = inside(.string(rule), at: pointer.appending(rule))
                .name(of: kind, among: known)
            points[rule] = value.integer(0...Points.max.count)
        }
        return points
    }
}

extension BasketLine {
    fileprivate init(_ value: RuleValue, at index: Int) {
        let object = value.object(["amount", "taxRate", "quantity", "category", "sku"])
        self.init(
            name: "\(index + 1)", sku: object.optional("sku")?.name(),
            category: object.optional("category")?.name(),
            quantity: object.optional("quantity")?.integer(1...CoreLimits.lineQuantityMax) ?? 1,
            amount: Yen(object.required("amount").integer(0...Yen.max.amount)),
            taxRate: object.required("taxRate").integer(0...CoreLimits.taxPercentMax))
    }
}

extension EffectivePeriod {
    /// A Wednesday in force, soon after the beginning or before the end; the first day where the
    /// period has none.
    var ordinaryDay: CivilDate {
        let start = from ?? to?.adding(days: -6) ?? RuleExample.undatedDay
        let wednesday = start.adding(days: (3 - start.weekday + 7) % 7)
        return contains(wednesday) ? wednesday : start
    }
}

extension RuleExample {
    /// The day of examples of rules that are in force at all times: Wednesday, 7 January 2026.
    fileprivate static let undatedDay = CivilDate(dayNumber: 20_460)
}

extension BusinessCalendar {
    /// Twelve o'clock on the wall within a business day.
    func noon(of day: CivilDate) -> Instant {
        start(of: day).adding(seconds: Int64((720 - startMinutes + 1_440) % 1_440) * 60)
    }
}
