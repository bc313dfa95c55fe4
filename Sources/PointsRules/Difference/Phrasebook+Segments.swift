import PointsCore
import PointsJSON

// MARK: - Who is in a segment

extension Phrasebook {
    /// Who is in a segment.
    func who(_ value: JSON?) -> Words? {
        value?.object.flatMap { $0.isEmpty ? nil : joined($0, part: whoPart) }
    }

    private func whoPart(_ key: String, _ value: JSON) -> Words? {
        switch key {
        case "status":
            return Phrasebook.names(value).map(Words(ja: "状態が%", en: "status %").naming)
        case "tier":
            return Phrasebook.names(value).map(Words(ja: "会員ランクが%", en: "tier %").naming)
        case "channel":
            return Phrasebook.names(value).map(
                Words(ja: "%で購入がある", en: "has bought in %").naming)
        case "memberSince": return Phrasebook.membership(value)
        case "crossChannel", "birthdayMonth":
            return value.bool.flatMap { Phrasebook.traits[key]?[$0] }
        case "ageRange": return Phrasebook.ages(value)
        case "recencyDays":
            return value.members(["min", "max"]).flatMap { members in
                Phrasebook.bound(members) { Words.count($0, ja: "日", en: "day") }
            }.map(Words(ja: "最後の購入から%", en: "last bought % ago").naming)
        case "points":
            return value.members(["min", "max"])
                .flatMap { Phrasebook.bound($0, Words.points) }
                .map(Words(ja: "利用可能なポイントが%", en: "% to spend").naming)
        case "expiring": return expiring(value)
        case "frequency":
            return bought(value) { Words.count($0, ja: "回", en: "purchase") }
        case "spend":
            return bought(value, phrasing.money)
                .map(Words(ja: "購入金額が%", en: "has bought for %").naming)
        case "paid":
            return bought(value, phrasing.money)
                .map(Words(ja: "現金等での支払いが%", en: "has paid %").naming)
        default: return combination(key, value, part: whoPart)
        }
    }

    private func expiring(_ value: JSON) -> Words? {
        guard let members = value.members(["min", "max", "withinDays"]),
            let days = members["withinDays"]?.exactInteger,
            let points = Phrasebook.bound(members, Words.points)
        else { return nil }
        let span = Words.count(days, ja: "日", en: "day")
        return Words(
            ja: "\(span.ja)以内に失効するポイントが\(points.ja)",
            en: "\(points.en) that expire within \(span.en)")
    }

    /// So much of what somebody bought, when and where.
    private func bought(_ value: JSON, _ words: (Int64) -> Words) -> Words? {
        guard let members = value.members(["min", "max", "withinDays", "channel"]),
            var all = Phrasebook.bound(members, words)
        else { return nil }
        if let channels = members["channel"] {
            guard let names = Phrasebook.names(channels) else { return nil }
            all = Words(ja: "\(names.ja)で\(all.ja)", en: "\(all.en) in \(names.en)")
        }
        if let within = members["withinDays"] {
            guard let days = within.exactInteger else { return nil }
            let span = Words.count(days, ja: "日", en: "day")
            all = Words(ja: "直近\(span.ja)に\(all.ja)", en: "\(all.en) within \(span.en)")
        }
        return all
    }

    private static let traits: [String: [Bool: Words]] = [
        "crossChannel": [
            true: Words(ja: "複数のチャネルで購入がある", en: "has bought in more than one channel"),
            false: Words(ja: "購入が1つのチャネル以下", en: "has bought in one channel or none"),
        ],
        "birthdayMonth": facts["birthdayMonth"] ?? [:],
    ]
}
