internal import PointsCore

// MARK: - What sets of rules say by moments

extension RulesShelf {
    /// The policies on ranks of every set of rules, by the moments from which they count.
    func tierTimeline(_ timeline: RulesTimeline) throws(Refusal) -> TierTimeline {
        var steps: [TierTimeline.Step] = []
        for moment in Set(timeline.activations.map(\.effectiveFrom)).sorted() {
            guard let activation = timeline.activation(at: moment) else { continue }
            let policy = try ruleset(activation.hash).tiers
            guard steps.last?.policy != policy || steps.isEmpty else { continue }
            steps.append(TierTimeline.Step(from: moment, policy: policy))
        }
        return TierTimeline(steps)
    }

    /// What members are asked at which moment, by sets of rules and by what was published.
    func consentTimeline(
        _ rules: RulesTimeline, _ published: [PublishedPolicy]
    ) throws(Refusal) -> ConsentTimeline {
        var steps: [ConsentTimeline.RulesStep] = []
        for moment in Set(rules.activations.map(\.effectiveFrom)).sorted() {
            guard let activation = rules.activation(at: moment) else { continue }
            steps.append(
                ConsentTimeline.RulesStep(
                    from: moment, position: activation.position,
                    policy: try ruleset(activation.hash).consents))
        }
        return ConsentTimeline(steps, published: published)
    }
}
