// MARK: - Earning by something else than buying

extension Ruleset {
    /// What an activity earns.
    ///
    /// The rules that name it and whose conditions hold give their points within their caps. Of a group that competes the best
    /// or the first counts; groups add up. Those that are `spent` have given what they give only once.
    package func evaluate(
        activity: String, in context: SaleContext, rooms: RuleRooms = .untouched,
        spent: Set<String> = []
    ) -> Evaluation {
        let candidates = activityRules.indices.compactMap { place -> Candidate? in
            let rule = activityRules[place]
            guard rule.activities.contains(activity), rule.effective.contains(context.businessDay),
                rule.condition.holds(in: context, for: Ruleset.nothingBought),
                !spent.contains(rule.id)
            else { return nil }
            let award = RuleAward(
                rule: rule.id, points: rule.points, base: 0, exact: Fraction(Int128(rule.points)),
                rounding: .floor, rounded: rule.points)
            return (place, rooms.limited(award, of: rule))
        }
        let given = candidates.filter { candidate in
            let rule = activityRules[candidate.place]
            let rivals = candidates.filter { activityRules[$0.place].group == rule.group }
            let winner = rivals.reduce(rivals[0]) {
                rule.pick.prefers(claim(of: $1), to: claim(of: $0)) ? $1 : $0
            }
            return rule.pick == .all || winner.place == candidate.place
        }
        return Evaluation(given, of: activityRules, on: context.businessDay, in: program)
    }

    private typealias Candidate = (place: Int, award: RuleAward)

    private func claim(of candidate: Candidate) -> EarnRule.Pick.Claim {
        (candidate.award.points, activityRules[candidate.place].priority)
    }

    /// What conditions are asked for that look at no basket.
    private static let nothingBought = Basket(lines: [], amountsIncludeTax: true).priced

    /// The rules that give points for an activity only once for each thing that it is about.
    package func onceRules(for activity: String) -> [String] {
        activityRules.filter { $0.isOncePerSubject && $0.activities.contains(activity) }.map(\.id)
    }
}
