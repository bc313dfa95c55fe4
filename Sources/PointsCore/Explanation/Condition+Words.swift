// MARK: - In words

extension Condition {
    /// What the condition asks for, as a program manager would say it.
    package func words(in language: Language) -> String {
        switch self {
        case .all(let parts):
            joined(parts, by: language.pick("、かつ ", " and "), in: language)
        case .any(let parts):
            joined(parts, by: language.pick("、または ", " or "), in: language)
        case .not(let part):
            language.pick(
                "「\(part.words(in: language))」でない", "not (\(part.words(in: language)))")
        case .channel(let names): named("チャネル", "channel", names, in: language)
        case .company(let names): named("会社", "company", names, in: language)
        case .store(let names): named("店舗", "store", names, in: language)
        case .terminal(let names): named("端末", "terminal", names, in: language)
        case .tier(let names): named("会員ランク", "rank", names, in: language)
        case .paymentMethod(let names): named("支払方法", "payment method", names, in: language)
        case .dayOfMonth, .weekday, .dates, .timeOfDay: timeWords(in: language)
        case .orderTotal(let bound, let includesTax):
            language.pick("注文合計", "order total ")
                + Condition.words(for: bound, includesTax, in: language)
        case .basket(let bound): bound.words(in: language)
        case .firstPurchase(let isFirst):
            isFirst
                ? language.pick("初回購入", "the member's first purchase")
                : language.pick("2回目以降の購入", "not the member's first purchase")
        case .memberSince(let age): age.words(in: language)
        case .person(.birthdayMonth): language.pick("誕生月", "a birthday in this month")
        case .person(.age(let years)):
            language.pick(
                "\(years.lowerBound)〜\(years.upperBound)歳",
                "an age of \(years.lowerBound) to \(years.upperBound)")
        }
    }

    static func words(
        for bound: AmountBound, _ includesTax: Bool, in language: Language
    ) -> String {
        language.words(for: bound, unit: "")
            + (includesTax
                ? language.pick("(税込)", " with tax") : language.pick("(税抜)", " without tax"))
    }

    private func joined(
        _ parts: [Condition], by separator: String, in language: Language
    ) -> String {
        parts.isEmpty
            ? language.pick("条件なし", "no condition")
            : parts.map { $0.words(in: language) }.joined(separator: separator)
    }

    private func named(
        _ ja: String, _ en: String, _ names: Set<String>, in language: Language
    ) -> String {
        language.pick("\(ja): ", "\(en) ") + language.list(names.sorted())
    }

    private func timeWords(in language: Language) -> String {
        switch self {
        case .dayOfMonth(let days):
            return language.pick("毎月", "day of the month ")
                + language.list(days.sorted().map { language.pick("\($0)日", "\($0)") })
        case .weekday(let days):
            let names = language.pick("月火水木金土日", "").map(String.init)
            let english = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"]
            return language.list(
                days.sorted().map {
                    language == .ja ? names[$0 - 1] + "曜日" : english[$0 - 1]
                })
        case .dates(let periods):
            return language.list(
                periods.map {
                    $0.lowerBound == $0.upperBound
                        ? "\($0.lowerBound)" : "\($0.lowerBound)〜\($0.upperBound)"
                })
        case .timeOfDay(let from, let to):
            return Condition.clock(from) + "〜" + Condition.clock(to)
        default: return ""
        }
    }

    private static func clock(_ minute: Int) -> String {
        Decimal.padded(minute / 60, to: 2) + ":" + Decimal.padded(minute % 60, to: 2)
    }
}

extension BasketBound {
    fileprivate func words(in language: Language) -> String {
        var parts: [String] = []
        if let quantity {
            parts.append(language.words(for: quantity, unit: language.pick("点", " pieces")))
        }
        if let amount { parts.append(Condition.words(for: amount, includesTax, in: language)) }
        let bounds = language.list(parts)
        let lines = lines.words(in: language)
        return language.pick("対象商品(\(lines)): \(bounds)", "\(bounds) of \(lines)")
    }
}

extension MembershipAge {
    fileprivate func words(in language: Language) -> String {
        var parts: [String] = []
        if let joined {
            parts.append(
                language.pick("入会日 ", "joined ") + "\(joined.lowerBound)〜\(joined.upperBound)")
        }
        if days != AmountBound() {
            parts.append(
                language.pick("入会から", "member for ")
                    + language.words(for: days, unit: language.pick("日", " days")))
        }
        return language.list(parts)
    }
}

extension LineCondition {
    /// Which lines are meant.
    package func words(in language: Language) -> String {
        switch self {
        case .all(let parts):
            parts.isEmpty
                ? language.pick("すべての商品", "all lines")
                : parts.map { $0.words(in: language) }
                    .joined(separator: language.pick("、かつ ", " and "))
        case .any(let parts):
            parts.map { $0.words(in: language) }
                .joined(separator: language.pick("、または ", " or "))
        case .not(let part):
            language.pick(
                "「\(part.words(in: language))」以外", "not (\(part.words(in: language)))")
        case .category(let paths):
            language.pick("カテゴリ: ", "category ") + language.list(paths)
        case .sku(let names): language.pick("商品: ", "article ") + language.list(names.sorted())
        }
    }
}
