import PointsCore
import PointsJSON
import PointsRules
import Testing

/// What is said of changes to `consents.json`.
struct ConsentDifferenceTests {
    private static let consents = #"""
        {"purposes": {"email": {"title": {"ja": "メール", "en": "E-mail"}, "companies": {
           "ec-co": {"version": "2026-04"}}}},
         "preferences": {"newsletter": {"title": {"ja": "メルマガ", "en": "Newsletter"}, "default": false}}}
        """#

    private func changes(from old: String?, to new: String?) throws -> [RulesChange] {
        func source(_ text: String?) throws -> RulesetSource {
            RulesetSource(
                files: try text.map {
                    [RulesetSource.File(path: "consents.json", content: try JSON(parsing: $0))]
                } ?? [])
        }
        return try RulesDifference.changes(from: source(old), to: source(new))
    }

    /// Words of the file, what stands there instead, and what is said of it.
    struct Row: Sendable {
        let old: String
        let new: String
        let en: String
        let ja: String
    }

    @Test(arguments: [
        Row(
            old: #""version": "2026-04""#, new: #""version": "2026-06""#,
            en:
                "/purposes/email/companies/ec-co Consents – consent email/ec-co: version 2026-04, whoever answered an earlier one is asked again → version 2026-06, whoever answered an earlier one is asked again",
            ja:
                "同意と設定 – 同意email/ec-co: 2026-04版、以前の版への同意は取り直す → 2026-06版、以前の版への同意は取り直す"),
        Row(
            old: #""version": "2026-04""#,
            new: #""version": "2026-04", "reconsent": false, "required": true"#,
            en:
                "/purposes/email/companies/ec-co Consents – consent email/ec-co: version 2026-04, whoever answered an earlier one is asked again → version 2026-04, answers to earlier ones still hold, nobody joins without it",
            ja:
                "同意と設定 – 同意email/ec-co: 2026-04版、以前の版への同意は取り直す → 2026-04版、以前の版への同意も有効、入会に必要"
        ),
        Row(
            old: #""en": "E-mail""#, new: #""en": "Mail""#,
            en:
                "/purposes/email/title Consents – title of consent email: メール / E-mail → メール / Mail",
            ja: "同意と設定 – 同意emailの名称: メール / E-mail → メール / Mail"),
        Row(
            old: #""default": false"#,
            new: #""default": true, "needs": {"purpose": "email", "company": "ec-co"}"#,
            en:
                "/preferences/newsletter Consents – switch newsletter: メルマガ / Newsletter, off to begin with → メルマガ / Newsletter, on to begin with, needs the consent email of ec-co",
            ja:
                "同意と設定 – 設定newsletter: メルマガ / Newsletter、初期値はオフ → メルマガ / Newsletter、初期値はオン、ec-coの同意emailが必要"
        ),
        Row(
            old: #"{"version": "2026-04"}"#,
            new: #"{"version": "2026-04", "language": "ja"}"#,
            en:
                #"/purposes/email/companies/ec-co/language Consents – at /purposes/email/companies/ec-co/language: is new, "ja""#,
            ja:
                #"同意と設定 – /purposes/email/companies/ec-co/language: 追加 "ja""#),
    ])
    func `changes are told in words`(_ row: Row) throws {
        let new = Self.consents.replacing(row.old, with: row.new, maxReplacements: 1)
        try #require(new != Self.consents)
        let changes = try changes(from: Self.consents, to: new)
        #expect(changes.map { "\($0.pointer) \($0.en)" } == [row.en])
        #expect(changes.map(\.ja) == [row.ja])
    }

    @Test func `a company that asks no more, and a switch that is gone, are told as such`() throws {
        let more = Self.consents.replacing(
            #""companies": {"#, with: #""companies": {"store-co": {"version": "1"}, "#)
        #expect(
            try changes(from: more, to: Self.consents).map(\.en) == [
                "Consents – consent email/store-co: version 1, whoever answered an earlier one is asked again → not asked"
            ])
        let fewer = #"""
            {"purposes": {"email": {"title": {"ja": "メール", "en": "E-mail"}, "companies": {
               "ec-co": {"version": "2026-04"}}}}}
            """#
        #expect(
            try changes(from: Self.consents, to: fewer).map(\.en) == [
                "Consents – switch newsletter: メルマガ / Newsletter, off to begin with → none"
            ])
    }

    @Test func `a new file is told with all that it says`() throws {
        let told = try changes(from: nil, to: Self.consents)
        #expect(
            told.map { "\($0.pointer) \($0.en)" } == [
                " new set of consents “consents.json”",
                "/purposes/email/title Consents – title of consent email: メール / E-mail",
                "/purposes/email/companies/ec-co Consents – consent email/ec-co: version 2026-04, whoever answered an earlier one is asked again",
                "/preferences/newsletter Consents – switch newsletter: メルマガ / Newsletter, off to begin with",
            ])
        #expect(
            try changes(from: Self.consents, to: nil).map(\.ja) == ["同意と設定「consents.json」を廃止"])
    }
}
