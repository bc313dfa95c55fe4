import PointsCore

// MARK: - months or days

extension ValiditySpan {
    /// Reads how long points last: in months or in days, one of them.
    init(_ validity: RuleObject) {
        guard let days = validity.optional("days") else {
            self = .months(
                Int(validity.required("months").integer(1...RulesLimits.monthsMax)))
            return
        }
        validity.optional("months")?.complain("a validity has months or days, not both")
        self = .days(Int(days.integer(1...RulesLimits.daysMax)))
    }
}
