import PointsCore

// MARK: - roundTo

extension ExpiryPeriod {
    private static let periods: [(word: String, period: ExpiryPeriod)] = [
        ("day", .day), ("month_end", .monthEnd), ("quarter_end", .quarterEnd),
        ("half_year_end", .halfYearEnd), ("year_end", .yearEnd),
    ]
    private static let fiscalYearEnd = "fiscal_year_end"

    /// Reads the period to whose end a validity moves on; only a fiscal year needs the month in
    /// which it starts.
    init(_ validity: RuleObject) {
        let word = validity.optional("roundTo")?.word(
            ExpiryPeriod.periods.map(\.word) + [ExpiryPeriod.fiscalYearEnd])
        guard word == ExpiryPeriod.fiscalYearEnd else {
            validity.optional("fiscalYearStartsIn")?.complain(
                "only \"roundTo\": \"\(ExpiryPeriod.fiscalYearEnd)\" has a first month")
            self = ExpiryPeriod.periods.first { $0.word == word }?.period ?? .day
            return
        }
        self = .fiscalYearEnd(
            startingIn: Int(validity.required("fiscalYearStartsIn").integer(1...12)))
    }
}
