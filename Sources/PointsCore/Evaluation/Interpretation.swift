/// The rules of a set read one by one, as they are written: able to say why each gave what it gave.
///
/// ``RulePlan`` comes to the same points for a sale, faster; a test holds the two together.
struct Interpretation {
    let rules: [EarnRule]
    let basket: PricedBasket
    let shares: [Int64]
    let context: SaleContext
    let rooms: RuleRooms

    /// A rule that applies, with the lines that it counts.
    private struct Candidate {
        let rule: EarnRule
        /// Lines that its condition names.
        let all: [Int]
        /// Those that no more specific rule of its group takes.
        let places: [Int]
        let assessment: Assessment

        var claim: EarnRule.Pick.Claim { (assessment.award.points, rule.priority) }
    }

    /// What came of each rule, in their order.
    func traces() -> [RuleTrace] {
        var verdicts: [String: RuleTrace.Verdict] = [:]
        var applying: [EarnRule] = []
        for rule in rules {
            if let verdict = obstacle(to: rule) {
                verdicts[rule.id] = verdict
            } else {
                applying.append(rule)
            }
        }
        let plain = applying.filter { $0.award.sources == nil }
        var candidates: [Candidate] = []
        for rule in plain {
            let all = lines(of: rule)
            let places = all.filter { place in
                !takers(of: place, among: plain).contains { isTaken(from: rule, by: $0, at: place) }
            }
            let countsTaken = rule.redeemed == .deductAtBaseRate && rule.award.countsLines
            if all.isEmpty {
                verdicts[rule.id] = .noLines
            } else if places.isEmpty, !countsTaken {
                let takers = plain.filter { taker in
                    all.contains { isTaken(from: rule, by: taker, at: $0) }
                }
                verdicts[rule.id] = .linesTaken(by: takers.map(\.id))
            } else if let assessment = rule.assess(
                basket, shares: shares, places: places, all: all)
            {
                candidates.append(
                    Candidate(
                        rule: rule, all: all, places: places,
                        assessment: limited(assessment, for: rule)))
            }
        }
        let given = pick(among: candidates, into: &verdicts)
        var building: [Candidate] = []
        for rule in applying {
            guard let sources = rule.award.sources else { continue }
            if let assessment = rule.build(on: given) {
                building.append(
                    Candidate(
                        rule: rule, all: [], places: [],
                        assessment: limited(assessment, for: rule)))
            } else {
                verdicts[rule.id] = .nothingToBuildOn(sources)
            }
        }
        _ = pick(among: building, into: &verdicts)
        return rules.map { RuleTrace(rule: $0.id, verdict: verdicts[$0.id] ?? .noLines) }
    }

    private func obstacle(to rule: EarnRule) -> RuleTrace.Verdict? {
        guard rule.effective.contains(context.businessDay) else {
            return .notInForce(rule.effective)
        }
        return rule.condition.failure(in: context, for: basket).map { .fails($0) }
    }

    private func limited(_ assessment: Assessment, for rule: EarnRule) -> Assessment {
        var limited = assessment
        limited.award = rooms.limited(assessment.award, of: rule)
        return limited
    }
}

// MARK: - Lines

extension Interpretation {
    /// Lines that a rule's condition names and of which pieces are left.
    private func lines(of rule: EarnRule) -> [Int] {
        basket.basket.lines.indices.filter {
            basket.pieces[$0] > 0 && rule.lines.holds(for: basket.basket.lines[$0])
        }
    }

    /// Rules that count a line for themselves.
    private func takers(of place: Int, among plain: [EarnRule]) -> [EarnRule] {
        plain.filter {
            $0.award.countsLines && $0.pick != .all
                && $0.lines.holds(for: basket.basket.lines[place])
        }
    }

    /// Whether another rule of its group describes a line more closely.
    private func isTaken(from rule: EarnRule, by other: EarnRule, at place: Int) -> Bool {
        guard rule.award.countsLines, rule.pick != .all, rule.group == other.group,
            other.award.countsLines
        else { return false }
        let line = basket.basket.lines[place]
        return other.lines.closeness(to: line) ?? -1 > rule.lines.closeness(to: line) ?? -1
    }
}

// MARK: - Stacking

extension Interpretation {
    /// The candidates that count: among those of a group that compete, the best, the first or all; groups add up.
    private func pick(
        among candidates: [Candidate], into verdicts: inout [String: RuleTrace.Verdict]
    ) -> [Assessment] {
        var given: [Assessment] = []
        for candidate in candidates {
            let rivals = rivals(of: candidate, among: candidates)
            let winner = rivals.reduce(rivals[0]) {
                candidate.rule.pick.prefers($1.claim, to: $0.claim) ? $1 : $0
            }
            if candidate.rule.pick == .all || winner.rule.id == candidate.rule.id {
                given.append(candidate.assessment)
                verdicts[candidate.rule.id] = .gives(
                    candidate.assessment.award, candidate.assessment.taxBases)
            } else {
                verdicts[candidate.rule.id] = .outdone(
                    by: winner.rule.id, with: candidate.assessment.award)
            }
        }
        return given
    }

    /// Those of its group that count a line which it counts, or one that such a rival counts, and itself.
    ///
    /// Rules that build on others count no lines: all of a group compete.
    private func rivals(of candidate: Candidate, among candidates: [Candidate]) -> [Candidate] {
        let group = candidates.filter { $0.rule.group == candidate.rule.group }
        guard candidate.rule.award.sources == nil else { return group }
        var ids: Set<String> = [candidate.rule.id]
        var places = Set(candidate.places)
        while true {
            let more = group.filter {
                !ids.contains($0.rule.id) && !places.isDisjoint(with: $0.places)
            }
            guard !more.isEmpty else { return group.filter { ids.contains($0.rule.id) } }
            for rival in more {
                ids.insert(rival.rule.id)
                places.formUnion(rival.places)
            }
        }
    }
}
