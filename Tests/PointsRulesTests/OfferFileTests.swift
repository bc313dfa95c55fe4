import Foundation
import PointsCore
import PointsJSON
import PointsRules
import Testing

/// `segments/*.json` and `offers/*.json`: what they ask of the other files, and what is said of changes.
struct OfferFileTests {
    private static let segment = "segments/all.json"
    private static let offer = "offers/all.json"
    private static let byRule = "offers/by-rule.json"

    private func complaints(
        _ file: String, _ old: String, _ new: String, without other: String? = nil
    ) throws -> [String] {
        var draft = try DraftRules(folder: Repository.path("fixtures/rules/every-key"))
        if !old.isEmpty { try draft.replace(old, with: new, in: file) }
        if let other { draft.files[other] = nil }
        return try draft.source().check().problems.map(\.description)
    }

    @Test func `an offer is read with all its parts`() throws {
        let draft = try DraftRules(folder: Repository.path("fixtures/rules/every-key"))
        let rules = try draft.source().checked().ruleset
        let period = EffectivePeriod(from: CivilDate("2026-06-01"), to: CivilDate("2026-08-31"))
        try #require(rules.offers.count == 2)
        let (points, rule) = (rules.offers[0], rules.offers[1])
        #expect((points.id, points.segment) == ("offers/all", "segments/all"))
        #expect(points.effective == period)
        #expect(points.channels == ["store", "ec"])
        let grant = try #require(points.grant)
        #expect((grant.points, grant.claimsPerMember, grant.budget) == (300, 2, 90_000))
        #expect(grant.pointClass == PointClass("thanks"))
        let day = try #require(CivilDate("2026-06-01"))
        #expect(grant.validity?.expiry(grantedOn: day) == CivilDate("2026-07-01"))
        #expect(rules.pointClasses.contains(PointClass("thanks")))
        #expect(rule.gift == .rule("activities/all"))
        #expect(rule.channels == ["store"])
        #expect(rules.titles["offers/all"]?.en == "Everything")
    }

    @Test(arguments: [
        (
            segment, #""company": "ec-co""#, #""company": "store-co""#,
            #"segments/all.json at /company: found "store-co", expected a company that asks for it: ec-co"#
        ),
        (
            segment, #""purpose": "marketing_email""#, #""purpose": "marketing_mail""#,
            #"segments/all.json at /purpose: found "marketing_mail", expected a purpose; did you mean "marketing_email"?"#
        ),
        (
            offer, #""segment": "segments/all""#, #""segment": "segments/none""#,
            #"offers/all.json at /segment: found "segments/none", expected a segment: segments/all"#
        ),
        (
            offer, #""total": 90000"#, #""total": 299"#,
            "offers/all.json at /cap/total: found 299, expected at least the 300 points of one claim"
        ),
        (
            offer, #""style": "after_grant", "days": 30, "roundTo": "day""#,
            #""until": "2026-08-30""#,
            #"offers/all.json at /grant/validity/until: found "2026-08-30", expected "2026-08-31" or later: the rule gives points until then, which would have expired"#
        ),
        (
            byRule, #", "rule": "activities/all""#, "",
            #"offers/by-rule.json: of the two that an offer may have, "rule" is missing and "grant" is missing"#
        ),
        (
            byRule, #""rule": "activities/all""#, #""rule": "activities/all", "cap": {}"#,
            "offers/by-rule.json at /cap: a rule gives this offer, and says itself how much and how often"
        ),
        (
            byRule, #""rule": "activities/all""#, #""rule": "earn/base""#,
            #"offers/by-rule.json at /rule: found "earn/base", expected a rule that asks for the segment segments/all in its "when""#
        ),
    ])
    func `a mistake is named where it is`(
        _ file: String, _ old: String, _ new: String, _ complaint: String
    ) throws {
        #expect(try complaints(file, old, new) == [complaint])
    }

    @Test func `a segment needs consents`() throws {
        let told = try complaints("", "", "", without: "consents.json")
        #expect(
            told == [
                "segments/all.json at /purpose: there is no consents.json: a segment needs a consent that members are asked for"
            ])
    }

    // MARK: Changes

    private func changes(_ file: String, from old: String?, to new: String?) throws -> [RulesChange]
    {
        func source(_ text: String?) throws -> RulesetSource {
            let settings = RulesetSource.File(path: "program.json", content: ["currency": "JPY"])
            return RulesetSource(
                files: try [settings]
                    + (text.map {
                        [RulesetSource.File(path: file, content: try JSON(parsing: $0))]
                    } ?? []))
        }
        return try RulesDifference.changes(from: source(old), to: source(new))
    }

    @Test(arguments: [
        (#"{"status": ["active"]}"#, "status active", "状態がactive"),
        (#"{"crossChannel": true}"#, "has bought in more than one channel", "複数のチャネルで購入がある"),
        (#"{"channel": "ec"}"#, "has bought in ec", "ecで購入がある"),
        (#"{"recencyDays": {"min": 180}}"#, "last bought 180 days or more ago", "最後の購入から180日以上"),
        (
            #"{"frequency": {"min": 2, "withinDays": 90}}"#, "2 purchases or more within 90 days",
            "直近90日に2回以上"
        ),
        (
            #"{"spend": {"max": 3000, "channel": "store"}}"#,
            "has bought for at most 3,000 yen in store", "購入金額がstoreで3,000円以下"
        ),
        (#"{"points": {"min": 500}}"#, "500 points or more to spend", "利用可能なポイントが500ポイント以上"),
        (
            #"{"expiring": {"min": 100, "withinDays": 30}}"#,
            "100 points or more that expire within 30 days", "30日以内に失効するポイントが100ポイント以上"
        ),
        (
            #"{"not": {"tier": "gold"}, "ageRange": {"min": 20, "max": 29}}"#,
            "20 years to 29 years, and not (tier gold)", "20歳以上29歳以下、かつ(会員ランクがgold)以外"
        ),
        (
            #"{"any": [{"paid": {"min": 5}}, {"birthdayMonth": true}]}"#,
            "(has paid 5 yen or more, or the month of the birthday)", "(現金等での支払いが5円以上、または誕生月)"
        ),
    ])
    func `who is in a segment is said in words`(
        _ who: String, _ en: String, _ ja: String
    ) throws {
        let told = try changes(
            Self.segment, from: #"{"who": {"status": "provisional"}}"#, to: #"{"who": \#(who)}"#)
        #expect(told.map(\.en) == ["who is in it: status provisional → \(en)"])
        #expect(told.map(\.ja) == ["対象の会員: 状態がprovisional → \(ja)"])
    }

    @Test func `a new offer is told with all that it says`() throws {
        let text = try #require(
            DraftRules(folder: Repository.path("fixtures/rules/every-key")).files[Self.offer])
        let told = try changes(Self.offer, from: nil, to: text)
        #expect(
            told.map { "\($0.pointer) \($0.en)" } == [
                " new offer “Everything”",
                "/effective Everything – in force: from 2026-06-01 to 2026-08-31",
                "/segment Everything – for: segments/all",
                "/channels Everything – shown in: store or ec",
                "/grant/points Everything – gives: 300 points",
                "/grant/class Everything – class of the points: thanks",
                "/grant/validity Everything – points last: 30 days after the grant",
                "/cap/perMember Everything – for each member: 2 times",
                "/cap/total Everything – for all members at most: 90,000 points",
            ])
        #expect(try changes(Self.offer, from: text, to: nil).map(\.ja) == ["オファー「すべて」を廃止"])
    }
}
