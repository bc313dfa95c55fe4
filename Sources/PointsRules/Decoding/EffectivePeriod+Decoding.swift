import PointsCore

// MARK: - effective

extension EffectivePeriod {
    /// Reads from which to which day a rule is in force; without a value, always.
    init(_ value: RuleValue?) {
        let object = value?.object(["from", "to"])
        let from = object?.optional("from")?.date()
        let to = object?.optional("to")?.date()
        if let from, let to, to < from {
            value?.complain(ofWhole: "the period ends on \(to), before it begins on \(from)")
        }
        self.init(from: from, to: to)
    }
}
