import Foundation
import PointsCore
import PointsJSON
import PointsRules
import Testing

/// A change of the set with every key that the reader refuses and a schema cannot: it looks at one value at a time, and at one file.
struct SchemaGap: Sendable {
    /// The file.
    let file: String
    /// Words of the file, found once.
    let old: String
    /// Words in their place.
    let new: String
    /// Words in what the reader says.
    let reason: String

    /// The change in a word.
    var text: String { "\(file): \(new)" }

    /// The file with the change.
    func changed(_ content: JSON) throws -> JSON {
        let text = content.text()
        try #require(text.components(separatedBy: old).count == 2, "\(old) is not there once")
        return try JSON(parsing: text.replacing(old, with: new))
    }

    /// Everything that a schema cannot know.
    static let reasons = Array(Set(changes.map(\.reason))).sorted { $0.count > $1.count }

    /// Compares what the schema and the reader say of a file: if one refuses it, so does the other, but for what a schema cannot know.
    ///
    /// - Returns: Why the reader refuses what the schema does not.
    static func between(
        _ report: SchemaReport, _ complaints: [RulesProblem], _ name: String
    ) -> Set<String> {
        guard report.isGood else {
            #expect(!complaints.isEmpty, "\(name): only the schema refuses it, \(report.problems)")
            return []
        }
        var found: Set<String> = []
        for complaint in complaints {
            let reason = reasons.first { complaint.problem.contains($0) }
            #expect(reason != nil, "\(name): only the reader refuses it, \(complaint)")
            if let reason { found.insert(reason) }
        }
        return found
    }

    /// One change for everything that a schema cannot know.
    static let changes: [SchemaGap] = [
        gap(
            "program.json", #""from":"2900000000000""#, #""from":"2910000000000""#,
            "need as many digits"),
        // Names that other files give.
        gap(
            "earn/asking.json", #""company":["store-co"]"#, #""company":["x"]"#,
            "expected a company"),
        gap(
            "earn/asking.json", #""when":{"channel":"store""#, #""when":{"channel":"x""#,
            "expected a channel"),
        gap("earn/asking.json", #"["silver","gold"]"#, #"["x"]"#, "expected a rank"),
        gap(
            "earn/asking.json", #""segment":["segments/all"]"#, #""segment":["segments/x"]"#,
            "expected a segment"),
        gap("earn/double.json", #"["earn/base"]"#, #"["earn/x"]"#, "expected an earning rule"),
        gap(
            "earn/double.json", #"["earn/base"]"#, #"["earn/more"]"#,
            "expected a rule that does not build on others"),
        gap("earn/more.json", #"["earn/base"]"#, #"["earn/fixed"]"#, "expected a rule for money"),
        gap("earn/base.json", #""id":"earn/base""#, #""id":"earn/other""#, "after the file"),
        gap("earn/more.json", #""pick":"best""#, #""pick":"all""#, "of the same group says"),
        gap(
            "earn/half-percent.json", #""class":"half""#,
            #""class":"asking","pending":{"confirm":"at_once"}"#, "grants the same class"),
        gap("program.json", #""pending":{"store""#, #""pending":{"shop""#, "there is no channel"),
        gap(
            "consents.json", #""store-co":{"version""#, #""x":{"version""#, "expected a company"),
        gap(
            "consents.json", #""company":"ec-co""#, #""company":"store-co""#,
            "expected a company that asks for it"),
        gap(
            "consents.json", #""purpose":"marketing_email""#, #""purpose":"x""#,
            "expected a purpose"),
        gap(
            "segments/all.json", #""company":"ec-co""#, #""company":"store-co""#,
            "expected a company that asks for it"),
        gap(
            "offers/by-rule.json", #""rule":"activities/all""#, #""rule":"activities/x""#,
            "expected an earning or activity rule"),
        gap(
            "offers/by-rule.json", #""rule":"activities/all""#, #""rule":"earn/base""#,
            "expected a rule that asks for the segment"),
        gap("offers/all.json", #""total":90000"#, #""total":299"#, "points of one claim"),
        // Two values that do not fit together.
        gap("earn/base.json", #""to":"2026-12-31""#, #""to":"2025-12-31""#, "before it begins"),
        gap("earn/asking.json", #""to":"24:00""#, #""to":"22:00""#, "ends when it begins"),
        gap("earn/asking.json", #""max":9999"#, #""max":999"#, "is below the least"),
        gap("earn/asking.json", #""maxDays":365"#, #""maxDays":0"#, "are fewer than"),
        gap("burn/standard.json", #""maxPoints":5000"#, #""maxPoints":99"#, "fewer than the least"),
        gap(
            "earn/base.json", #""points":1,"per":100"#, #""points":1000,"per":1"#, "points for each"
        ),
        gap("earn/base.json", #""per":"day""#, #""per":"order""#, "a second cap per"),
        gap("tiers.json", #""from":10000"#, #""from":0"#, "expected more than"),
        gap("tiers.json", #""from":0"#, #""from":1"#, "everybody's"),
        gap("tiers.json", #""id":"gold""#, #""id":"silver""#, "of this name already"),
        gap(
            "tiers.json", #""returnedOn":"2026-04-12""#, #""returnedOn":"2026-04-09""#,
            "before it is bought"),
        gap(
            "earn/base.json", #""kind":"earn""#,
            #""kind":"earn","grant":{"validity":{"until":"2026-12-30"}}"#, "would have expired"),
        // Forms that a pattern does not tell.
        gap("earn/base.json", #""from":"2026-01-01""#, #""from":"2026-02-30""#, "expected a date"),
        gap(
            "earn/base.json", #""occurredAt":"2026-02-03T12:00:00+09:00""#,
            #""occurredAt":"2026-02-30T12:00:00+09:00""#, "expected a moment"),
        gap("tiers.json", #"["06-07","12-07"]"#, #"["02-29"]"#, "a day that every year has"),
        gap("program.json", #""Asia/Tokyo""#, #""Asia/Edo""#, "an IANA time zone"),
        gap("program.json", #""^[0-9]{13}$""#, #""(""#, "a regular expression"),
        gap(
            "earn/half-percent.json", #""percent":"0.5""#, #""percent":"0.0""#,
            "expected basis points"),
        gap("earn/double.json", #""by":2"#, #""by":"1.0""#, "above 1 and at most"),
        gap(
            "earn/base.json", #""en":"Base points""#,
            #""en":"\#(String(repeating: "点", count: 400))""#, "bytes, expected at most"),
        gap(
            "earn/asking.json", #""terminal":"T1","tier":["#,
            #""terminal":"\#(String(repeating: "点", count: 100))","tier":["#,
            "expected a name of 1 to"),
    ]

    private static func gap(_ file: String, _ old: String, _ new: String, _ reason: String)
        -> SchemaGap
    {
        SchemaGap(file: file, old: old, new: new, reason: reason)
    }
}
