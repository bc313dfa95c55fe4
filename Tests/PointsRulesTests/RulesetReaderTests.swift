import PointsCore
import PointsRules
import Testing

struct RulesetReaderTests {
    @Test func `collects the mistakes of all files in order`() throws {
        var draft = try DraftRules.check()
        try draft.replace("\"pointValue\": 1", with: "\"pointValue\": 0", in: "program.json")
        try draft.replace("\"min\": 1", with: "\"min\": 0", in: "burn/standard.json")
        try draft.replace("\"per\": 100", with: "\"per\": 0", in: "earn/base.json")
        try draft.replace("\"mode\": \"floor\"", with: "\"mode\": 1", in: "earn/base.json")
        #expect(
            try draft.complaints().map { $0.file + $0.pointer } == [
                "burn/standard.json/min", "earn/base.json/award/per",
                "earn/base.json/rounding/mode", "program.json/pointValue",
            ])
    }

    @Test(arguments: ["[]", "1", "null", "\"text\"", "{}"])
    func `survives a file that is not a rule`(_ text: String) throws {
        for file in ["program.json", "earn/base.json", "burn/standard.json"] {
            var draft = try DraftRules.check()
            draft.files[file] = text
            let complaints = try draft.complaints()
            #expect(!complaints.isEmpty)
            #expect(complaints.contains { $0.file == file && $0.pointer.isEmpty })
        }
    }

    /// A part that is wrong by itself is not judged together with the others.
    @Test(arguments: [
        (#""award": {"type": "rate", "points": 100, "per": 0}"#, ["/award/per"]),
        (#""award": {"type": "rate", "points": 100}"#, ["/award"]),
        (#""when": {"dates": {"from": "x", "to": "1969-01-01"}}"#, ["/when/dates/from", "/award"]),
        (
            #""when": {"timeOfDay": {"from": 1, "to": 2}}"#,
            ["/when/timeOfDay/from", "/when/timeOfDay/to"]
        ),
        (#""when": {"orderTotal": {"min": 5, "max": "x"}}"#, ["/when/orderTotal/max"]),
        (#""effective": {"from": "2026-01-01", "to": 5}"#, ["/effective/to"]),
        (#""award": {"type": "fix", "points": 1}, "base": {}"#, ["/award/type"]),
    ])
    func `says each thing once`(_ members: String, _ pointers: [String]) throws {
        var draft = try DraftRules.bare()
        let award = members.contains("award") ? "" : #", "award": {"type": "fixed", "points": 1}"#
        draft.addEarnRule("only", members + award)
        let got = try draft.complaints().map(\.pointer)
        #expect(got == pointers.filter { $0 != "/award" || award.isEmpty })
    }

    /// What a rule does not say rightly is held against no other.
    @Test(arguments: [
        (#""stacking": {"group": "g", "pick": "frist"}"#, "/stacking/pick"),
        (#""stacking": {"group": "g", "pick": "first", "priority": "1"}"#, "/stacking/priority"),
        (#""grant": {"class": "c", "pending": {"confirm": "later"}}"#, "/grant/pending/confirm"),
        (#""grant": {"class": "c", "validity": 1}"#, "/grant/validity"),
    ])
    func `blames no other rule for a mistake`(_ part: String, _ pointer: String) throws {
        var draft = try DraftRules.bare()
        let award = #""award": {"type": "fixed", "points": 1}, "#
        draft.addEarnRule("a", award + part)
        draft.addEarnRule(
            "b",
            award
                + #""stacking": {"group": "g", "pick": "best"}, "grant": {"class": "c", "pending": {"confirm": "at_once"}}"#
        )
        let complaints = try draft.complaints()
        #expect(complaints.allSatisfy { $0.file == "earn/a.json" })
        #expect(complaints.contains { $0.pointer == pointer })
    }

    @Test func `knows the titles in both languages`() throws {
        let rules = try DraftRules.check().source().checked()
        #expect(rules.ruleset.titles["earn/base"]?.ja == "基本ポイント")
        #expect(rules.ruleset.titles["earn/base"]?.en == "Base points")
        #expect(rules.ruleset.titles.count == 3)
    }

    @Test func `survives any single byte of a rule being changed`() throws {
        var draft = try DraftRules.check()
        let bytes = Array(try #require(draft.files["earn/base.json"]).utf8)
        var wrong = 0
        for place in bytes.indices {
            var changed = bytes
            changed[place] = UInt8(ascii: "0")
            draft.files["earn/base.json"] = String(decoding: changed, as: UTF8.self)
            guard let source = try? draft.source() else { continue }
            #expect(source.files.count == 4)
            wrong += (try? source.checked()) == nil ? 1 : 0
        }
        #expect(wrong > 100)
    }
}
