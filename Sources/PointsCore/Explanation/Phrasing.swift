/// How the things of a set of rules are said: it knows the currency and what rules are called.
package struct Phrasing: Sendable {
    private let currency: String
    private let titles: [String: Caption]

    /// How a set is spoken of that has a currency and titles of rules, by their ids.
    package init(currency: String, titles: [String: Caption]) {
        self.currency = currency
        self.titles = titles
    }

    /// A rule, by its title if it has one.
    package func rule(_ id: String) -> Words {
        (titles[id].map { Words(ja: $0.ja, en: $0.en) } ?? Words(id)).quoted
    }

    /// Some rules, one after the other.
    package func rules(_ ids: [String], and separator: Words = Words(ja: "、", en: ", ")) -> Words {
        var names = ids.prefix(CoreLimits.namesInWordsMax).map(rule)
        if ids.count > names.count { names.append(Words.others(ids.count - names.count)) }
        return .joined(names, by: separator)
    }

    /// Money, in the smallest unit of the currency.
    package func money(_ amount: Int64) -> Words { money(Fraction(Int128(amount))) }

    /// Money that is not rounded.
    package func money(_ amount: Fraction) -> Words {
        let number = Words.number(amount)
        return currency == "JPY"
            ? Words(ja: "\(number.ja)円", en: "\(number.en) yen")
            : Words(
                ja: "\(number.ja)(\(currency)の最小単位)",
                en: "\(number.en) of the smallest unit of \(currency)")
    }
}
