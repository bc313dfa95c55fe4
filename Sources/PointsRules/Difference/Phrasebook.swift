import PointsJSON

/// Says what stands in rule files, in words; what it does not understand as a whole it leaves to others.
struct Phrasebook {
    private let currency: String
    private let titles: [String: Words]
    /// What counts towards ranks.
    let rankMetric: String?

    /// The phrasebook of a set: it knows the currency and what rules are called.
    init(_ files: [String: JSON]) {
        currency = files["program.json"]?["currency"]?.string ?? ""
        rankMetric = files["tiers.json"]?["metric"]?["of"]?.string
        titles = Dictionary(
            files.compactMap { path, content in
                Phrasebook.title(of: content).map { (String(path.dropLast(".json".count)), $0) }
            }, uniquingKeysWith: { first, _ in first })
    }

    /// What a file calls itself.
    static func title(of content: JSON) -> Words? {
        guard let title = content["title"], let ja = title["ja"]?.string,
            let en = title["en"]?.string
        else { return nil }
        return Words(ja: ja, en: en)
    }

    /// A rule, by its title if it has one.
    func rule(_ id: String) -> Words {
        (titles[id] ?? Words(id)).quoted
    }
}

// MARK: - Numbers

extension Phrasebook {
    /// A whole number with commas.
    static func number(_ number: Int64) -> String {
        let digits = String(number.magnitude)
        var text = ""
        for (index, digit) in digits.enumerated() {
            if index > 0, (digits.count - index).isMultiple(of: 3) { text += "," }
            text.append(digit)
        }
        return (number < 0 ? "-" : "") + text
    }

    /// Points: `1 point`, `3,000 points`.
    static func points(_ count: Int64) -> Words {
        self.count(count, ja: "ポイント", en: "point")
    }

    /// So many of something whose English name takes an s.
    static func count(_ count: Int64, ja: String, en: String) -> Words {
        let number = number(count)
        return Words(ja: number + ja, en: "\(number) \(en)\(count == 1 ? "" : "s")")
    }

    /// Money, in the smallest unit of the currency.
    func money(_ amount: Int64) -> Words {
        let number = Phrasebook.number(amount)
        return currency == "JPY"
            ? Words(ja: "\(number)円", en: "\(number) yen")
            : Words(
                ja: "\(number)(\(currency)の最小単位)",
                en: "\(number) of the smallest unit of \(currency)")
    }

    /// A percentage: basis points as a number, percent as text.
    static func percent(_ value: JSON?) -> String? {
        if let text = value?.string { return text }
        guard let basisPoints = value?.exactInteger, basisPoints >= 0 else { return nil }
        let fraction = String(basisPoints % 100 + 100).dropFirst()
        let digits = fraction.hasSuffix("0") ? fraction.dropLast() : fraction
        return "\(basisPoints / 100)" + (digits == "0" ? "" : ".\(digits)")
    }
}

// MARK: - Names

extension Phrasebook {
    /// One of some words of the format, each with its meaning.
    static func choice(_ value: JSON?, _ meanings: [String: Words]) -> Words? {
        value?.string.flatMap { meanings[$0] }
    }

    /// Names, one of which is meant.
    static func names(_ value: JSON) -> Words? {
        value.names.map { .either($0.map { Words($0) }) }
    }
}
