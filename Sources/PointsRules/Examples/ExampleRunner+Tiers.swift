import PointsCore

extension ExampleRunner {
    /// What comes out of each example of ranks, in order.
    package static func runTiers(_ rules: CheckedRules) -> [TierExampleOutcome] {
        guard let policy = rules.ruleset.tiers else { return [] }
        let calendar = rules.ruleset.program.calendar
        return rules.tierExamples.map { outcome(of: $0, under: policy, in: calendar) }
    }

    /// A member joins with the first purchase; each deed is done at noon, and the day is looked at as it ends.
    private static func outcome(
        of example: TierExample, under policy: TierPolicy, in calendar: BusinessCalendar
    ) -> TierExampleOutcome {
        var record = TierRecord()
        let policies = TierTimeline(policy)
        let deeds = example.purchases.flatMap { purchase in
            [(day: purchase.day, purchase, isReturn: false)]
                + (purchase.returnedOn.map { [($0, purchase, true)] } ?? [])
        }
        .filter { $0.day <= example.day && policy.counts($0.1.channel) }
        .enumerated().sorted { ($0.element.day, $0.offset) < ($1.element.day, $1.offset) }
        for (_, deed) in deeds {
            let moment = calendar.start(of: deed.day).adding(seconds: 43_200)
            record = policies.judged(record, at: moment, in: calendar)
            guard !deed.isReturn else {
                record.add(
                    TierCount(
                        metric: policy.metric, month: deed.1.day.firstOfMonth,
                        amount: -deed.1.amount))
                continue
            }
            guard deed.1.amount > 0 else { continue }
            let step = policy.step(
                counting: deed.1.amount, for: record, mayRise: true, at: moment, in: calendar)
            record.apply(step, at: moment)
        }
        let end = Instant(milliseconds: calendar.end(of: example.day).milliseconds - 1)
        let joinedOn = example.purchases.map(\.day).min() ?? example.day
        return TierExampleOutcome(
            example: example,
            got: TierView(
                record, joinedOn: joinedOn, under: policy, reviewedBy: policies, at: end,
                in: calendar))
    }
}

extension TierPolicy {
    /// Whether sales of a channel count; an example that names none means one whose sales do.
    fileprivate func counts(_ channel: String?) -> Bool { channel.map { counts($0) } ?? true }
}
