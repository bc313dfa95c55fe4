import PointsCore
import PointsJSON

// MARK: - Bounds in conditions

extension Phrasebook {
    /// So much money, with or without tax; the English words come before it, the Japanese behind.
    func amount(_ value: JSON, of what: Words) -> Words? {
        guard let members = value.members(["min", "max", "tax"]) else { return nil }
        let tax: Words
        switch members["tax"]?.string ?? "included" {
        case "included": tax = Words("")
        case "excluded": tax = Words(ja: "(税抜)", en: " without tax")
        default: return nil
        }
        return Phrasebook.bound(members, phrasing.money).map {
            Words(ja: $0.ja + tax.ja + what.ja, en: what.en + $0.en + tax.en)
        }
    }

    /// So much of some lines in the basket.
    func basket(_ value: JSON) -> Words? {
        guard let members = value.members(["lines", "quantity", "amount"]),
            let lines = lines(members["lines"])
        else { return nil }
        var parts: [Words] = []
        if let quantity = members["quantity"] {
            let count = quantity.members(["min", "max"]).flatMap { bound in
                Phrasebook.bound(bound) { Words.count($0, ja: "個", en: "piece") }
            }
            guard let count else { return nil }
            parts.append(count)
        }
        if let amount = members["amount"] {
            guard let words = self.amount(amount, of: Words("")) else { return nil }
            parts.append(words)
        }
        guard !parts.isEmpty else { return nil }
        let all = Words.joined(parts, by: Words(ja: "かつ", en: " and "))
        return Words(ja: "\(lines.ja)が\(all.ja)", en: "\(all.en) of \(lines.en)")
    }

    /// How much of some lines points may pay.
    func lineLimits(_ value: JSON?) -> Words? {
        guard let limits = (value ?? []).array else { return nil }
        let words = limits.compactMap { limit -> Words? in
            guard let members = limit.members(["lines", "maxPercent"]),
                let percent = members["maxPercent"]?.exactInteger,
                let lines = lines(members["lines"])
            else { return nil }
            return Words(ja: "\(lines.ja): \(percent)%", en: "\(percent) % of \(lines.en)")
        }
        guard words.count == limits.count else { return nil }
        return words.isEmpty ? .nothing : .joined(words, by: Words(ja: "、", en: ", "))
    }

    static let facts: [String: [Bool: Words]] = [
        "firstPurchase": [
            true: Words(ja: "初回購入", en: "the first purchase"),
            false: Words(ja: "2回目以降の購入", en: "not the first purchase"),
        ],
        "birthdayMonth": [
            true: Words(ja: "誕生月", en: "the month of the birthday"),
            false: Words(ja: "誕生月以外", en: "not the month of the birthday"),
        ],
    ]

    /// So many years old.
    static func ages(_ value: JSON) -> Words? {
        value.members(["min", "max"]).flatMap { members in
            bound(members) { Words(ja: "\($0)歳", en: "\($0) years") }
        }
    }

    /// A member since some days, or for so long.
    static func membership(_ value: JSON) -> Words? {
        guard let members = value.members(["from", "to", "minDays", "maxDays"]) else { return nil }
        var parts: [Words] = []
        if members["from"] != nil || members["to"] != nil {
            var dates = JSONObject()
            for key in ["from", "to"] { dates[key] = members[key] }
            guard let words = period(.object(dates)) else { return nil }
            parts.append(Words(ja: "入会日が", en: "joined ") + words)
        }
        if members["minDays"] != nil || members["maxDays"] != nil {
            var days = JSONObject()
            days["min"] = members["minDays"]
            days["max"] = members["maxDays"]
            guard let words = bound(days, { Words.count($0, ja: "日", en: "day") }) else {
                return nil
            }
            parts.append(Words(ja: "入会から", en: "a member for ") + words)
        }
        return parts.isEmpty ? nil : .joined(parts, by: Words(ja: "、かつ", en: ", and "))
    }

    /// At least, at most, or between.
    static func bound(_ members: JSONObject, _ words: (Int64) -> Words) -> Words? {
        for key in ["min", "max"] where members[key] != nil {
            guard members[key]?.exactInteger != nil else { return nil }
        }
        return Words.bound(
            AmountBound(min: members["min"]?.exactInteger, max: members["max"]?.exactInteger),
            words)
    }
}
