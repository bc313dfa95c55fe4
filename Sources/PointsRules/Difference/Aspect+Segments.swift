import PointsCore
import PointsJSON

// MARK: - segments/*.json and offers/*.json

extension Aspect {
    /// Parts of a segment.
    static let segment = [
        Aspect("/purpose", ja: "必要な同意", en: "needs the consent", text),
        Aspect("/company", ja: "同意の相手先", en: "given to", text),
        Aspect("/who", ja: "対象の会員", en: "who is in it") { $0.who($1) },
    ]

    /// Parts of an offer.
    static let offer = [
        Aspect("/segment", ja: "対象のセグメント", en: "for", text),
        Aspect("/channels", isBound: true, ja: "表示するチャネル", en: "shown in") { _, value in
            value.map(Phrasebook.names) ?? Words(ja: "すべて", en: "all")
        },
        Aspect("/rule", ja: "付与するルール", en: "given by") { book, value in
            value.map { $0.string.map(book.phrasing.rule) } ?? .nothing
        },
        Aspect("/grant/points", ja: "付与", en: "gives", points(orElse: .nothing)),
        Aspect("/grant/class", ja: "ポイントの種類", en: "class of the points") { _, value in
            value.map { $0.string.map { Words($0) } } ?? Words("standard")
        },
        Aspect("/grant/validity", ja: "有効期限", en: "points last") { book, value in
            value.map(book.validity) ?? Words(ja: "設定のとおり", en: "as the settings say")
        },
        Aspect(
            "/cap/perMember", ja: "会員ごとの回数", en: "for each member",
            { _, value in
                (value ?? 1).exactInteger.map { Words.count($0, ja: "回", en: "time") }
            }),
        Aspect(
            "/cap/total", ja: "全会員の合計の上限", en: "for all members at most", points(orElse: .nothing)),
    ]
}
