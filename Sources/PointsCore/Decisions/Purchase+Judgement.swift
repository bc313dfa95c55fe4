// MARK: - Judged as on the day of the sale

extension Purchase {
    /// Where, when and to whom it was sold: what the rules of the sale look at, or others that may know something else of the
    /// buyer.
    func context(in calendar: BusinessCalendar, to standing: Standing? = nil) -> SaleContext {
        SaleContext(
            channel: channel, company: company, store: store, terminal: terminal,
            paymentMethod: recorded.paymentMethod,
            businessDay: calendar.businessDay(of: occurredAt),
            minuteOfDay: calendar.minuteOfDay(at: occurredAt),
            standing: standing ?? recorded.standing)
    }

    /// The redemption rule that let points pay for it.
    func burnRule(of rules: Ruleset, context: SaleContext) -> BurnRule? {
        rules.burnRule(for: context, basket: recorded.basket.priced)
    }

    /// When points that wait count at the latest, whether or not anything is shipped.
    func latestConfirmation(under rules: Ruleset) -> Instant? {
        let calendar = rules.program.calendar
        return rules.program.channels[channel]?.pending.latestConfirmation(
            ofSaleOn: calendar.businessDay(of: occurredAt), in: calendar)
    }

    /// The points of an evaluation by the grants of the purchase, never more than each has: the oldest are served first.
    ///
    /// - Returns: Points for each grant, and what is evaluated beyond them.
    func distribute(
        _ evaluation: Evaluation, in calendar: BusinessCalendar
    ) -> (points: [Int64], beyond: [Evaluation.Portion]) {
        var due = evaluation.portions
        let day = calendar.businessDay(of: occurredAt)
        let points = grants.map { grant in
            let place = due.firstIndex {
                $0.pointClass == grant.terms.pointClass
                    && $0.validity.isLike(grant.validity, forSaleOn: day)
            }
            guard let place else { return Int64(0) }
            let kept = min(grant.points, due[place].points)
            due[place].points -= kept
            return kept
        }
        return (points, due.filter { $0.points > 0 })
    }

    /// What comes free of caps over several orders, or is used besides, when what is left earns so much; with what was left of
    /// them for it.
    func capUses(
        changedBy evaluation: Evaluation, under rules: Ruleset, within rooms: RuleRooms,
        on day: CivilDate
    ) -> [CapUse] {
        rules.cappedRules.compactMap { rule in
            guard rule.effective.contains(day), let room = rooms.room(for: rule) else { return nil }
            let known = capUses.first { $0.rule == rule.id }
            let points = max(0, evaluation.awards.first { $0.rule == rule.id }?.points ?? 0)
            let change = points - (known?.points ?? 0)
            let before = known?.room ?? RuleRooms.untouched.room(for: rule)
            guard change != 0 || room != before else { return nil }
            return CapUse(
                rule: rule.id, scopes: rule.lastingCaps.map(\.scope), day: day, points: change,
                room: room)
        }
    }

    /// How many of the redeemed points stay on what is left of the basket.
    ///
    /// A function of what is left alone, never more than it may absorb under the redemption rule of the sale.
    func redeemed(left: PricedBasket, rules: Ruleset, under burnRule: BurnRule?) -> Int64 {
        guard summary.redeemed > 0 else { return 0 }
        let pointValue = rules.program.pointValue
        let paid = recorded.summary.redeemed
        let sold = recorded.summary.total.amount
        let absorbable =
            burnRule?.absorbable(
                leftOf: recorded.basket.priced, now: left, pointValue: pointValue) ?? 0
        let wanted: Int64
        switch rules.program.redeemedOnReturn {
        case .keepOnRemaining: wanted = paid
        case .prorate:
            wanted = Int64((Int128(paid) * Int128(left.total)) / Int128(max(sold, 1)))
        case .restoreFirst: wanted = max(0, paid - (sold - left.total) / pointValue)
        }
        return min(wanted, absorbable, summary.redeemed)
    }
}
