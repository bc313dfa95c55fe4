import PointsCore
import PointsJSON

// MARK: - earn/*.json and burn/*.json

extension Aspect {
    /// Parts of every rule.
    static let common = [
        // Both titles in either language: one of them may have changed alone.
        Aspect("/title", ja: "名称", en: "title") { _, value in
            guard let value else { return nil }
            return Phrasebook.title(of: ["title": value]).map { Words("\($0.ja) / \($0.en)") }
        },
        Aspect("/effective", isBound: true, ja: "有効期間", en: "in force") { Phrasebook.period($1) },
        Aspect("/when", isBound: true, ja: "適用条件", en: "applies") { $0.condition($1) },
    ]

    /// Parts of an earning rule.
    static let earning =
        [
            Aspect("/lines", ja: "対象の明細", en: "lines that count") { $0.lines($1) },
            Aspect("/award", ja: "付与", en: "gives") { $0.award($1) },
            Aspect(
                "/base/tax", ja: "計算の対象額", en: "earns on amounts",
                choice(Phrasebook.taxes, orElse: "excluded")),
            Aspect(
                "/base/redeemed", ja: "ポイントで支払った分", en: "what is paid with points",
                choice(Phrasebook.redeemedBases, orElse: "deduct")),
            Aspect("/rounding", ja: "端数処理", en: "rounded") { $0.rounding($1) },
        ] + granting

    /// Parts of every rule that gives points.
    private static let granting = [
        Aspect("/stacking", ja: "ほかのルールとの関係", en: "beside other rules") { $0.stacking($1) },
        Aspect("/grant/class", ja: "ポイントの種類", en: "class of the points") { _, value in
            value.map { $0.string.map { Words($0) } } ?? Words("standard")
        },
        Aspect("/grant/validity", ja: "有効期限", en: "points last") { book, value in
            value.map(book.validity) ?? Words(ja: "設定のとおり", en: "as the settings say")
        },
        Aspect("/grant/pending", ja: "ポイントの確定", en: "points count") {
            $1.map(Phrasebook.ownPending) ?? Words(ja: "チャネルの設定のとおり", en: "as the channel says")
        },
        Aspect("/caps", isBound: true, ja: "上限", en: "at most") { $0.caps($1) },
    ]

    /// Parts of an activity rule.
    static let activity =
        [
            Aspect("/activity", ja: "対象のアクティビティ", en: "activities that count") { _, value in
                value.flatMap(Phrasebook.names)
            },
            Aspect("/oncePer", ja: "付与の回数", en: "counts") { _, value in
                value.map { Phrasebook.choice($0, Phrasebook.oncePer) }
                    ?? Words(ja: "毎回", en: "each time")
            },
            Aspect("/award", ja: "付与", en: "gives") { Phrasebook.activityAward($1) },
        ] + granting

    /// Parts of a redemption rule.
    static let redemption = [
        Aspect(
            "/lines", isBound: true, ja: "ポイントで支払える明細", en: "lines that may be paid with points"
        ) {
            $0.lines($1)
        },
        Aspect(
            "/min", ja: "最低利用ポイント", en: "points to pay with, at least",
            points(orElse: Words.points(1))),
        Aspect(
            "/unit", ja: "利用単位", en: "points to pay with, in multiples of",
            points(orElse: Words.points(1))),
        Aspect("/maxPercentOfOrder", ja: "支払いに充てられる割合の上限", en: "share of the order, at most") {
            _, value in
            (value ?? 100).exactInteger.map { Words(ja: "\($0)%", en: "\($0) %") }
        },
        Aspect(
            "/maxPoints", ja: "利用ポイントの上限", en: "points to pay with, at most",
            points(orElse: Words.nothing)),
        Aspect("/lineLimits", ja: "明細ごとの支払い割合の上限", en: "share of some lines, at most") {
            $0.lineLimits($1)
        },
        Aspect("/tax", ja: "消費税分への利用", en: "points pay the tax") { Phrasebook.yesOrNo($1) },
        Aspect("/shipping", ja: "送料への利用", en: "points pay shipping") { Phrasebook.yesOrNo($1) },
    ]
}
