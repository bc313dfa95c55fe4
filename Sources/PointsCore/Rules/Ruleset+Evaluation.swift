// MARK: - Earning

extension Ruleset {
    /// What a basket earns that is sold now, part of it being paid with `redeemed` points.
    package func evaluate(
        _ basket: PricedBasket, redeemed: Int64, in context: SaleContext
    ) -> Evaluation {
        let rule = burnRule(for: context, total: basket.total)
        let shares = shares(ofRedeemed: redeemed, in: basket, under: rule)
        return evaluate(basket, shares: shares, in: context)
    }

    /// What a basket, or what is left of it, earns when points pay `shares` of its lines.
    ///
    /// Pure and exact: no clock, no rounding but the one that each rule asks for.
    package func evaluate(
        _ basket: PricedBasket, shares: [Int64], in context: SaleContext
    ) -> Evaluation {
        let applying = earnRules.filter {
            $0.effective.contains(context.businessDay)
                && $0.condition.holds(in: context, total: basket.total)
        }
        let plain = applying.compactMap { $0.assess(basket, shares: shares) }
        var given = pick(among: plain, of: applying)
        let multiplied = applying.compactMap { $0.multiply(given) }
        given += pick(among: multiplied, of: applying)
        given.sort { $0.rule < $1.rule }
        return Evaluation(awards: given, portions: portions(of: given, on: context.businessDay))
    }

    /// The awards that count: within a group the best, the first or all; groups add up.
    private func pick(among awards: [RuleAward], of rules: [EarnRule]) -> [RuleAward] {
        var groups: [String: [(award: RuleAward, rule: EarnRule)]] = [:]
        for award in awards {
            guard let rule = rules.first(where: { $0.id == award.rule }) else { continue }
            groups[rule.group, default: []].append((award, rule))
        }
        return groups.values.flatMap { members -> [RuleAward] in
            switch members[0].rule.pick {
            case .all: return members.map(\.award)
            case .best:
                let best = members.reduce(members[0]) {
                    $1.award.points > $0.award.points ? $1 : $0
                }
                return [best.award]
            case .first:
                let first = members.reduce(members[0]) {
                    $1.rule.priority < $0.rule.priority ? $1 : $0
                }
                return [first.award]
            }
        }
    }

    /// The points by class and expiry: validities of a class that end on the same day for this sale are one, the first.
    private func portions(
        of awards: [RuleAward], on day: CivilDate
    ) -> [Evaluation.Portion] {
        var portions: [Evaluation.Portion] = []
        for award in awards {
            guard let rule = earnRules.first(where: { $0.id == award.rule }) else { continue }
            let validity = rule.validity ?? program.validity
            let place = portions.firstIndex {
                $0.pointClass == rule.pointClass
                    && $0.validity.expiry(grantedOn: day) == validity.expiry(grantedOn: day)
                    && $0.validity.followsActivity == validity.followsActivity
            }
            if let place {
                portions[place].points += award.points
            } else {
                portions.append(
                    Evaluation.Portion(
                        pointClass: rule.pointClass, validity: validity, points: award.points))
            }
        }
        return portions
    }
}
