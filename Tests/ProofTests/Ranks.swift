import TestSupport

/// How members reach ranks and lose them, as plain values.
struct Ranks {
    var metric = Metric.spend
    /// Months that count: this one and those before it, or a period of the calendar.
    var months = 12
    /// The month in which the first period begins; `nil` for months that roll.
    var startsIn: Int?
    var keepMonths = 1
    /// Whether a rank falls one step at a time.
    var fallsOneStep = true
    /// What must count for the ranks above the lowest.
    var thresholds: [Int64] = [1, 2]
    /// Whether who comes back goes on.
    var outlivesLeaving = false

    enum Metric: CaseIterable {
        case spend, spendWithoutTax, points, visits
    }

    /// Points that a sale earns besides for who has a rank above the lowest.
    static let bonus: Int64 = 7

    /// The rank that so much carries.
    func carried(by basis: Int64) -> Int { thresholds.count { $0 <= basis } }

    /// Months, each counted from the beginning of time, that count in a month.
    func window(in month: Int) -> ClosedRange<Int> {
        guard let startsIn else { return (month - months + 1)...month }
        var first = month
        while (first % 12 + 1 - startsIn + 12) % months != 0 { first -= 1 }
        return first...month
    }

    /// The last day of a rank that is reached on a day: "kept 12 months, a rank reached on 2024-03-01 is kept through
    /// 2025-02-28", and then to the end of the period.
    func lastDay(reachedOn day: Int) -> Int {
        var last = day
        if keepMonths > 0 {
            last = Times.adding(months: keepMonths, to: day)
            if Times.dayOfMonth(of: last) == Times.dayOfMonth(of: day) { last -= 1 }
        }
        guard let startsIn else { return last }
        return Lasting.Period.months(months, from: startsIn).end(from: last)
    }
}

extension Ranks {
    /// One of each setting; thresholds that a history reaches now and then.
    init(_ random: inout SeededGenerator) {
        metric = random.pick(Metric.allCases) ?? .spend
        if random.chance(40) { startsIn = Int(random.number(1...12)) }
        months = Int(random.pick([1, 2, 3, 12]) ?? 1)
        keepMonths = Int(random.number(startsIn == nil ? 1...3 : 0...2))
        fallsOneStep = random.chance(50)
        outlivesLeaving = random.chance(50)
        switch metric {
        case .spend, .spendWithoutTax: thresholds = [15_000, 60_000]
        case .points: thresholds = [150, 600]
        case .visits: thresholds = [2, 6]
        }
    }
}
