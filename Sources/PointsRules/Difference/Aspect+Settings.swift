import PointsCore
import PointsJSON

// MARK: - program.json

extension Aspect {
    private static let months = count(ja: "か月", en: "month")
    private static let days = count(ja: "日", en: "day")

    /// The settings of a program.
    static let settings =
        [
            Aspect("/program", ja: "プログラム名", en: "name of the program", text),
            Aspect("/currency", ja: "通貨", en: "currency", text),
            Aspect("/timeZone", ja: "タイムゾーン", en: "time zone", text),
            Aspect("/businessDayStartsAt", ja: "営業日の開始", en: "a business day begins at", text),
            Aspect("/pointValue", ja: "1ポイントの価値", en: "one point pays for", money()),
            Aspect("/identities/*", ja: "会員識別子%", en: "identity %") { Phrasebook.identity($1) },
            Aspect("/companies/*", ja: "会社%", en: "company %") { _, value in
                value.map { $0.members([]).map { _ in Words(ja: "あり", en: "takes part") } }
                    ?? Words.nothing
            },
            Aspect("/channels/*", ja: "チャネル%", en: "channel %") { Phrasebook.channel($1) },
            Aspect(
                "/anonymousSales", ja: "会員でない人への販売を記録", en: "sales to nobody are recorded", flag),
            Aspect("/expiry", ja: "有効期限", en: "points last") { $0.validity($1) },
            Aspect("/pending/*", ja: "チャネル%のポイントの確定", en: "points of channel % count") {
                Phrasebook.pending($1)
            },
            Aspect(
                "/hold/minutes", ja: "取り置きの時間", en: "a hold binds for",
                count(ja: "分", en: "minute")),
            Aspect(
                "/shortfall", ja: "取り消すポイントが足りないとき",
                en: "where a return takes back more than is left",
                choice(Phrasebook.shortfalls)),
        ] + returns + membership

    private static let returns = [
        Aspect(
            "/returns/redeemed", ja: "一部返品のとき利用ポイントは", en: "redeemed points on a part return",
            choice(Phrasebook.redeemedOnReturn)),
        Aspect(
            "/returns/restore", ja: "利用ポイントの返還", en: "redeemed points go back",
            choice(Phrasebook.restores)),
        Aspect(
            "/returns/graceDays", ja: "失効したポイントの猶予", en: "grace for points that have expired", days),
        Aspect(
            "/returns/withoutReceipt/moneyMax", ja: "レシートなしの返金の上限",
            en: "given back without a receipt, at most",
            money(orElse: Words(ja: "返金しない", en: "nothing"))),
        Aspect(
            "/byHand/secondActorAbove", ja: "手作業で2人の承認が要るポイント数",
            en: "two people agree to more by hand than",
            points(orElse: Words(ja: "承認不要", en: "any number of points"))),
    ]

    private static let membership = [
        Aspect("/activities", ja: "アクティビティ", en: "activities") { _, value in
            value.map(Phrasebook.names) ?? Words(ja: "名称を問わない", en: "of any name")
        },
        Aspect(
            "/withdrawal/pending", ja: "退会時の仮ポイント", en: "pending points of who leaves",
            choice(Phrasebook.leavings)),
        Aspect(
            "/withdrawal/holds", ja: "退会時の取り置き", en: "holds of who leaves",
            choice(Phrasebook.leavings)),
        Aspect(
            "/withdrawal/erasePersonalDataAfterDays", ja: "退会後に個人情報を消すまで",
            en: "personal data of who left is erased after", days),
        Aspect(
            "/rejoin/restoreWithinDays", ja: "再入会でポイントが戻る期間",
            en: "points come back to who rejoins within",
            days),
        Aspect(
            "/rejoin/joiningBonusEveryMonths", ja: "入会特典の間隔", en: "a joining bonus once in", months),
        Aspect("/rejoin/tier", ja: "再入会時の会員ランク", en: "tier of who rejoins", text),
        Aspect(
            "/rejoin/recogniseForMonths", ja: "退会者を見分ける期間", en: "who left is recognised for", months
        ),
        Aspect(
            "/provisional/earn", ja: "未登録カードへの付与", en: "cards that are not registered earn", flag),
        Aspect(
            "/provisional/redeem", ja: "未登録カードの利用", en: "cards that are not registered redeem", flag
        ),
        Aspect(
            "/visitors/countForDays", ja: "ログイン前の行動を数える期間",
            en: "what was done before logging in counts for", days),
    ]
}
