import PointsCore

extension ExampleRunner {
    /// What comes out of each example of an activity under the whole set, in order.
    package static func runActivities(_ rules: CheckedRules) -> [ActivityExampleOutcome] {
        rules.activityExamples.map { outcome(of: $0, under: rules.ruleset) }
    }

    private static func outcome(
        of example: ActivityExample, under ruleset: Ruleset
    ) -> ActivityExampleOutcome {
        let evaluation = ruleset.evaluate(
            activity: example.activity, in: example.context(under: ruleset),
            rooms: RuleRooms(leftTo: ruleset.activityRules, after: example.given),
            spent: example.subject == nil
                ? Set(ruleset.onceRules(for: example.activity)) : example.spentRules)
        return ActivityExampleOutcome(
            example: example, got: evaluation.points,
            trace: evaluation.awards.isEmpty
                ? ["no activity rule applies"]
                : evaluation.awards.map { "\($0.rule) \($0.points): \($0.why)" })
    }
}

extension ActivityExample {
    /// Where, when and by whom it is done, under a set of rules.
    fileprivate func context(under ruleset: Ruleset) -> SaleContext {
        let program = ruleset.program
        let day = program.calendar.businessDay(of: occurredAt)
        return SaleContext(
            channel: channel ?? "",
            company: channel.flatMap { program.channels[$0]?.company }
                ?? program.companies.min() ?? "",
            store: store, terminal: terminal, businessDay: day,
            minuteOfDay: program.calendar.minuteOfDay(at: occurredAt),
            standing: member.standing(on: day, under: ruleset))
    }
}
