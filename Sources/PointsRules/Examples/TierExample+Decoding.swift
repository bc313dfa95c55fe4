import PointsCore

// MARK: - tiers.json /examples

extension TierExample {
    /// Reads the examples of ranks; there is at least one.
    static func list(
        _ object: RuleObject, of policy: TierPolicy, in surroundings: RuleSurroundings
    ) -> [TierExample] {
        object.required("examples").list(max: RulesLimits.examplesMax).enumerated().map {
            TierExample($1, at: $0, of: policy, in: surroundings)
        }
    }

    private init(
        _ value: RuleValue, at index: Int, of policy: TierPolicy, in surroundings: RuleSurroundings
    ) {
        let object = value.object(["name", "given", "expect"])
        let given = object.required("given").object(["purchases", "on"])
        let expect = object.required("expect").object(["tier", "toNext", "basis", "keptThrough"])
        self.index = index
        name = object.required("name").text()
        purchases = given.required("purchases").list().map {
            Purchase($0, counting: policy.metric, in: surroundings)
        }
        day = given.required("on").date()
        let amounts = 0...RulesLimits.tierFromMax
        expected = Expectation(
            tier: expect.required("tier").name(
                of: "a rank", among: policy.tiers.map(\.id).filter { !$0.isEmpty }),
            toNext: expect.optional("toNext")?.integer(amounts),
            basis: expect.optional("basis")?.integer(amounts),
            keptThrough: expect.optional("keptThrough")?.date())
    }
}

extension TierExample.Purchase {
    private static let keys = ["on", "channel", "returnedOn"]

    /// Reads a purchase; what it must say besides depends on what counts.
    fileprivate init(
        _ value: RuleValue, counting metric: TierMetric, in surroundings: RuleSurroundings
    ) {
        let amounts = 0...Yen.max.amount
        let object: RuleObject
        switch metric {
        case .spendWithTax, .spendWithoutTax:
            object = value.object(Self.keys + ["amount", "taxRate"])
            let gross = object.required("amount").integer(amounts)
            let rate = object.required("taxRate").integer(0...CoreLimits.taxPercentMax)
            let tax = PricedBasket.tax(inside: gross, at: rate)
            amount = metric == .spendWithTax ? gross : gross - tax
        case .points:
            object = value.object(Self.keys + ["points"])
            amount = object.required("points").integer(amounts)
        case .visits:
            object = value.object(Self.keys)
            amount = 1
        }
        day = object.required("on").date()
        channel = object.optional("channel")?.name(of: "a channel", among: surroundings.channels)
        let back = object.optional("returnedOn")
        returnedOn = back?.date()
        if let returnedOn, returnedOn < day {
            back?.complain("it comes back on \(returnedOn), before it is bought on \(day)")
        }
    }
}
