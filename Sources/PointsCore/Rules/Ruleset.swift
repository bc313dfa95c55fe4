/// All rules that are in force together, identified by the hash of their content.
package struct Ruleset: Hashable, Sendable {
    /// SHA-256 of the canonical content.
    package let hash: [UInt8]
    /// The settings.
    package let program: Program
    /// Earning rules by id.
    package let earnRules: [EarnRule]
    /// Redemption rules by id.
    package let burnRules: [BurnRule]
    /// Rules for what members do besides buying, by id.
    package let activityRules: [ActivityRule]
    /// Saved conditions over members, by id.
    package let segments: [Segment]
    /// What the members of segments are offered, by id.
    package let offers: [Offer]
    /// What rules are called, by their ids.
    package let titles: [String: Caption]
    /// The earning rules, ready for evaluation.
    let plan: RulePlan
    /// Earning rules with caps over several orders, by id.
    let cappedRules: [EarnRule]
    /// Rules for activities with caps, by id.
    let cappedActivityRules: [ActivityRule]
    /// What any of the rules asks about the person, each once, in the order of the rules.
    package let traits: [PersonalTrait]
    /// Classes whose points begin to count as their rules say, whatever the channel says.
    let pendingByClass: [PointClass: PendingPolicy]
    /// Ranks; `nil` in a program without.
    package let tiers: TierPolicy?
    /// What members are asked to agree to; `nil` in a program that asks for nothing.
    package let consents: ConsentPolicy?

    /// A set of rules; they are kept in the order of their ids.
    package init(
        hash: [UInt8], program: Program, earnRules: [EarnRule], burnRules: [BurnRule],
        activityRules: [ActivityRule] = [], segments: [Segment] = [], offers: [Offer] = [],
        tiers: TierPolicy? = nil, consents: ConsentPolicy? = nil, titles: [String: Caption] = [:]
    ) {
        self.titles = titles
        self.segments = segments.sorted { $0.id < $1.id }
        self.offers = offers.sorted { $0.id < $1.id }
        self.hash = hash
        self.program = program
        self.earnRules = earnRules.sorted { $0.id < $1.id }
        plan = RulePlan(self.earnRules)
        cappedRules = self.earnRules.filter { !$0.lastingCaps.isEmpty }
        self.activityRules = activityRules.sorted { $0.id < $1.id }
        cappedActivityRules = self.activityRules.filter { !$0.lastingCaps.isEmpty }
        var traits: [PersonalTrait] = []
        let conditions =
            earnRules.map(\.condition) + burnRules.map(\.condition) + activityRules.map(\.condition)
        for trait in conditions.flatMap(\.traits) where !traits.contains(trait) {
            traits.append(trait)
        }
        self.traits = traits
        pendingByClass = Dictionary(
            self.earnRules.compactMap { rule in rule.pending.map { (rule.pointClass, $0) } },
            uniquingKeysWith: { first, _ in first })
        self.burnRules = burnRules.sorted { $0.id < $1.id }
        self.tiers = tiers
        self.consents = consents
    }

    /// What is true on a day of what the rules ask about the person; where the date of birth is not known, nothing that it
    /// would answer.
    package func traits(
        ofBornOn birthDate: CivilDate?, on day: CivilDate, inSegment: (String) -> Bool
    ) -> [PersonalTrait] {
        traits.filter { trait in
            if case .segment(let id) = trait { return inSegment(id) }
            return birthDate.map { trait.holds(bornOn: $0, on: day) } ?? false
        }
    }

    /// The classes that points may have: the standard one, and those that rules grant.
    package var pointClasses: Set<PointClass> {
        Set(grantingRules.map(\.pointClass)).union([.standard])
    }

    /// How long points of a class last that are given by hand: as the program says, or as the rules that grant the class do.
    ///
    /// - Returns: `nil` if its rules disagree.
    func validity(of pointClass: PointClass) -> Validity? {
        guard pointClass.isLimited else { return program.validity }
        let rules = grantingRules.filter { $0.pointClass == pointClass }
        let first = rules.first?.validity ?? program.validity
        return rules.allSatisfy { ($0.validity ?? program.validity) == first } ? first : nil
    }

    private var grantingRules: [any GrantingRule] {
        earnRules + activityRules + offers.compactMap(\.grant)
    }

    /// The redemption rule for a sale: the first that is in force and applies.
    package func burnRule(for context: SaleContext, basket: PricedBasket) -> BurnRule? {
        burnRules.first {
            $0.effective.contains(context.businessDay)
                && $0.condition.holds(in: context, for: basket)
        }
    }

    /// How many points may pay for a basket; none where no redemption rule applies.
    package func redeemable(of basket: PricedBasket, under rule: BurnRule?) -> Redeemable {
        guard let rule else { return Redeemable(max: 0, min: 0, unit: 1) }
        let most = rule.absorbable(by: basket, pointValue: program.pointValue)
        return Redeemable(max: most, min: rule.min, unit: rule.unit)
    }

    /// What redeemed points pay of each line: spread over the lines that may be paid with points, in proportion
    /// to their amounts, by largest remainder.
    ///
    /// After a return the tax of what is left may be rounded so that these lines cost a little less than points paid for
    /// them: the others take that.
    package func shares(
        ofRedeemed points: Int64, in basket: PricedBasket, under rule: BurnRule?
    ) -> [Int64] {
        guard points > 0, let rule else { return basket.gross.map { _ in 0 } }
        let payable = rule.payableAmounts(of: basket)
        let worth = points * program.pointValue
        let most = payable.reduce(0, +)
        let shares = Apportionment.shares(of: min(worth, most), by: payable)
        guard worth > most else { return shares }
        let others = zip(basket.gross, payable).map { $0 - $1 }
        return zip(shares, Apportionment.shares(of: worth - most, by: others)).map { $0 + $1 }
    }
}
