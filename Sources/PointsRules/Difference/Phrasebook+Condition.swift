import PointsCore
import PointsJSON

// MARK: - Conditions

extension Phrasebook {
    /// When a rule applies.
    func condition(_ value: JSON?) -> Words? {
        guard let object = (value ?? [:]).object else { return nil }
        return object.isEmpty
            ? Words(ja: "いつでも", en: "always") : joined(object, part: conditionPart)
    }

    /// Which lines of a basket are meant.
    func lines(_ value: JSON?) -> Words? {
        guard let object = (value ?? [:]).object else { return nil }
        return object.isEmpty
            ? Words(ja: "すべての明細", en: "all lines") : joined(object, part: linePart)
    }

    typealias Part = (_ key: String, _ value: JSON) -> Words?

    /// All parts of a condition together; `nil` if one is not understood.
    func joined(_ object: JSONObject, part: Part) -> Words? {
        let sorted = object.members.sorted { $0.key < $1.key }
        let words = sorted.compactMap { part($0.key, $0.value) }
        return words.count == sorted.count
            ? .joined(words, by: Words(ja: "、かつ", en: ", and ")) : nil
    }

    private func conditionPart(_ key: String, _ value: JSON) -> Words? {
        if let label = Phrasebook.namedConditions[key] {
            return Phrasebook.names(value).map(label.naming)
        }
        switch key {
        case "dayOfMonth":
            return Phrasebook.list(value) { day in
                day.exactInteger.map { Words(ja: "\($0)日", en: "\($0)") }
            }.map(Words(ja: "毎月%", en: "day % of the month").naming)
        case "weekday": return Phrasebook.list(value, Phrasebook.weekday)
        case "dates":
            return Phrasebook.list(value) { $0.string.map { Words($0) } ?? Phrasebook.period($0) }
        case "timeOfDay":
            guard let members = value.members(["from", "to"]), let from = members["from"]?.string,
                let to = members["to"]?.string
            else { return nil }
            return Words(ja: "\(from)から\(to)まで", en: "from \(from) to \(to)")
        case "orderTotal": return amount(value, of: Words(ja: "の注文", en: "an order of "))
        case "basket": return basket(value)
        case "firstPurchase", "birthdayMonth":
            return value.bool.flatMap { Phrasebook.facts[key]?[$0] }
        case "ageRange": return Phrasebook.ages(value)
        case "memberSince": return Phrasebook.membership(value)
        default: return combination(key, value, part: conditionPart)
        }
    }

    private func linePart(_ key: String, _ value: JSON) -> Words? {
        if let label = Phrasebook.namedLines[key] {
            return Phrasebook.names(value).map(label.naming)
        }
        return combination(key, value, part: linePart)
    }

    func combination(_ key: String, _ value: JSON, part: @escaping Part) -> Words? {
        func nested(_ value: JSON) -> Words? {
            value.object.flatMap { $0.isEmpty ? nil : joined($0, part: part) }
        }
        switch key {
        case "not": return nested(value).map(Words(ja: "(%)以外", en: "not (%)").naming)
        case "all", "any":
            guard let elements = value.array, !elements.isEmpty else { return nil }
            let words = elements.compactMap(nested)
            guard words.count == elements.count else { return nil }
            let inner =
                key == "any"
                ? Words.joined(words, by: Words(ja: "、または", en: ", or "))
                : Words.joined(words, by: Words(ja: "、かつ", en: ", and "))
            return words.count == 1 ? inner : Words("(%)").naming(inner)
        default: return nil
        }
    }

    private static let namedConditions = [
        "channel": Words(ja: "チャネルが%", en: "channel %"),
        "company": Words(ja: "会社が%", en: "company %"),
        "store": Words(ja: "店舗が%", en: "store %"),
        "terminal": Words(ja: "端末が%", en: "terminal %"),
        "tier": Words(ja: "会員ランクが%", en: "tier %"),
        "segment": Words(ja: "セグメントが%", en: "segment %"),
        "paymentMethod": Words(ja: "支払方法が%", en: "payment method %"),
    ]

    private static let namedLines = [
        "category": Words(ja: "カテゴリが%", en: "category %"),
        "sku": Words(ja: "SKUが%", en: "SKU %"),
    ]

    private static func list(_ value: JSON, _ word: (JSON) -> Words?) -> Words? {
        let words = value.elements.compactMap(word)
        return words.count == value.elements.count && !words.isEmpty ? .either(words) : nil
    }

    private static let weekdays = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"]

    private static func weekday(_ value: JSON) -> Words? {
        let named = value.string.flatMap(weekdays.firstIndex).map { Int64($0) + 1 }
        return (value.exactInteger ?? named).flatMap {
            (1...7).contains($0) ? .weekday(Int($0)) : nil
        }
    }
}
