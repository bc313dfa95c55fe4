import PointsCore
import PointsJSON

// MARK: - Ranks

extension Phrasebook {
    /// What must count for a rank: money, points or purchases.
    func threshold(_ value: JSON?) -> Words? {
        guard let number = value?.exactInteger else { return nil }
        switch rankMetric {
        case "spend": return phrasing.money(number)
        case "points": return Words.points(number)
        case "visits": return Words.count(number, ja: "回", en: "purchase")
        default: return nil
        }
    }

    /// What counts towards ranks.
    static func metric(_ value: JSON?) -> Words? {
        guard let members = value?.members(["of", "tax"]) else { return nil }
        switch (members["of"]?.string, members["tax"]?.string) {
        case ("spend", nil), ("spend", "excluded"):
            return Words(ja: "購入金額(税抜)", en: "money spent, without tax")
        case ("spend", "included"): return Words(ja: "購入金額(税込)", en: "money spent, with tax")
        case ("points", nil) where members["tax"] == nil:
            return Words(ja: "購入で付いたポイント", en: "points that sales earn")
        case ("visits", nil) where members["tax"] == nil:
            return Words(ja: "購入回数", en: "number of purchases")
        default: return nil
        }
    }

    /// Over which months it is counted.
    static func window(_ value: JSON?) -> Words? {
        guard let members = value?.members(["style", "months", "startsIn"]),
            let months = members["months"]?.exactInteger
        else { return nil }
        switch (members["style"]?.string, (members["startsIn"] ?? 1).exactInteger) {
        case ("rolling", _) where members["startsIn"] == nil:
            let length = Words.count(months, ja: "か月", en: "month")
            return Words(ja: "当月を含む直近\(length.ja)", en: "the last \(length.en), this one included")
        case ("calendar", let first?):
            let length = Words.count(months, ja: "か月", en: "month")
            return Words(
                ja: "\(first)月から始まる\(length.ja)ごとの期間",
                en: "periods of \(length.en), counted from month \(first)")
        default: return nil
        }
    }

    /// The days of a year on which ranks are looked at again.
    static func review(_ value: JSON?) -> Words? {
        guard let value else {
            return Words(ja: "維持期間が終わるとき", en: "when a rank was kept for its time")
        }
        guard let days = value.members(["on"])?["on"]?.names else { return nil }
        return .joined(days.map { Words($0) }, by: Words(ja: "、", en: ", "))
    }

    /// How far a rank falls.
    static let demotions = [
        "one_step": Words(ja: "1段階下がる", en: "by one rank"),
        "to_qualified": Words(ja: "条件を満たすランクまで下がる", en: "to the rank that is reached"),
    ]

    /// What a rank is good for besides points, in both languages as it is shown.
    static func benefits(_ value: JSON?) -> Words? {
        guard let benefits = (value ?? []).array else { return nil }
        let words = benefits.compactMap { title(of: ["title": $0]) }
        guard words.count == benefits.count else { return nil }
        return words.isEmpty
            ? .nothing
            : .joined(words.map { Words("\($0.ja) / \($0.en)") }, by: Words(ja: "、", en: ", "))
    }
}
