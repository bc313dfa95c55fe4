/// What a planned rule gives, without the names of other rules.
enum PlannedAward: Hashable, Sendable {
    /// Points for money; `perUnit` is for one minor unit, where parts of a step count.
    case rate(Rate, perUnit: Fraction?)
    /// Points for the order.
    case fixed(Int64)
    /// Points for each piece.
    case perItem(Int64)
    /// A multiple of what its sources gave.
    case multiply(Fraction, rounded: Bool)
    /// A share of the money at which its sources looked.
    case addPercent(Fraction, rounded: Bool)

    /// Whether it builds on points as they were rounded, if it builds on any.
    var buildsOnRounded: Bool {
        switch self {
        case .multiply(_, let rounded), .addPercent(_, let rounded): rounded
        case .rate, .fixed, .perItem: true
        }
    }

    /// The award of a rule.
    init(_ award: Award) {
        switch award {
        case .rate(let rate):
            self = .rate(
                rate,
                perUnit: rate.wholeStepsOnly
                    ? nil : rate.points * Fraction(1, over: Int128(rate.per)))
        case .fixed(let points): self = .fixed(points)
        case .perItem(let points): self = .perItem(points)
        case .multiply(let factor, _, let rounded): self = .multiply(factor, rounded: rounded)
        case .addPercent(let share, _, let rounded): self = .addPercent(share, rounded: rounded)
        }
    }
}
