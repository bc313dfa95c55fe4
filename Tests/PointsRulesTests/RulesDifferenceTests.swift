import PointsCore
import PointsJSON
import PointsRules
import Testing

/// What differs between two sets of rules, as people are told.
struct RulesDifferenceTests {
    /// A part of a file before and after, and what is said of it.
    struct Row: Sendable, CustomTestStringConvertible {
        let old: String
        let new: String
        let en: String
        let ja: String
        var testDescription: String { en }

        init(_ old: String, _ new: String, _ en: String, _ ja: String) {
            (self.old, self.new, self.en, self.ja) = (old, new, en, ja)
        }
    }

    private static let title = #""title": {"ja": "基", "en": "Base"}"#

    /// The changes of one file with these members; a title stands in rules.
    private func changes(
        in path: String, from old: String, to new: String, currency: String = "JPY"
    ) throws -> [RulesChange] {
        func source(_ members: String) throws -> RulesetSource {
            let isSettings = path == "program.json"
            let head = isSettings ? "\"currency\": \"\(currency)\"" : Self.title
            let body = members.isEmpty ? head : "\(head), \(members)"
            var files = [
                RulesetSource.File(path: path, content: try JSON(parsing: "{\(body)}"))
            ]
            if !isSettings {
                files.append(
                    RulesetSource.File(
                        path: "program.json", content: ["currency": .string(currency)]))
            }
            return RulesetSource(files: files)
        }
        return try RulesDifference.changes(from: source(old), to: source(new))
    }

    private func check(_ row: Row, in path: String, title: (ja: String, en: String)) throws {
        let changes = try changes(in: path, from: row.old, to: row.new)
        #expect(changes.map(\.en) == ["\(title.en) – \(row.en)"])
        #expect(changes.map(\.ja) == ["\(title.ja) – \(row.ja)"])
        #expect(changes.allSatisfy { $0.file == path })
    }

    @Test(arguments: [
        Row(
            #""award": {"type": "rate", "points": 1, "per": 100}"#,
            #""award": {"type": "rate", "points": 2, "per": 1000, "unit": true}"#,
            "gives: 1 point for every 100 yen → 2 points for every full 1,000 yen",
            "付与: 100円ごとに1ポイント → 1,000円ごとに2ポイント(端数は対象外)"),
        Row(
            #""award": {"type": "fixed", "points": 5}"#,
            #""award": {"type": "add_percent", "percent": 200, "of": ["earn/base"]}"#,
            "gives: 5 points for the order → 2 % more on the money of “Base”",
            "付与: 1注文につき5ポイント → 「基」に2%上乗せ"),
        Row(
            #""grant": {"class": "x"}"#,
            #""grant": {"class": "x", "pending": {"confirm": "after_sale", "days": 14}}"#,
            "points count: as the channel says → 14 days after the sale",
            "ポイントの確定: チャネルの設定のとおり → 購入の14日後"),
        Row(
            #""award": {"type": "percent", "percent": "1.5"}"#,
            #""award": {"type": "percent", "percent": 205}"#,
            "gives: 1.5 % of the amount → 2.05 % of the amount", "付与: 金額の1.5% → 金額の2.05%"),
        Row(
            #""award": {"type": "fixed", "points": 500}"#,
            #""award": {"type": "per_item", "points": 5}"#,
            "gives: 500 points for the order → 5 points for each piece",
            "付与: 1注文につき500ポイント → 商品1個につき5ポイント"),
        Row(
            #""award": {"type": "multiply", "by": 3, "of": ["earn/base"]}"#,
            #""award": {"type": "multiply", "by": "2.5", "of": ["earn/other"], "rounded": false}"#,
            "gives: 3 times the points of “Base” → 2.5 times the points of “earn/other”, before they are rounded",
            "付与: 「基」の3倍 → 「earn/other」の2.5倍(端数処理の前に計算)"),
        Row(
            "", #""rounding": {"stage": "line", "mode": "half_up"}"#,
            "rounded: down for the order → half up for each line",
            "端数処理: 注文ごとに切り捨て → 明細ごとに四捨五入"),
        Row(
            "", #""base": {"tax": "included"}"#, "earns on amounts: without tax → with tax",
            "計算の対象額: 税抜 → 税込"),
        Row(
            #""base": {"redeemed": "keep"}"#, "",
            "what is paid with points: earns like money → earns nothing",
            "ポイントで支払った分: 付与の対象 → 付与の対象外"),
        Row(
            "", #""caps": [{"points": 3000, "per": "order"}, {"points": 9, "per": "day"}]"#,
            "at most: none → 3,000 points for an order, 9 points for a day",
            "上限: なし → 1注文につき3,000ポイント、1日につき9ポイント"),
        Row(
            #""effective": {"from": "2026-04-01"}"#,
            #""effective": {"from": "2026-04-01", "to": "2026-09-30"}"#,
            "in force: from 2026-04-01 → from 2026-04-01 to 2026-09-30",
            "有効期間: 2026-04-01から → 2026-04-01から2026-09-30まで"),
        Row(
            "", #""stacking": {"group": "g", "pick": "first", "priority": 2}"#,
            "beside other rules: adds to all other rules → in the group “g” the first rule counts, priority 2",
            "ほかのルールとの関係: ほかのルールに加算 → グループ「g」で最も優先順位の高いルールだけを適用(優先順位2)"),
        Row(
            "", #""grant": {"class": "summer"}"#, "class of the points: standard → summer",
            "ポイントの種類: standard → summer"),
        Row(
            #""grant": {"validity": {"until": "2026-12-31"}}"#,
            #""grant": {"validity": {"style": "after_grant", "days": 1, "roundTo": "fiscal_year_end", "fiscalYearStartsIn": 4}}"#,
            "points last: through 2026-12-31 → 1 day after the grant, to the end of the fiscal year (which begins in month 4)",
            "有効期限: 2026-12-31まで → 付与から1日後の年度末(4月始まり)"),
        Row(
            "", #""lines": {"not": {"category": ["food/dairy", "gift_card"]}}"#,
            "lines that count: all lines → not (category food/dairy or gift_card)",
            "対象の明細: すべての明細 → (カテゴリがfood/dairyまたはgift_card)以外"),
        Row(
            #""examples": [{"name": "a", "x": 1}, {"name": "b"}]"#,
            #""examples": [{"name": "a", "x": 2}, {"name": "c"}, {"name": "d"}]"#,
            "examples: 2 new, 1 changed, 1 removed", "例: 追加2件、変更1件、削除1件"),
        Row(
            #""examples": [{"name": "a"}, {"name": "b"}]"#,
            #""examples": [{"name": "b"}, {"name": "a"}]"#, "examples: in another order",
            "例: 順序の変更"),
    ])
    func `an earning rule is told in words`(_ row: Row) throws {
        try check(row, in: "earn/base.json", title: ("基", "Base"))
    }

    @Test(arguments: [
        Row(
            #""award": {"type": "fixed", "points": 50}"#,
            #""award": {"type": "fixed", "points": 1}"#,
            "gives: 50 points each time → 1 point each time",
            "付与: 1回につき50ポイント → 1回につき1ポイント"),
        Row(
            "", #""oncePer": "subject""#, "counts: each time → once for each subject",
            "付与の回数: 毎回 → 同じ対象について1回"),
        Row(
            #""activity": "review""#, #""activity": ["review", "survey"]"#,
            "activities that count: review → review or survey",
            "対象のアクティビティ: review → reviewまたはsurvey"),
        Row(
            #""caps": [{"points": 50, "per": "day"}]"#,
            #""caps": [{"points": 50, "per": "day"}, {"points": 500, "per": "member"}]"#,
            "at most: 50 points for a day → 50 points for a day, 500 points for a member",
            "上限: 1日につき50ポイント → 1日につき50ポイント、会員1人につき500ポイント"),
        Row(
            "", #""when": {"channel": "app"}"#, "applies: always → channel app",
            "適用条件: いつでも → チャネルがapp"),
        Row(
            "", #""grant": {"class": "check-in"}"#, "class of the points: standard → check-in",
            "ポイントの種類: standard → check-in"),
        // What an activity rule cannot have is told as it stands.
        Row(
            "", #""lines": {"sku": "a"}"#, "at /lines: is new, {\"sku\":\"a\"}",
            "/lines: 追加 {\"sku\":\"a\"}"),
    ])
    func `an activity rule is told in words`(_ row: Row) throws {
        try check(row, in: "activities/review.json", title: ("基", "Base"))
    }

    @Test(arguments: [
        (#"{"channel": "ec"}"#, "channel ec", "チャネルがec"),
        (
            #"{"channel": ["store", "ec"], "dayOfMonth": [5, 20]}"#,
            "channel store or ec, and day 5 or 20 of the month",
            "チャネルがstoreまたはec、かつ毎月5日または20日"
        ),
        (
            #"{"weekday": ["sat", 7], "timeOfDay": {"from": "22:00", "to": "02:00"}}"#,
            "from 22:00 to 02:00, and Saturday or Sunday", "22:00から02:00まで、かつ土曜日または日曜日"
        ),
        (
            #"{"dates": ["2026-12-24", {"from": "2026-12-26", "to": "2026-12-31"}]}"#,
            "2026-12-24 or from 2026-12-26 to 2026-12-31",
            "2026-12-24または2026-12-26から2026-12-31まで"
        ),
        (#"{"orderTotal": {"min": 5000}}"#, "an order of 5,000 yen or more", "5,000円以上の注文"),
        (
            #"{"orderTotal": {"min": 5000, "tax": "excluded"}}"#,
            "an order of 5,000 yen or more without tax", "5,000円以上(税抜)の注文"
        ),
        (
            #"{"basket": {"lines": {"sku": "a"}, "quantity": {"min": 3}}}"#,
            "3 pieces or more of SKU a", "SKUがaが3個以上"
        ),
        (#"{"paymentMethod": ["card"]}"#, "payment method card", "支払方法がcard"),
        (#"{"firstPurchase": true}"#, "the first purchase", "初回購入"),
        (#"{"birthdayMonth": false}"#, "not the month of the birthday", "誕生月以外"),
        (#"{"ageRange": {"min": 60}}"#, "60 years or more", "60歳以上"),
        (#"{"memberSince": {"maxDays": 30}}"#, "a member for at most 30 days", "入会から30日以下"),
        (#"{"orderTotal": {"max": 999}}"#, "an order of at most 999 yen", "999円以下の注文"),
        (
            #"{"orderTotal": {"min": 1, "max": 1000000}}"#, "an order of 1 yen to 1,000,000 yen",
            "1円以上1,000,000円以下の注文"
        ),
        (
            #"{"any": [{"tier": "gold"}, {"not": {"store": "S1"}}]}"#,
            "(tier gold, or not (store S1))", "(会員ランクがgold、または(店舗がS1)以外)"
        ),
    ])
    func `a condition is told in words`(_ condition: String, _ en: String, _ ja: String) throws {
        let row = Row("", "\"when\": \(condition)", "applies: always → \(en)", "適用条件: いつでも → \(ja)")
        try check(row, in: "earn/base.json", title: ("基", "Base"))
    }

    @Test(arguments: [
        Row(
            "", #""min": 100"#, "points to pay with, at least: 1 point → 100 points",
            "最低利用ポイント: 1ポイント → 100ポイント"),
        Row(
            #""unit": 10"#, #""unit": 50"#,
            "points to pay with, in multiples of: 10 points → 50 points",
            "利用単位: 10ポイント → 50ポイント"),
        Row(
            "", #""maxPercentOfOrder": 50"#, "share of the order, at most: 100 % → 50 %",
            "支払いに充てられる割合の上限: 100% → 50%"),
        Row(
            #""maxPoints": 5000"#, "", "points to pay with, at most: 5,000 points → none",
            "利用ポイントの上限: 5,000ポイント → なし"),
        Row(
            "", #""lines": {"sku": "A"}"#, "lines that may be paid with points: all lines → SKU A",
            "ポイントで支払える明細: すべての明細 → SKUがA"),
    ])
    func `a redemption rule is told in words`(_ row: Row) throws {
        try check(row, in: "burn/standard.json", title: ("基", "Base"))
    }

    @Test(arguments: [
        Row(
            #""businessDayStartsAt": "05:00""#, #""businessDayStartsAt": "04:00""#,
            "a business day begins at: 05:00 → 04:00", "営業日の開始: 05:00 → 04:00"),
        Row(
            #""pointValue": 1"#, #""pointValue": 2"#, "one point pays for: 1 yen → 2 yen",
            "1ポイントの価値: 1円 → 2円"),
        Row(
            #""companies": {"a": {}}"#, #""companies": {"a": {}, "b": {}}"#,
            "company b: none → takes part", "会社b: なし → あり"),
        Row(
            #""channels": {"a": {"company": "x"}}"#,
            #""channels": {"a": {"company": "y", "offlineRedeemMax": 1}}"#,
            "channel a: run by x → run by y, offline at most 1 point",
            "チャネルa: xが運営 → yが運営、オフラインでは1ポイントまで利用可"),
        Row(
            #""identities": {"a": {}}"#,
            #""identities": {"a": {"check": "luhn", "pattern": "[0-9]+"}}"#,
            "identity a: any text → check digit luhn, of the form [0-9]+",
            "会員識別子a: 任意の文字列 → チェックデジットluhn、形式[0-9]+"),
        Row(
            #""anonymousSales": true"#, #""anonymousSales": false"#,
            "sales to nobody are recorded: yes → no", "会員でない人への販売を記録: はい → いいえ"),
        Row(
            #""expiry": {"style": "after_grant", "months": 12, "roundTo": "month_end"}"#,
            #""expiry": {"style": "after_activity", "months": 24, "activities": ["purchase", "earn"]}"#,
            "points last: 12 months after the grant, to the end of the month → 24 months after the last activity (purchase or earn)",
            "有効期限: 付与から12か月後の月末 → 最後の利用(purchaseまたはearn)から24か月"),
        Row(
            #""expiry": {"style": "never"}"#,
            #""expiry": {"style": "fixed", "date": "2027-03-31"}"#,
            "points last: without end → through 2027-03-31", "有効期限: 無期限 → 2027-03-31まで"),
        Row(
            "", #""pending": {"ec": {"confirm": "on_confirm", "afterDays": 14, "latestDays": 90}}"#,
            "points of channel ec count: at once → 14 days after confirmation, at the latest 90 days after the sale",
            "チャネルecのポイントの確定: すぐに → 確定の14日後、遅くとも販売の90日後"),
        Row(
            #""hold": {"minutes": 30}"#, #""hold": {"minutes": 1}"#,
            "a hold binds for: 30 minutes → 1 minute", "取り置きの時間: 30分 → 1分"),
        Row(
            #""shortfall": "refund""#, #""shortfall": "debt""#,
            "where a return takes back more than is left: it is kept back from the refund → the member owes it",
            "取り消すポイントが足りないとき: 返金から差し引く → 会員の借りにする"),
        Row(
            #""returns": {"redeemed": "prorate"}"#,
            #""returns": {"redeemed": "prorate", "withoutReceipt": {"moneyMax": 5000}}"#,
            "given back without a receipt, at most: nothing → 5,000 yen",
            "レシートなしの返金の上限: 返金しない → 5,000円"),
        Row(
            #""rejoin": {"restoreWithinDays": 30}"#, #""rejoin": {"restoreWithinDays": 60}"#,
            "points come back to who rejoins within: 30 days → 60 days",
            "再入会でポイントが戻る期間: 30日 → 60日"),
    ])
    func `settings are told in words`(_ row: Row) throws {
        try check(row, in: "program.json", title: ("設定", "Settings"))
    }

    @Test func `money of another currency is told in its smallest unit`() throws {
        let changes = try changes(
            in: "earn/base.json", from: #""award": {"type": "rate", "points": 1, "per": 100}"#,
            to: #""award": {"type": "rate", "points": 2, "per": 100}"#, currency: "USD")
        #expect(
            changes.first?.en
                == "Base – gives: 1 point for every 100 of the smallest unit of USD → 2 points for every 100 of the smallest unit of USD"
        )
    }
}
