import PointsCore
import PointsJSON
import PointsRules
import Testing

/// What differs between two sets of rules beyond the parts that have words: files, and what nobody has words for yet.
struct RulesDifferenceFileTests {
    private func source(_ files: [String: String]) throws -> RulesetSource {
        RulesetSource(
            files: try files.map {
                RulesetSource.File(path: $0.key, content: try JSON(parsing: $0.value))
            })
    }

    private func changes(
        from old: [String: String], to new: [String: String]
    ) throws -> [RulesChange] {
        try RulesDifference.changes(from: source(old), to: source(new))
    }

    private func lines(
        _ path: String, from old: String, to new: String
    ) throws -> [String] {
        try changes(from: [path: old], to: [path: new]).map { "\($0.pointer) \($0.en)" }
    }

    @Test func `equal sets differ in nothing, however they are written`() throws {
        #expect(
            try changes(
                from: ["a.json": #"{"a": 100, "b": 1}"#], to: ["a.json": #"{"b": 1, "a": 1e2}"#]
            )
            .isEmpty)
    }

    @Test func `files come and go by their titles, settings first`() throws {
        let program = #"{"currency": "JPY", "hold": {"minutes": 1}}"#
        let rule = #"""
            {"title": {"ja": "夜", "en": "Night"}, "award": {"type": "rate", "points": 1, "per": 200}}
            """#
        let activity = #"""
            {"title": {"ja": "レビュー", "en": "Review"}, "award": {"type": "fixed", "points": 50}}
            """#
        let changes = try changes(
            from: [
                "program.json": program, "burn/old.json": #"{"title": {"ja": "古", "en": "Old"}}"#,
                "tiers.json": "{}",
            ],
            to: [
                "program.json": program.replacing("1}", with: "2}"), "earn/night.json": rule,
                "activities/review.json": activity,
            ])
        let unbounded = ["in force: always", "applies: always", "at most: none"]
        #expect(changes.first?.file == "program.json")
        #expect(
            changes.dropFirst().map { "\($0.file) \($0.en)" } == [
                "activities/review.json new activity rule “Review”: 50 points each time"
            ] + unbounded.map { "activities/review.json Review – " + $0 } + [
                "burn/old.json redemption rule “Old” is gone",
                "earn/night.json new earning rule “Night”: 1 point for every 200 yen",
            ] + unbounded.map { "earn/night.json Night – " + $0 } + [
                "tiers.json set of ranks “tiers.json” is gone"
            ])
        #expect(
            changes.filter(\.pointer.isEmpty).map(\.ja) == [
                "新しいアクティビティルール「レビュー」: 1回につき50ポイント", "利用ルール「古」を廃止",
                "新しい付与ルール「夜」: 200円ごとに1ポイント", "会員ランク「tiers.json」を廃止",
            ])
        #expect(
            changes.filter { $0.file == "earn/night.json" }.dropFirst().map(\.ja) == [
                "夜 – 有効期間: 常時", "夜 – 適用条件: いつでも", "夜 – 上限: なし",
            ])
    }

    @Test func `a title is told in both languages`() throws {
        let changes = try changes(
            from: ["earn/a.json": #"{"title": {"ja": "基", "en": "Base"}}"#],
            to: ["earn/a.json": #"{"title": {"ja": "基本", "en": "Base"}}"#])
        #expect(changes.map(\.en) == ["Base – title: 基 / Base → 基本 / Base"])
        #expect(changes.map(\.ja) == ["基本 – 名称: 基 / Base → 基本 / Base"])
    }

    @Test(arguments: [
        // A key that the words of its place do not know.
        (
            #"{"award": {"type": "rate", "points": 1, "per": 100}}"#,
            #"{"award": {"type": "rate", "points": 1, "per": 100, "from": 5}}"#,
            ["/award/from at /award/from: is new, 5"]
        ),
        (
            #"{"award": {"type": "add_percent", "percent": 1}}"#,
            #"{"award": {"type": "add_percent", "percent": 2}}"#,
            ["/award/percent at /award/percent: was 1, is 2"]
        ),
        (
            #"{"when": {"mood": "loyal"}}"#, "{}",
            [#"/when/mood at /when/mood: was "loyal", is gone"#]
        ),
        (
            #"{"caps": [{"points": 1, "per": "week"}]}"#,
            #"{"caps": [{"points": 2, "per": "week"}]}"#,
            ["/caps/0/points at /caps/0/points: was 1, is 2"]
        ),
        // Parts that nobody has words for.
        (
            #"{"x": {"a": 1, "b": [1]}}"#, #"{"x": {"a": 2, "b": [1, 2]}}"#,
            ["/x/a at /x/a: was 1, is 2", "/x/b at /x/b: was [1], is [1,2]"]
        ),
        (
            #"{"ranks": [{"id": "a"}, {"id": "b"}]}"#, #"{"ranks": [{"id": "a"}]}"#,
            [#"/ranks at /ranks: was [{"id":"a"},{"id":"b"}], is [{"id":"a"}]"#]
        ),
        (#"{"a/b": true}"#, #"{"a/b": null}"#, ["/a~1b at /a~1b: was true, is null"]),
        (#"{"x": 1}"#, "[]", [#" at : was {"x":1}, is []"#]),
    ])
    func `what has no words is told value by value`(
        _ old: String, _ new: String, _ expected: [String]
    ) throws {
        #expect(try lines("earn/a.json", from: old, to: new) == expected)
    }

    @Test func `changes are told in the order of what matters`() throws {
        let lines = try lines(
            "earn/a.json", from: "{}",
            to:
                #"{"zeta": 1, "alpha": 1, "caps": [{"points": 1, "per": "order"}], "when": {"tier": "gold"}}"#
        )
        #expect(
            lines.map { $0.split(separator: " ")[0] } == ["/when", "/caps", "/alpha", "/zeta"])
    }

    @Test func `a long value is cut short, and many changes are counted`() throws {
        let long = String(repeating: "あ", count: 500)
        let line = try #require(
            try lines("a.json", from: "{}", to: #"{"x": "\#(long)"}"#).first)
        #expect(line.count < 160 && line.hasSuffix("あ…"))
        let many = (0..<1_002).map { "\"k\($0)\": 1" }.joined(separator: ", ")
        let changes = try changes(from: ["a.json": "{}"], to: ["a.json": "{\(many)}"])
        #expect(changes.count == 1_001)
        #expect(changes.last?.en == "and 2 more changes")
    }

    @Test func `content that is no set is refused`() {
        #expect(throws: Refusal.self) {
            try RulesDifference.changes(from: Array("[]".utf8), to: Array("{}".utf8))
        }
    }
}
