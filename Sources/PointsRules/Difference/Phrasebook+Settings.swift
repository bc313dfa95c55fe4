import PointsCore
import PointsJSON

// MARK: - The settings of a program

extension Phrasebook {
    /// Who runs a channel, and what it may do without the server.
    static func channel(_ value: JSON?) -> Words? {
        guard let value else { return Words.nothing }
        guard let members = value.members(["company", "offlineRedeemMax"]),
            let company = members["company"]?.string
        else { return nil }
        let words = Words(ja: "\(company)が運営", en: "run by \(company)")
        guard let most = members["offlineRedeemMax"] else { return words }
        return most.exactInteger.map(Words.points).map {
            words + Words(ja: "、オフラインでは\($0.ja)まで利用可", en: ", offline at most \($0.en)")
        }
    }

    /// When the points of a channel begin to count.
    static func pending(_ value: JSON?) -> Words? {
        guard let value else { return Words(ja: "すぐに", en: "at once") }
        switch value["confirm"]?.string {
        case "at_once": return value.members(["confirm"]) == nil ? nil : pending(nil)
        case "on_confirm":
            guard let members = value.members(["confirm", "afterDays", "latestDays"]),
                let after = (members["afterDays"] ?? 0).exactInteger
            else { return nil }
            let words =
                after == 0
                ? Words(ja: "確定時", en: "on confirmation")
                : Words(ja: "確定の", en: "")
                    + Words.count(after, ja: "日", en: "day")
                    + Words(ja: "後", en: " after confirmation")
            guard let latest = members["latestDays"] else { return words }
            return latest.exactInteger.map { Words.count($0, ja: "日", en: "day") }.map {
                words
                    + Words(ja: "、遅くとも販売の\($0.ja)後", en: ", at the latest \($0.en) after the sale")
            }
        default: return nil
        }
    }

    /// The form of a kind of identity.
    static func identity(_ value: JSON?) -> Words? {
        guard let value else { return Words.nothing }
        guard let members = value.members(["pattern", "check", "normalise", "anonymous"]) else {
            return nil
        }
        var words: [Words] = []
        for member in members.members.sorted(by: { $0.key < $1.key }) {
            switch (member.key, member.value.string, member.value.bool) {
            case ("anonymous", _, let flag?):
                words.append(
                    flag
                        ? Words(ja: "個人を特定しない", en: "not a person")
                        : Words(ja: "個人を特定する", en: "a person"))
            case ("issued", _, _):
                words.append(
                    Words(ja: "発行済み番号のみ", en: "only numbers that were issued"))
            case ("check", let name?, _):
                words.append(Words(ja: "チェックデジット\(name)", en: "check digit \(name)"))
            case ("normalise", let name?, _):
                words.append(Words(ja: "\(name)として正規化", en: "made comparable as \(name)"))
            case ("pattern", let pattern?, _):
                words.append(Words(ja: "形式\(pattern)", en: "of the form \(pattern)"))
            default: return nil
            }
        }
        return words.isEmpty
            ? Words(ja: "任意の文字列", en: "any text") : .joined(words, by: Words(ja: "、", en: ", "))
    }

    /// What becomes of a claw-back that asks for more than is left.
    static let shortfalls = [
        "debt": Words(ja: "会員の借りにする", en: "the member owes it"),
        "refund": Words(ja: "返金から差し引く", en: "it is kept back from the refund"),
        "forgive": Words(ja: "請求しない", en: "it is forgiven"),
    ]

    /// Where redeemed points stay on a part return.
    static let redeemedOnReturn = [
        "keep_on_remaining": Words(ja: "残る商品に充てる", en: "they stay on what is kept"),
        "prorate": Words(ja: "按分して戻す", en: "they go back in proportion"),
        "restore_first": Words(ja: "現金より先に戻す", en: "they go back before money does"),
    ]

    /// Which lots redeemed points go back to.
    static let restores = [
        "original_lot": Words(ja: "元の有効期限のまま", en: "to the lots they came from"),
        "original_lot_grace": Words(
            ja: "元の有効期限のまま(失効分には猶予)", en: "to the lots they came from, with days of grace"),
        "new_lot": Words(ja: "新しいポイントとして", en: "to a new lot"),
    ]

    /// What leaving does to something.
    static let leavings = [
        "cancel": Words(ja: "取り消す", en: "cancelled"),
        "release": Words(ja: "解放する", en: "released"),
        "block": Words(ja: "退会できない", en: "in the way of leaving"),
    ]

    /// What redeemed points do to the base.
    static let redeemedBases = Dictionary(
        uniqueKeysWithValues: EarnRule.RedeemedBase.allCases.map {
            ($0.rawValue, Words.treatment($0))
        })

    /// Whether a base has tax in it.
    static let taxes = [
        "excluded": Words.tax(isIncluded: false), "included": Words.tax(isIncluded: true),
    ]

    /// When points of one rule begin to count.
    static func ownPending(_ value: JSON) -> Words? {
        guard let members = value.members(["confirm", "days"]) else { return nil }
        switch (members["confirm"]?.string, members["days"]?.exactInteger) {
        case ("at_once", nil): return Words(ja: "購入時", en: "with the sale")
        case ("after_sale", let days?):
            let words = Words.count(days, ja: "日", en: "day")
            return Words(ja: "購入の\(words.ja)後", en: "\(words.en) after the sale")
        default: return nil
        }
    }

    /// A switch that is on unless told.
    static func yesOrNo(_ value: JSON?) -> Words? {
        (value ?? true).bool.map { $0 ? Words(ja: "可", en: "yes") : Words(ja: "不可", en: "no") }
    }
}
