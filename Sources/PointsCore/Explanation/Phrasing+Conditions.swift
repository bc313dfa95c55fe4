// MARK: - When a rule applies

extension Phrasing {
    /// What a condition asks for, as a program manager would say it.
    package func condition(_ condition: Condition) -> Words {
        switch condition {
        case .all(let parts):
            Words.joined(parts.map { bracketed($0, isOne: parts.count == 1) }, by: Words.and)
                .orElse(Words(ja: "条件なし", en: "no condition"))
        case .any(let parts):
            .joined(parts.map { bracketed($0, isOne: parts.count == 1) }, by: Words.or)
        case .not(let part): Words(ja: "(%)以外", en: "not (%)").naming(self.condition(part))
        case .channel(let names): Words(ja: "チャネルが%", en: "channel %").naming(any(names))
        case .company(let names): Words(ja: "会社が%", en: "company %").naming(any(names))
        case .store(let names): Words(ja: "店舗が%", en: "store %").naming(any(names))
        case .terminal(let names): Words(ja: "端末が%", en: "terminal %").naming(any(names))
        case .tier(let names): Words(ja: "会員ランクが%", en: "tier %").naming(any(names))
        case .paymentMethod(let names):
            Words(ja: "支払方法が%", en: "payment method %").naming(any(names))
        case .dayOfMonth, .weekday, .dates, .timeOfDay: time(condition)
        case .orderTotal(let bound, let includesTax):
            Words(ja: "%の注文", en: "an order of %").naming(
                money(within: bound, includesTax: includesTax))
        case .basket(let bound): basket(bound)
        case .firstPurchase(true): Words(ja: "初回購入", en: "the first purchase")
        case .firstPurchase(false): Words(ja: "2回目以降の購入", en: "not the first purchase")
        case .memberSince(let age): .joined(membership(age), by: Words.and)
        case .person(.birthdayMonth): Words(ja: "誕生月", en: "the month of the birthday")
        case .person(.age(let years)): ages(years)
        case .person(.segment(let id)):
            Words(ja: "セグメントが%", en: "segment %").naming(any([id]))
        }
    }

    /// A part that has parts of its own stands in brackets beside others.
    private func bracketed(_ part: Condition, isOne: Bool) -> Words {
        let words = condition(part)
        let isComposite =
            switch part {
            case .all(let parts), .any(let parts): parts.count > 1
            case .memberSince(let age): membership(age).count > 1
            case .basket: true
            default: false
            }
        return isComposite && !isOne ? words.inBrackets : words
    }

    private func any(_ names: Set<String>) -> Words { Words.names(names.sorted()) }

    private func money(within bound: AmountBound, includesTax: Bool) -> Words {
        (Words.bound(bound, money) ?? Words(ja: "任意の金額", en: "any amount"))
            + (includesTax ? Words("") : Words(ja: "(税抜)", en: " without tax"))
    }

    private func basket(_ bound: BasketBound) -> Words {
        var parts: [Words] = []
        if let quantity = bound.quantity {
            let pieces = Words.bound(quantity) { Words.count($0, ja: "個", en: "piece") }
            parts.append(pieces ?? Words(ja: "任意の数", en: "any number"))
        }
        if let amount = bound.amount {
            parts.append(money(within: amount, includesTax: bound.includesTax))
        }
        let all = Words.joined(parts, by: Words(ja: "かつ", en: " and "))
        let lines = lines(bound.lines)
        return Words(ja: "対象商品(\(lines.ja))が\(all.ja)", en: "\(all.en) of (\(lines.en))")
    }

    private func membership(_ age: MembershipAge) -> [Words] {
        var parts: [Words] = []
        if let joined = age.joined { parts.append(Phrasing.days(of: joined)) }
        if let days = Words.bound(age.days, { Words.count($0, ja: "日", en: "day") }) {
            parts.append(Words(ja: "入会から", en: "a member for ") + days)
        }
        return parts
    }

    /// The first and the last day of the calendar stand for no bound.
    private static func days(of joined: ClosedRange<CivilDate>) -> Words {
        let (first, last) = (joined.lowerBound, joined.upperBound)
        let hasFirst = Int(first.dayNumber) > CivilDate.firstDayNumber
        let hasLast = Int(last.dayNumber) < CivilDate.lastDayNumber
        return switch (hasFirst, hasLast) {
        case (true, true):
            Words(ja: "入会日が\(first)から\(last)まで", en: "a member who joined from \(first) to \(last)")
        case (true, false):
            Words(ja: "入会日が\(first)以降", en: "a member who joined on or after \(first)")
        case (false, true):
            Words(ja: "入会日が\(last)以前", en: "a member who joined on or before \(last)")
        case (false, false): Words(ja: "会員", en: "a member")
        }
    }

    /// The ends that no age reaches are not told.
    private func ages(_ years: ClosedRange<Int>) -> Words {
        let (least, most) = (years.lowerBound, years.upperBound)
        return switch (least > 0, most < CoreLimits.ageYearsMax) {
        case (true, true): Words(ja: "\(least)歳以上\(most)歳以下", en: "an age of \(least) to \(most)")
        case (true, false): Words(ja: "\(least)歳以上", en: "an age of at least \(least)")
        case (false, true): Words(ja: "\(most)歳以下", en: "an age of at most \(most)")
        case (false, false): Words(ja: "任意の年齢", en: "any age")
        }
    }

    private func time(_ condition: Condition) -> Words {
        switch condition {
        case .dayOfMonth(let days):
            Words(ja: "毎月%", en: "day % of the month").naming(
                .either(days.sorted().map { Words(ja: "\($0)日", en: "\($0)") }))
        case .weekday(let days): .either(days.sorted().map(Words.weekday))
        case .dates(let periods):
            .either(
                periods.map {
                    $0.lowerBound == $0.upperBound
                        ? Words("\($0.lowerBound)")
                        : .period(from: "\($0.lowerBound)", to: "\($0.upperBound)")
                })
        case .timeOfDay(let from, let to):
            Words(
                ja: "\(clock(from))から\(clock(to))まで", en: "from \(clock(from)) to \(clock(to))")
        default: Words("")
        }
    }

    private func clock(_ minute: Int) -> String {
        Decimal.padded(minute / 60, to: 2) + ":" + Decimal.padded(minute % 60, to: 2)
    }
}

// MARK: - Lines

extension Phrasing {
    /// Which lines are meant.
    package func lines(_ lines: LineCondition) -> Words {
        switch lines {
        case .all(let parts):
            Words.joined(parts.map { bracketed($0, isOne: parts.count == 1) }, by: Words.and)
                .orElse(Words(ja: "すべての明細", en: "all lines"))
        case .any(let parts):
            .joined(parts.map { bracketed($0, isOne: parts.count == 1) }, by: Words.or)
        case .not(let part): Words(ja: "(%)以外", en: "not (%)").naming(self.lines(part))
        case .category(let paths): Words(ja: "カテゴリが%", en: "category %").naming(.names(paths))
        case .sku(let names): Words(ja: "SKUが%", en: "SKU %").naming(any(names))
        }
    }

    private func bracketed(_ part: LineCondition, isOne: Bool) -> Words {
        let words = lines(part)
        return switch part {
        case .all(let parts), .any(let parts):
            parts.count > 1 && !isOne ? words.inBrackets : words
        case .not, .category, .sku: words
        }
    }
}

extension Words {
    fileprivate static let and = Words(ja: "、かつ", en: ", and ")
    fileprivate static let or = Words(ja: "、または", en: ", or ")

    fileprivate var inBrackets: Words { Words("(%)").naming(self) }

    fileprivate func orElse(_ other: Words) -> Words { ja.isEmpty ? other : self }
}
