import PointsCore
import PointsJSON
import PointsRules
import Testing

struct RulesetSourceTests {
    @Test func `has the same hash however it is written`() throws {
        let draft = try DraftRules.check()
        let source = try draft.source()
        var rewritten = draft
        for (path, text) in draft.files {
            rewritten.files[path] = reversed(try JSON(parsing: text)).text(pretty: true)
        }
        try rewritten.replace("\"points\": 1,", with: "\"points\": 1.0e0,", in: "earn/base.json")
        #expect(rewritten.files != draft.files)
        #expect(try rewritten.source().hash == source.hash)
        #expect(try rewritten.source().ruleset() == source.ruleset())
    }

    @Test func `has another hash if anything else changes`() throws {
        let source = try DraftRules.check().source()
        var draft = try DraftRules.check()
        try draft.replace("\"per\": 100", with: "\"per\": 101", in: "earn/base.json")
        #expect(try draft.source().hash != source.hash)
        #expect(source.hash == SHA256.digest(source.canonicalBytes))
    }

    @Test(arguments: ["Rules", "fixtures/rules/check"])
    func `comes back from its canonical bytes`(_ folder: String) throws {
        let source = try RuleFolder.read(Repository.path(folder))
        let kept = try RulesetSource(canonicalBytes: source.canonicalBytes)
        #expect(kept.hash == source.hash)
        #expect(kept.canonicalBytes == source.canonicalBytes)
        #expect(try kept.checked() == source.checked())
        #expect(try kept.ruleset().hash == source.hash)
    }

    @Test func `keeps paths and contents as one object`() {
        let source = RulesetSource(files: [
            RulesetSource.File(path: "b.json", content: ["y": 1, "x": 2]),
            RulesetSource.File(path: "a.json", content: []),
        ])
        #expect(
            String(decoding: source.canonicalBytes, as: UTF8.self)
                == #"{"a.json":[],"b.json":{"x":2,"y":1}}"#)
    }

    @Test(arguments: [
        ("[]", "an array instead of an object"),
        ("{", "the text ends instead of a key in double quotes at line 1, column 2"),
    ])
    func `refuses bytes that are no set of rules`(_ text: String, _ problem: String) {
        #expect(throws: RulesError.sourceUnreadable(problem: problem)) {
            try RulesetSource(canonicalBytes: Array(text.utf8))
        }
    }

    private func reversed(_ json: JSON) -> JSON {
        switch json {
        case .array(let elements): return .array(elements.map(reversed))
        case .object(let object):
            var other = JSONObject()
            for member in object.members.reversed() { other[member.key] = reversed(member.value) }
            return .object(other)
        default: return json
        }
    }
}
