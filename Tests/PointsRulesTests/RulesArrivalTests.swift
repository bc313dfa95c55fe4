import PointsCore
import PointsJSON
import PointsRules
import Testing

/// What is said of new rules and of ranks: it is what somebody signs.
struct RulesArrivalTests {
    private func changes(
        from old: [String: String], to new: [String: String]
    ) throws -> [RulesChange] {
        func source(_ files: [String: String]) throws -> RulesetSource {
            RulesetSource(
                files: try files.map {
                    RulesetSource.File(path: $0.key, content: try JSON(parsing: $0.value))
                })
        }
        let program = ["program.json": #"{"currency": "JPY"}"#]
        return try RulesDifference.changes(
            from: source(old.merging(program) { $1 }), to: source(new.merging(program) { $1 }))
    }

    private func lines(_ path: String, from old: String?, to new: String) throws -> [String] {
        try changes(from: old.map { [path: $0] } ?? [:], to: [path: new]).map {
            "\($0.pointer) \($0.en)"
        }
    }

    // MARK: Rules

    @Test func `a new earning rule is told with all that it says`() throws {
        let rule = #"""
            {"id": "earn/w", "kind": "earn", "title": {"ja": "冬", "en": "Winter"},
             "effective": {"from": "2026-12-01", "to": "2026-12-25"},
             "when": {"firstPurchase": true, "basket": {"lines": {"not": {"category": "gift_card"}}, "amount": {"min": 5000}}},
             "lines": {"not": {"category": "gift_card"}}, "award": {"type": "fixed", "points": 500},
             "grant": {"class": "campaign", "validity": {"until": "2027-01-31"}, "pending": {"confirm": "after_sale", "days": 14}},
             "caps": [{"points": 1000000, "per": "campaign"}], "examples": [{"name": "n"}]}
            """#
        #expect(
            try lines("earn/w.json", from: nil, to: rule) == [
                " new earning rule “Winter”: 500 points for the order",
                "/effective Winter – in force: from 2026-12-01 to 2026-12-25",
                "/when Winter – applies: 5,000 yen or more of not (category gift_card), and the first purchase",
                "/lines Winter – lines that count: not (category gift_card)",
                "/grant/class Winter – class of the points: campaign",
                "/grant/validity Winter – points last: through 2027-01-31",
                "/grant/pending Winter – points count: 14 days after the sale",
                "/caps Winter – at most: 1,000,000 points for the whole campaign",
                "/examples Winter – examples: 1 new",
            ])
        let japanese = try changes(from: [:], to: ["earn/w.json": rule]).map(\.ja)
        #expect(japanese.contains("冬 – 有効期間: 2026-12-01から2026-12-25まで"))
        #expect(japanese.contains("冬 – 上限: キャンペーン全体で1,000,000ポイント"))
    }

    @Test func `a new redemption rule is told with its limits, and with those that it has not`()
        throws
    {
        let rule = #"""
            {"id": "burn/b", "kind": "burn", "title": {"ja": "利", "en": "Pay"}, "min": 100,
             "maxPercentOfOrder": 50, "lineLimits": [{"lines": {"category": "books"}, "maxPercent": 30}],
             "shipping": false}
            """#
        let told = try lines("burn/b.json", from: nil, to: rule)
        #expect(
            told == [
                " new redemption rule “Pay”", "/effective Pay – in force: always",
                "/when Pay – applies: always",
                "/lines Pay – lines that may be paid with points: all lines",
                "/min Pay – points to pay with, at least: 100 points",
                "/maxPercentOfOrder Pay – share of the order, at most: 50 %",
                "/lineLimits Pay – share of some lines, at most: 30 % of category books",
                "/shipping Pay – points pay shipping: no",
            ])
    }

    @Test func `limits for some lines are told in words`() throws {
        func rule(_ limits: String) -> [String: String] {
            ["burn/b.json": #"{"title": {"ja": "利", "en": "Pay"}, "lineLimits": \#(limits)}"#]
        }
        let (books, article) = (#"{"category": "books"}"#, #"{"sku": "A"}"#)
        let changes = try changes(
            from: rule(#"[{"lines": \#(books), "maxPercent": 50}]"#),
            to: rule(
                #"[{"lines": \#(books), "maxPercent": 30}, {"lines": \#(article), "maxPercent": 0}]"#
            ))
        #expect(
            changes.map(\.en) == [
                "Pay – share of some lines, at most: 50 % of category books → 30 % of category books, 0 % of SKU A"
            ])
        #expect(
            changes.map(\.ja) == [
                "利 – 明細ごとの支払い割合の上限: カテゴリがbooks: 50% → カテゴリがbooks: 30%、SKUがA: 0%"
            ])
    }

    @Test func `what has no words in a new rule is told by its place`() throws {
        let rule = #"""
            {"title": {"ja": "冬", "en": "Winter"}, "award": {"type": "gift", "of": "tea"},
             "caps": [], "effective": {}, "when": {"mood": "x"}, "y": 1}
            """#
        #expect(
            try lines("earn/w.json", from: nil, to: rule) == [
                " new earning rule “Winter”", "/effective Winter – in force: always",
                "/when/mood Winter – /when/mood: \"x\"",
                "/award/of Winter – /award/of: \"tea\"",
                "/award/type Winter – /award/type: \"gift\"",
                "/caps Winter – /caps: []", "/y Winter – /y: 1",
            ])
    }

    // MARK: Ranks

    private static let ranks = #"""
        {"metric": {"of": "spend"}, "window": {"style": "rolling", "months": 12}, "keep": {"months": 12},
         "demotion": "one_step", "tiers": [
         {"id": "r", "title": {"ja": "一般", "en": "Regular"}, "from": 0},
         {"id": "s", "title": {"ja": "銀", "en": "Silver"}, "from": 50000},
         {"id": "g", "title": {"ja": "金", "en": "Gold"}, "from": 150000, "benefits": [{"ja": "送料無料", "en": "Free delivery"}]}]}
        """#

    struct Row: Sendable, CustomTestStringConvertible {
        let old: String
        let new: String
        let en: [String]
        let ja: String
        var testDescription: String { new }

        init(_ old: String, _ new: String, _ en: String..., ja: String) {
            (self.old, self.new, self.en, self.ja) = (old, new, en, ja)
        }
    }

    @Test(arguments: [
        Row(
            "50000", "40000", "/tiers/1/from Ranks – Silver – from: 50,000 yen → 40,000 yen",
            ja: "会員ランク – 銀 – 到達条件: 50,000円 → 40,000円"),
        Row(
            #""en": "Silver""#, #""en": "Plus""#,
            "/tiers/1/title Ranks – Plus – title: 銀 / Silver → 銀 / Plus",
            ja: "会員ランク – 銀 – 名称: 銀 / Silver → 銀 / Plus"),
        Row(
            #", "benefits": [{"ja": "送料無料", "en": "Free delivery"}]"#, "",
            "/tiers/2/benefits Ranks – Gold – benefits: 送料無料 / Free delivery → none",
            ja: "会員ランク – 金 – 特典: 送料無料 / Free delivery → なし"),
        Row(
            #"{"id": "s","#,
            #"{"id": "b", "title": {"ja": "銅", "en": "Bronze"}, "from": 10000}, {"id": "s","#,
            "/tiers/1 Ranks – new rank “Bronze”", "/tiers/1/from Ranks – Bronze – from: 10,000 yen",
            ja: "会員ランク – 新しいランク「銅」"),
        Row(
            #"{"id": "s", "title": {"ja": "銀", "en": "Silver"}, "from": 50000},"#, "",
            "/tiers Ranks – “Silver” is gone", ja: "会員ランク – 「銀」を廃止"),
        Row(
            #""of": "spend""#, #""of": "spend", "tax": "included""#,
            "/metric Ranks – what counts: money spent, without tax → money spent, with tax",
            ja: "会員ランク – 判定の対象: 購入金額(税抜) → 購入金額(税込)"),
        Row(
            #""style": "rolling", "months": 12"#,
            #""style": "calendar", "months": 6, "startsIn": 4"#,
            "/window Ranks – which months count: the last 12 months, this one included → periods of 6 months, counted from month 4",
            ja: "会員ランク – 判定の期間: 当月を含む直近12か月 → 4月から始まる6か月ごとの期間"),
        Row(
            "one_step", "to_qualified",
            "/demotion Ranks – who does not reach a rank again falls: by one rank → to the rank that is reached",
            ja: "会員ランク – 条件を満たさないとき: 1段階下がる → 条件を満たすランクまで下がる"),
        Row(
            #""keep": {"months": 12}"#, #""keep": {"months": 6}"#,
            "/keep/months Ranks – a rank is kept for, at least: 12 months → 6 months",
            ja: "会員ランク – ランクの維持期間(最短): 12か月 → 6か月"),
        Row(
            #""demotion""#, #""review": {"on": ["06-07", "12-07"]}, "demotion""#,
            "/review Ranks – days of review: when a rank was kept for its time → 06-07, 12-07",
            ja: "会員ランク – 見直しの日: 維持期間が終わるとき → 06-07、12-07"),
        Row(
            #""demotion""#, #""channels": ["ec"], "currentOrder": true, "demotion""#,
            "/channels Ranks – channels that count: all → ec",
            "/currentOrder Ranks – a sale counts towards its own rank: no → yes",
            ja: "会員ランク – 対象のチャネル: すべて → ec"),
        Row(
            #""of": "spend""#, #""of": "visits""#,
            "/metric Ranks – what counts: money spent, without tax → number of purchases",
            ja: "会員ランク – 判定の対象: 購入金額(税抜) → 購入回数"),
    ])
    func `changes of ranks are told in words`(_ row: Row) throws {
        let new = Self.ranks.replacing(row.old, with: row.new, maxReplacements: 1)
        try #require(new != Self.ranks)
        #expect(try lines("tiers.json", from: Self.ranks, to: new) == row.en)
        let changes = try changes(from: ["tiers.json": Self.ranks], to: ["tiers.json": new])
        #expect(changes.first?.ja == row.ja)
    }

    @Test func `thresholds are told in what counts`() throws {
        for (metric, words) in [("points", "50,000 points"), ("visits", "50,000 purchases")] {
            let old = Self.ranks.replacing("spend", with: metric)
            #expect(
                try lines("tiers.json", from: old, to: old.replacing(": 50000", with: ": 40000"))
                    == [
                        "/tiers/1/from Ranks – Silver – from: \(words) → "
                            + words.replacing("50", with: "40")
                    ])
        }
    }

    @Test func `new ranks are told one by one`() throws {
        #expect(
            try lines("tiers.json", from: nil, to: Self.ranks) == [
                " new set of ranks “tiers.json”",
                "/metric Ranks – what counts: money spent, without tax",
                "/window Ranks – which months count: the last 12 months, this one included",
                "/keep/months Ranks – a rank is kept for, at least: 12 months",
                "/demotion Ranks – who does not reach a rank again falls: by one rank",
                "/tiers/0/from Ranks – Regular – from: 0 yen",
                "/tiers/1/from Ranks – Silver – from: 50,000 yen",
                "/tiers/2/from Ranks – Gold – from: 150,000 yen",
                "/tiers/2/benefits Ranks – Gold – benefits: 送料無料 / Free delivery",
            ])
    }

    @Test func `ranks in another order or without an id of their own are told as they stand`()
        throws
    {
        let swapped = Self.ranks.replacing(#""id": "s""#, with: #""id": "x""#)
            .replacing(#""id": "g""#, with: #""id": "s""#)
            .replacing(#""id": "x""#, with: #""id": "g""#)
        let lines = try lines("tiers.json", from: Self.ranks, to: swapped)
        #expect(lines.contains("/tiers/1/id Ranks – at /tiers/1/id: was \"s\", is \"g\""))
        let nameless = Self.ranks.replacing(#""id": "s", "#, with: "")
        #expect(
            try self.lines("tiers.json", from: Self.ranks, to: nameless)
                == ["/tiers/1/id Ranks – at /tiers/1/id: was \"s\", is gone"])
    }
}
