// MARK: - Why it earned what it did

extension Purchase {
    /// Why it earned what it earned.
    package func explanation(under rules: Ruleset, in language: Language) -> Explanation {
        let calendar = rules.program.calendar
        let context = context(in: calendar)
        if let obstacle = obstacle(under: rules.program.lifecycle, in: language) {
            return Explanation(
                language: language, ruleset: rules.hash, obstacle: obstacle, sold: [], left: nil)
        }
        func lines(
            _ basket: PricedBasket, redeemed: Int64, _ rooms: RuleRooms
        ) -> [Explanation.Line] {
            let shares = rules.shares(
                ofRedeemed: redeemed, in: basket, under: burnRule(of: rules, context: context))
            return rules.traces(
                of: basket, shares: shares, in: context, rooms: rooms
            ).compactMap { rules.line(for: $0, in: language) }
        }
        return Explanation(
            language: language, ruleset: rules.hash, obstacle: nil,
            sold: lines(
                recorded.basket.priced, redeemed: recorded.summary.redeemed,
                RuleRooms(of: recorded)),
            left: returned.allSatisfy { $0 == 0 }
                ? nil : lines(remaining, redeemed: summary.redeemed, RuleRooms(of: self)))
    }

    /// Why no rule was asked, if none was.
    private func obstacle(under policy: LifecyclePolicy, in language: Language) -> String? {
        if recorded.summary.status == .voided {
            return language.pick(
                "この注文は販売が届く前に取り消されていました。", "The order was voided before its sale arrived.")
        }
        let status = recorded.standing.status
        if status?.mayEarn(under: policy) ?? false { return nil }
        switch status {
        case nil: return language.pick("会員のいない購入です。", "No member is known for this sale.")
        case .provisional:
            return language.pick(
                "仮会員にはポイントが付かない設定です。", "The buyer was a provisional member, who does not earn.")
        case .withdrawn:
            return language.pick(
                "販売が届いた時点で退会していました。", "The buyer had left when the sale came in.")
        case .active, .suspended, .merged:
            return language.pick(
                "会員はポイントを貯められない状態でした。", "The buyer was barred from earning.")
        }
    }
}
