import PointsCore

// MARK: - How long points are valid

extension Validity {
    private static let styles = ["after_grant", "fixed", "never"]
    private static let unsupportedStyles = ["after_activity"]

    /// Reads the program's `expiry`, or a rule's `validity`, which may name its last day as
    /// `until`.
    init(_ value: RuleValue, mayBeUntil: Bool = false) {
        if mayBeUntil, value.peek("until") != nil {
            self = .until(value.object(["until"]).required("until").date())
            return
        }
        switch value.peek("style")?.string {
        case "fixed":
            self = .until(value.object(["style", "date"]).required("date").date())
        case "never":
            _ = value.object(["style"])
            self = .unlimited
        case "after_grant":
            let object = value.object(["style", "months", "roundTo", "fiscalYearStartsIn"])
            self = .afterGrant(
                months: Int(object.required("months").integer(1...RulesLimits.monthsMax)),
                roundedTo: ExpiryPeriod(object))
        default:
            _ = value.object(
                ["style", "months", "roundTo", "fiscalYearStartsIn", "date"]
                    + (mayBeUntil ? ["until"] : [])
            )
            .required("style").word(Validity.styles, unsupported: Validity.unsupportedStyles)
            self = .unlimited
        }
    }
}
