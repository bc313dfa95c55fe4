import PointsCore

/// Works through the examples of a set of rules: they are its tests.
package enum ExampleRunner {
    /// What is wrong with the examples that do not come out, of all files.
    package static func complaints(of rules: CheckedRules) -> [RuleComplaint] {
        run(rules).compactMap(\.complaint) + runActivities(rules).compactMap(\.complaint)
            + runTiers(rules).compactMap(\.complaint)
    }

    /// What comes out of each example under the whole set, in order.
    package static func run(_ rules: CheckedRules) -> [ExampleOutcome] {
        rules.examples.map { outcome(of: $0, under: rules.ruleset) }
    }

    private static func outcome(
        of example: RuleExample, under ruleset: Ruleset
    ) -> ExampleOutcome {
        let context = example.context(under: ruleset)
        let basket = example.basket.priced
        let rule = ruleset.burnRule(for: context, basket: basket)
        let redeemable = ruleset.redeemable(of: basket, under: rule)
        if example.redeem > 0 {
            if let objection = redeemable.objection(to: example.redeem) {
                return ExampleOutcome(example: example, got: nil, trace: [objection])
            }
        }
        switch example.measure {
        case .points:
            let evaluation = ruleset.evaluate(
                basket, redeemed: example.redeem, in: context,
                rooms: example.rooms(under: ruleset))
            return ExampleOutcome(
                example: example, got: evaluation.points, trace: trace(of: evaluation))
        case .redeemable:
            guard let rule else {
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
