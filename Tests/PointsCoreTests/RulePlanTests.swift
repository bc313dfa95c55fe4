import Testing

@testable import PointsCore

struct RulePlanTests {
    /// Rules of a seed come to the same by the plan and read one by one.
    private static func check(seed: UInt64) -> Bool {
        var random = RandomRules(seed: seed)
        let rules = Programs.rules(earn: random.earnRules())
        var gaveAny = false
        for _ in 0..<10 {
            let basket = random.basket()
            let left = basket.lines.map { random.number(0...$0.quantity) }
            let context = random.context()
            let rooms = random.rooms(for: rules.earnRules)
            for priced in [basket.priced, PricedBasket(basket: basket, pieces: left)] {
                let shares = random.shares(of: priced)
                let evaluation = rules.evaluate(
                    priced, shares: shares, in: context, rooms: rooms)
                let traces = rules.traces(of: priced, shares: shares, in: context, rooms: rooms)
                let given = traces.compactMap { trace in
                    trace.award.flatMap { award in
                        rules.earnRules.firstIndex { $0.id == trace.rule }.map { ($0, award) }
                    }
                }
                let read = Evaluation(
                    given, of: rules.earnRules, on: context.businessDay, in: rules.program)
                #expect(evaluation == read, "seed \(seed)")
                #expect(traces.compactMap(\.award) == evaluation.awards, "seed \(seed)")
                #expect(
                    outdone(in: traces, of: rules)
                        == outdone(
                            by: PlanRun(
                                rules.plan, basket: priced, shares: shares, context: context,
                                rooms: rooms)), "seed \(seed)")
                gaveAny = gaveAny || evaluation.points > 0
            }
        }
        return gaveAny
    }

    /// How many rules gave way to another of their group, each to one that counts.
    private static func outdone(in traces: [RuleTrace], of rules: Ruleset) -> Int {
        let groups = Dictionary(uniqueKeysWithValues: rules.earnRules.map { ($0.id, $0.group) })
        let giving = Set(traces.filter { $0.award != nil }.map(\.rule))
        return traces.count { trace in
            guard case .outdone(let winner, _) = trace.verdict else { return false }
            #expect(giving.contains(winner) && groups[winner] == groups[trace.rule])
            return true
        }
    }

    /// How many candidates of a plan do not count.
    private static func outdone(by plan: PlanRun) -> Int {
        var run = plan
        var candidates = 0
        for group in run.plan.groups {
            run.look(at: group)
            candidates += run.candidates.count
        }
        let onBasket = run.given.count
        for group in run.plan.buildingGroups {
            for place in group.members where run.applies(place) {
                candidates += run.building(at: place, on: run.given[..<onBasket]) == nil ? 0 : 1
            }
            run.build(group, on: onBasket)
        }
        return candidates - run.given.count
    }

    @Test
    func `the plan of random rules comes to what the rules say, read one by one`() {
        let count = (1...2_000).count { RulePlanTests.check(seed: UInt64($0)) }
        // Most sets of rules give something, or nothing was compared.
        #expect(count > 1_000)
    }
}
