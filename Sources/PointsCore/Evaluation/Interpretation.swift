/// The rules of a set read one by one, as they are written: able to say why each gave what it gave.
///
/// ``RulePlan`` comes to the same points for a sale, faster; a test holds the two together.
struct Interpretation {
    let rules: [EarnRule]
    let basket: PricedBasket
    let shares: [Int64]
    let context: SaleContext
    let rooms: RuleRooms

    /// A rule that applies, and how closely it describes each line; −1 where it does not name it.
    private struct Reading {
        let rule: EarnRule
        let closeness: [Int]

        /// Whether its lines may go to a rule that describes them more closely.
        var sharesLines: Bool { rule.award.countsLines && rule.pick != .all }
    }

    /// A rule with what it would give.
    private struct Candidate {
        let rule: EarnRule
        /// Lines that it counts.
        let places: [Int]
        let assessment: Assessment

        var claim: EarnRule.Pick.Claim { (assessment.award.points, rule.priority) }
    }

    /// What came of rules, and what those that count give.
    private struct Outcome {
        var verdicts: [String: RuleTrace.Verdict] = [:]
        var given: [String: Assessment] = [:]
    }

    /// What came of each rule, in their order.
    func traces() -> [RuleTrace] {
        var outcome = Outcome()
        var applying: [EarnRule] = []
        for rule in rules {
            if let verdict = obstacle(to: rule) {
                outcome.verdicts[rule.id] = verdict
            } else {
                applying.append(rule)
            }
        }
        for group in groups(of: applying.filter { $0.award.sources == nil }) {
            for circle in circles(of: candidates(of: group, into: &outcome)) {
                pick(among: circle, into: &outcome)
            }
        }
        let onBasket = outcome.given
        for group in groups(of: applying.filter { $0.award.sources != nil }) {
            let building = group.compactMap { rule -> Candidate? in
                let sources = rule.award.sources ?? []
                if let assessment = rule.build(on: Set(sources).compactMap { onBasket[$0] }) {
                    return candidate(rule, counting: [], assessment)
                }
                outcome.verdicts[rule.id] = .nothingToBuildOn(sources)
                return nil
            }
            pick(among: building, into: &outcome)
        }
        return rules.map { RuleTrace(rule: $0.id, verdict: outcome.verdicts[$0.id] ?? .noLines) }
    }

    private func obstacle(to rule: EarnRule) -> RuleTrace.Verdict? {
        guard rule.effective.contains(context.businessDay) else {
            return .notInForce(rule.effective)
        }
        return rule.condition.failure(in: context, for: basket).map { .fails($0) }
    }

    /// Rules by their groups, in their order.
    private func groups(of rules: [EarnRule]) -> [[EarnRule]] {
        let groups = Dictionary(grouping: rules, by: \.group)
        return groups.keys.sorted().compactMap { groups[$0] }
    }

    private func candidate(
        _ rule: EarnRule, counting places: [Int], _ assessment: Assessment
    ) -> Candidate {
        var limited = assessment
        limited.award = rooms.limited(assessment.award, of: rule)
        return Candidate(rule: rule, places: places, assessment: limited)
    }
}

// MARK: - Lines

extension Interpretation {
    /// What each rule of a group would give for its lines that no other rule of the group describes more closely.
    private func candidates(of group: [EarnRule], into outcome: inout Outcome) -> [Candidate] {
        let readings = group.map(read)
        var closest = basket.gross.map { _ in -1 }
        for reading in readings where reading.sharesLines {
            for place in closest.indices {
                closest[place] = max(closest[place], reading.closeness[place])
            }
        }
        let holders = readings.filter { reading in
            reading.sharesLines
                && closest.indices.contains {
                    closest[$0] >= 0 && reading.closeness[$0] == closest[$0]
                }
        }
        return readings.compactMap { reading in
            let rule = reading.rule
            let all = reading.closeness.indices.filter {
                basket.pieces[$0] > 0 && reading.closeness[$0] >= 0
            }
            let places =
                reading.sharesLines
                ? all.filter { reading.closeness[$0] == closest[$0] } : all
            let countsTaken = rule.redeemed == .deductAtBaseRate && rule.award.countsLines
            if all.isEmpty {
                outcome.verdicts[rule.id] = .noLines
            } else if places.isEmpty, !countsTaken {
                let takers = holders.filter { holder in
                    all.contains { holder.closeness[$0] == closest[$0] }
                }
                outcome.verdicts[rule.id] = .linesTaken(by: takers.map(\.rule.id))
            } else if let assessment = rule.assess(
                basket, shares: shares, places: places, all: all)
            {
                return candidate(rule, counting: places, assessment)
            }
            return nil
        }
    }

    private func read(_ rule: EarnRule) -> Reading {
        Reading(
            rule: rule,
            closeness: basket.basket.lines.map { rule.lines.closeness(to: $0) ?? -1 })
    }
}

// MARK: - Stacking

extension Interpretation {
    /// The candidates that count: among those that compete the best, the first or all.
    private func pick(among rivals: [Candidate], into outcome: inout Outcome) {
        guard let first = rivals.first else { return }
        let winner = rivals.reduce(first) {
            first.rule.pick.prefers($1.claim, to: $0.claim) ? $1 : $0
        }
        for rival in rivals {
            let assessment = rival.assessment
            if rival.rule.pick == .all || rival.rule.id == winner.rule.id {
                outcome.given[rival.rule.id] = assessment
                outcome.verdicts[rival.rule.id] = .gives(assessment.award, assessment.basis)
            } else {
                outcome.verdicts[rival.rule.id] = .outdone(
                    by: winner.rule.id, with: assessment.award)
            }
        }
    }

    /// Candidates of a group by those that they compete with: that count a line which they count, or one that such a rival
    /// counts.
    private func circles(of candidates: [Candidate]) -> [[Candidate]] {
        var circles = Array(candidates.indices)
        var holders = [Int?](repeating: nil, count: basket.gross.count)
        for (index, candidate) in candidates.enumerated() {
            for place in candidate.places {
                let holder = holders[place] ?? index
                holders[place] = holder
                let (old, new) = (circles[index], circles[holder])
                guard old != new else { continue }
                for other in circles.indices where circles[other] == old { circles[other] = new }
            }
        }
        let members = Dictionary(grouping: candidates.indices, by: { circles[$0] })
        return members.keys.sorted().map { circle in
            (members[circle] ?? []).map { candidates[$0] }
        }
    }
}
