// MARK: - What a rule gives

extension Phrasing {
    /// What a rule gives.
    func award(_ award: Award) -> Words {
        switch award {
        case .rate(let rate): return self.rate(rate)
        case .fixed(let points):
            return Words(ja: "1注文につき", en: "") + .points(points)
                + Words(ja: "", en: " for the order")
        case .perItem(let points):
            return Words(ja: "商品1個につき", en: "") + .points(points)
                + Words(ja: "", en: " for each piece")
        case .multiply(let factor, let ids, let isRounded):
            let (rules, times) = (sources(ids), Words.number(factor))
            return Words(
                ja: "\(rules.ja)の\(times.ja)倍" + (isRounded ? "" : "(端数処理の前に計算)"),
                en: "\(times.en) times the points of \(rules.en)"
                    + (isRounded ? "" : ", before they are rounded"))
        case .addPercent(let share, let ids, let isRounded):
            let (rules, percent) = (sources(ids), Words.number(share * 100))
            return Words(
                ja: "\(rules.ja)に\(percent.ja)%上乗せ" + (isRounded ? "" : "(合わせて端数処理)"),
                en: "\(percent.en) % more on the money of \(rules.en)"
                    + (isRounded ? "" : ", rounded together"))
        }
    }

    private func rate(_ rate: Rate) -> Words {
        guard rate.points.denominator == 1 else {
            let percent = Words.number(rate.points * Fraction(100, over: Int128(rate.per)))
            return Words(ja: "金額の\(percent.ja)%", en: "\(percent.en) % of the amount")
        }
        return Words.rate(
            .points(rate.points), for: money(rate.per), wholeStepsOnly: rate.wholeStepsOnly)
    }

    private func sources(_ ids: [String]) -> Words { rules(ids, and: Words(ja: "と", en: " and ")) }
}

extension Words {
    /// Points for every step of money.
    package static func rate(
        _ points: Words, for step: Words, wholeStepsOnly: Bool
    ) -> Words {
        wholeStepsOnly
            ? Words(
                ja: "\(step.ja)ごとに\(points.ja)(端数は対象外)",
                en: "\(points.en) for every full \(step.en)")
            : Words(ja: "\(step.ja)ごとに\(points.ja)", en: "\(points.en) for every \(step.en)")
    }
}
