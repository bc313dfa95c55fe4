import PointsCore

// MARK: - How long points are valid

extension Validity {
    private static let styles = ["after_grant", "fixed", "never"]
    private static let programStyles = ["after_grant", "after_activity", "fixed", "never"]
    private static let spanKeys = ["style", "months", "days", "roundTo", "fiscalYearStartsIn"]

    /// Reads the program's `expiry`, or a rule's `validity`, which may name its last day as
    /// `until` but cannot follow the member's activity: that moves the whole balance.
    init(_ value: RuleValue, ofRule isRules: Bool = false) {
        if isRules, value.peek("until") != nil {
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
            let object = value.object(Validity.spanKeys)
            self = .afterGrant(ValiditySpan(object), roundedTo: ExpiryPeriod(object))
        case "after_activity" where !isRules:
            let object = value.object(Validity.spanKeys + ["activities"])
            let activities = object.required("activities").list().map { $0.word(Activity.self) }
            self = .afterActivity(
                ValiditySpan(object), roundedTo: ExpiryPeriod(object), of: Set(activities))
        case "after_activity":
            value.peek("style")?.complain(
                "a rule's points cannot follow activity; \"after_activity\" is for the whole"
                    + " balance, in program.json at /expiry")
            self = .unlimited
        default:
            _ = value.object(
                Validity.spanKeys + ["date"] + (isRules ? ["until"] : ["activities"])
            )
            .required("style").word(isRules ? Validity.styles : Validity.programStyles)
            self = .unlimited
        }
    }
}
