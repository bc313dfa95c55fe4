package import PointsCore

/// Works through the examples of a set of rules: they are its tests.
package enum ExampleRunner {
    /// What is wrong with the examples that do not come out, of all files.
    package static func complaints(of rules: CheckedRules) -> [RulesProblem] {
        run(rules).compactMap(\.complaint) + runActivities(rules).compactMap(\.complaint)
            + runTiers(rules).compactMap(\.complaint) + segmentComplaints(of: rules)
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
        if example.redeem > 0, let objection = redeemable.objection(to: example.redeem) {
            return ExampleOutcome(
                example: example, got: nil,
                trace: [objection] + ruleset.burnTrace(of: basket, in: context))
        }
        let got: Int64
        switch example.measure {
        case .points:
            got =
                ruleset.evaluate(
                    basket, redeemed: example.redeem, in: context,
                    rooms: example.rooms(under: ruleset)
                ).points
        case .redeemable: got = redeemable.limited(to: redeemable.max).max
        }
        guard got != example.expected else {
            return ExampleOutcome(example: example, got: got, trace: [])
        }
        return ExampleOutcome(
            example: example, got: got,
            trace: example.measure == .points
                ? ruleset.earnTrace(of: example, basket: basket, in: context)
                : ruleset.burnTrace(of: basket, in: context))
    }
}
