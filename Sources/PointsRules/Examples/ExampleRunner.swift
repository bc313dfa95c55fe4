import PointsCore

/// Works through the examples of a set of rules: they are its tests.
package enum ExampleRunner {
    /// What comes out of each example under the whole set, in order.
    package static func run(_ rules: CheckedRules) -> [ExampleOutcome] {
        rules.examples.map { outcome(of: $0, under: rules.ruleset) }
    }

    private static func outcome(
        of example: RuleExample, under ruleset: Ruleset
    ) -> ExampleOutcome {
        let context = example.context(in: ruleset.program)
        let basket = example.basket.priced
        let rule = ruleset.burnRule(for: context, total: basket.total)
        let redeemable = rule.map {
            let most = $0.absorbable(by: basket, pointValue: ruleset.program.pointValue)
            return Redeemable(max: most, min: $0.min, unit: $0.unit)
        }
        if example.redeem > 0 {
            let objection =
                redeemable.map { $0.objection(to: example.redeem) } ?? "No redemption rule applies."
            if let objection {
                return ExampleOutcome(example: example, got: nil, trace: [objection])
            }
        }
        switch example.measure {
        case .points:
            let evaluation = ruleset.evaluate(basket, redeemed: example.redeem, in: context)
            return ExampleOutcome(
                example: example, got: evaluation.points, trace: trace(of: evaluation))
        case .redeemable:
            guard let rule, let redeemable else {
                return ExampleOutcome(
                    example: example, got: 0, trace: ["no redemption rule applies"])
            }
            let bounds = "up to \(redeemable.max), from \(rule.min), in multiples of \(rule.unit)"
            return ExampleOutcome(
                example: example, got: redeemable.limited(to: redeemable.max).max,
                trace: ["\(rule.id): \(bounds)"])
        }
    }

    private static func trace(of evaluation: Evaluation) -> [String] {
        evaluation.awards.isEmpty
            ? ["no earning rule applies"]
            : evaluation.awards.map { "\($0.rule) \($0.points): \($0.why)" }
    }
}

extension RuleExample {
    /// Where and when the sale is made, under the settings of a program.
    fileprivate func context(in program: Program) -> SaleContext {
        SaleContext(
            channel: channel, company: program.channels[channel]?.company ?? "", store: store,
            terminal: terminal, businessDay: program.calendar.businessDay(of: occurredAt),
            minuteOfDay: program.calendar.minuteOfDay(at: occurredAt),
            standing: Standing(tier: tier, memberSince: nil))
    }
}
