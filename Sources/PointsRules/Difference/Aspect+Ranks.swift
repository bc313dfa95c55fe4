import PointsCore
import PointsJSON

// MARK: - tiers.json

extension Aspect {
    /// The parts of the ranks' file, but for the ranks themselves.
    static let ranks = [
        Aspect("/metric", ja: "判定の対象", en: "what counts") { Phrasebook.metric($1) },
        Aspect("/window", ja: "判定の期間", en: "which months count") { Phrasebook.window($1) },
        Aspect("/channels", ja: "対象のチャネル", en: "channels that count") { _, value in
            value.map(Phrasebook.names) ?? Words(ja: "すべて", en: "all")
        },
        Aspect("/currentOrder", ja: "その購入自体を判定に含める", en: "a sale counts towards its own rank") {
            ($1 ?? false).bool.map(Words.answer)
        },
        Aspect(
            "/keep/months", ja: "ランクの維持期間(最短)", en: "a rank is kept for, at least",
            count(ja: "か月", en: "month")),
        Aspect("/review", ja: "見直しの日", en: "days of review") { Phrasebook.review($1) },
        Aspect("/demotion", ja: "条件を満たさないとき", en: "who does not reach a rank again falls") {
            Phrasebook.choice($1, Phrasebook.demotions)
        },
    ]

    /// The parts of a rank.
    static let rank = [
        Aspect("/tiers/*/title", ja: "名称", en: "title", common[0].phrase),
        Aspect("/tiers/*/from", ja: "到達条件", en: "from") { $0.threshold($1) },
        Aspect("/tiers/*/replaces", ja: "引き継ぐ以前のランク", en: "takes the place of") { _, value in
            value.map(Phrasebook.names) ?? .nothing
        },
        Aspect("/tiers/*/benefits", ja: "特典", en: "benefits") { Phrasebook.benefits($1) },
    ]
}
