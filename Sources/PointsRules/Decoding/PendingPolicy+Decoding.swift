import PointsCore

// MARK: - program.json /pending, and /grant/pending of a rule

extension PendingPolicy {
    /// Reads when the points of one channel begin to count.
    init(_ value: RuleValue) {
        let isAtOnce = value.peek("confirm")?.string == "at_once"
        let object = value.object(
            isAtOnce ? ["confirm"] : ["confirm", "afterDays", "latestDays"])
        _ = object.required("confirm").word(["at_once", "on_confirm"])
        let afterDays = object.optional("afterDays")?.integer(0...RulesLimits.daysMax) ?? 0
        let latest = object.optional("latestDays")
        let latestDays = latest?.integer(0...RulesLimits.daysMax)
        self =
            isAtOnce
            ? .atOnce
            : .onConfirm(afterDays: Int(afterDays), latestDays: latestDays.map { Int($0) })
    }

    /// Reads when the points of one rule begin to count, whatever the channel says: with the sale, or so many days after it.
    init(ofRule value: RuleValue) {
        let isAtOnce = value.peek("confirm")?.string == "at_once"
        let object = value.object(isAtOnce ? ["confirm"] : ["confirm", "days"])
        _ = object.required("confirm").word(["at_once", "after_sale"])
        self =
            isAtOnce
            ? .atOnce
            : .afterSale(days: Int(object.required("days").integer(1...RulesLimits.daysMax)))
    }
}
