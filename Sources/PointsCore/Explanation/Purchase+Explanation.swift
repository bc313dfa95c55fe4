// MARK: - Why it earned what it did

extension Purchase {
    /// Why it earned what it earned.
    package func explanation(under rules: Ruleset, in language: Language) -> Explanation {
        let calendar = rules.program.calendar
        let context = context(in: calendar)
        let obstacle = obstacle(under: rules.program.lifecycle, in: language)
        let rule = burnRule(of: rules, context: context)
        func part(
            _ basket: PricedBasket, redeemed: Int64, _ rooms: RuleRooms
        ) -> Explanation.Part {
            let redemption = rules.redemption(of: redeemed, under: rule, in: language)
            guard obstacle == nil else {
                return Explanation.Part(redemption: redemption, lines: [])
            }
            let traces = rules.traces(
                of: basket, shares: rules.shares(ofRedeemed: redeemed, in: basket, under: rule),
                in: context, rooms: rooms)
            return Explanation.Part(
                redemption: redemption, lines: rules.lines(for: traces, in: language))
        }
        let isWhole = obstacle != nil || returned.allSatisfy { $0 == 0 }
        return Explanation(
            language: language, ruleset: rules.hash, obstacle: obstacle,
            sold: part(
                recorded.basket.priced, redeemed: recorded.summary.redeemed,
                RuleRooms(of: recorded)),
            left: isWhole
                ? nil : part(remaining, redeemed: summary.redeemed, RuleRooms(of: self)))
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
        case .visitor:
            return language.pick(
                "ログイン前の訪問者による購入です。", "The buyer was a visitor whom nobody had logged in as.")
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
