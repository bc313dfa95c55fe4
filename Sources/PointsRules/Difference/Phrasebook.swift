import PointsCore
import PointsJSON

/// Says what stands in rule files, in words; what it does not understand as a whole it leaves to others.
struct Phrasebook {
    /// What it says of rules and money.
    let phrasing: Phrasing
    /// What counts towards ranks.
    let rankMetric: String?

    /// The phrasebook of a set: it knows the currency and what rules are called.
    init(_ files: [String: JSON]) {
        rankMetric = files["tiers.json"]?["metric"]?["of"]?.string
        phrasing = Phrasing(
            currency: files["program.json"]?["currency"]?.string ?? "",
            titles: Dictionary(
                files.compactMap { path, content in
                    Phrasebook.title(of: content).map {
                        (String(path.dropLast(".json".count)), Caption(ja: $0.ja, en: $0.en))
                    }
                }, uniquingKeysWith: { first, _ in first }))
    }

    /// What a file calls itself.
    static func title(of content: JSON) -> Words? {
        guard let title = content["title"], let ja = title["ja"]?.string,
            let en = title["en"]?.string
        else { return nil }
        return Words(ja: ja, en: en)
    }
}

// MARK: - Numbers

extension Phrasebook {
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
