import PointsCore
import PointsRules
import Testing

/// What is said of a `consents.json` that is wrong, and what is read of one that is right.
struct ConsentMistakeTests {
    /// The small set of rules with consents.
    private static func draft() throws -> DraftRules {
        var draft = try DraftRules.check()
        draft.files["consents.json"] = """
            {"purposes": {
               "terms": {"title": {"ja": "あ", "en": "a"}, "companies": {
                 "store-co": {"version": "1", "reconsent": false, "required": true,
                   "url": "https://example.jp/1", "sha256": "\(String(repeating: "0f", count: 32))"}}},
               "email": {"title": {"ja": "い", "en": "b"}, "companies": {"ec-co": {"version": "7"}}}},
             "preferences": {
               "newsletter": {"title": {"ja": "う", "en": "c"}, "default": true,
                 "needs": {"purpose": "email", "company": "ec-co"}},
               "post": {"title": {"ja": "え", "en": "d"}, "default": false}}}
            """
        return draft
    }

    @Test func `reads purposes, companies, versions and switches`() throws {
        let policy = try #require(try Self.draft().source().ruleset().consents)
        #expect(policy.purposes.map(\.name) == ["email", "terms"])
        #expect(policy.purposes.map(\.title.en) == ["b", "a"])
        let email = try #require(policy.purposes[0].requests.first)
        #expect(email.company == "ec-co" && !email.isRequired)
        #expect(email.version == PolicyVersion(name: "7"))
        #expect(email.version.asksAnew)
        let terms = try #require(policy.purposes[1].requests.first)
        #expect(terms.isRequired && !terms.version.asksAnew)
        #expect(terms.version.url == "https://example.jp/1")
        #expect(terms.version.textHash == [UInt8](repeating: 15, count: 32))
        #expect(policy.preferences.map(\.name) == ["newsletter", "post"])
        #expect(policy.preferences.map(\.isOnByDefault) == [true, false])
        #expect(
            policy.preferences.map(\.need) == [
                ConsentTopic(purpose: "email", company: "ec-co"), nil,
            ])
        #expect(try DraftRules.check().source().ruleset().consents == nil)
    }

    /// A text, what stands there instead, and what is said of it.
    struct Row: Sendable {
        let old: String
        let new: String
        let complaints: [String]

        init(_ old: String, _ new: String, _ complaints: String...) {
            self.old = old
            self.new = new
            self.complaints = complaints
        }
    }

    @Test(arguments: [
        Row(
            #""ec-co": {"version""#, #""ecco": {"version""#,
            #" at /preferences/newsletter/needs/company: found "ec-co", expected a company that asks for it; did you mean "ecco"?"#,
            #" at /purposes/email/companies/ecco: found "ecco", expected a company; did you mean "ec-co"?"#
        ),
        Row(
            #"{"ec-co": {"version": "7"}}"#, "{}",
            " at /purposes/email/companies: it names no company, and one must ask"),
        Row(
            #"{"version": "7"}"#, "{}",
            #" at /purposes/email/companies/ec-co: "version" is missing"#),
        Row(
            #""version": "7""#, #""version": 7"#,
            " at /purposes/email/companies/ec-co/version: found 7, expected a name of 1 to 255 bytes without space around it"
        ),
        Row(
            #""reconsent": false"#, #""reconsent": "no""#,
            #" at /purposes/terms/companies/store-co/reconsent: found "no", expected true or false"#
        ),
        Row(
            "https://example.jp/1", "http://example.jp/1",
            #" at /purposes/terms/companies/store-co/url: found "http://example.jp/1", expected an address of at most 1024 bytes with https://"#
        ),
        Row(
            #""sha256": "0f"#, #""sha256": "0F"#,
            " at /purposes/terms/companies/store-co/sha256: found a long string, expected a SHA-256 as 64 digits 0 to 9 and a to f"
        ),
        Row(
            #""purpose": "email""#, #""purpose": "e-mail""#,
            #" at /preferences/newsletter/needs/purpose: found "e-mail", expected a purpose; did you mean "email"?"#
        ),
        Row(
            #""needs""#, #""need""#,
            #" at /preferences/newsletter/need: unknown key "need"; did you mean "needs"?"#
        ),
        Row(
            #", "default": false"#, "", #" at /preferences/post: "default" is missing"#),
        Row(
            #""preferences""#, #""switches""#,
            #" at /switches: unknown key "switches", expected purposes or preferences"#),
    ])
    func `names the place and the mistake`(_ row: Row) throws {
        var draft = try Self.draft()
        try draft.replace(row.old, with: row.new, in: "consents.json")
        #expect(
            try draft.complaints().map(\.description)
                == row.complaints.map { "consents.json" + $0 })
    }

    @Test func `asks for one purpose at least and bounds their number`() throws {
        var draft = try DraftRules.check()
        draft.files["consents.json"] = #"{"purposes": {}}"#
        #expect(
            try draft.complaints().map(\.description) == [
                "consents.json at /purposes: it names no purpose, and there must be one"
            ])
        func many(_ count: Int, _ text: String) -> String {
            (0..<count).map { "\"n\($0)\": \(text)" }.joined(separator: ", ")
        }
        let purpose =
            #"{"title": {"ja": "あ", "en": "a"}, "companies": {"ec-co": {"version": "1"}}}"#
        let preference = #"{"title": {"ja": "あ", "en": "a"}, "default": true}"#
        draft.files["consents.json"] =
            "{\"purposes\": {\(many(101, purpose))}, \"preferences\": {\(many(101, preference))}}"
        #expect(
            try draft.complaints().map(\.description) == [
                "consents.json at /preferences: it names 101 switches, and may name 100",
                "consents.json at /purposes: it names 101 purposes, and may name 100",
            ])
        draft.files["consents.json"] =
            "{\"purposes\": {\(many(100, purpose))}, \"preferences\": {\(many(100, preference))}}"
        #expect(try draft.complaints() == [])
    }

    @Test(arguments: ["[]", "1", "{}", #"{"purposes": [1]}"#, #"{"purposes": {"a": 1}}"#])
    func `survives a file that is none`(_ text: String) throws {
        var draft = try Self.draft()
        draft.files["consents.json"] = text
        let complaints = try draft.complaints()
        #expect(!complaints.isEmpty)
        #expect(complaints.allSatisfy { $0.file == "consents.json" })
    }
}
