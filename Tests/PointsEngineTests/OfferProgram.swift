import PointsCore
import PointsEngine
import PointsJSON
import PointsRules

/// The rules of ``ConsentProgram`` with a segment of who bought for 10,000 yen and agreed to e-mail, and offers to it.
enum OfferProgram {
    static let segment = "segments/good"
    static let letter = "offers/letter"

    /// Files of the set besides, by their paths; `grant` and `cap` are those of the offer of points.
    static func source(
        changes: [String: String] = [:],
        grant: String = #"{"points": 300, "class": "letter", "validity": {"until": "2026-06-30"}}"#,
        cap: String = #"{"perMember": 2, "total": 1000}"#
    ) throws -> RulesSource {
        let bare = try RulesetSource(canonicalBytes: ConsentProgram.source(changes).content)
        let texts = [
            "segments/good.json": """
            {"id": "segments/good", "kind": "segment", "title": {"ja": "良", "en": "Good"},
             "purpose": "email", "company": "ec-co", "who": {"spend": {"min": 10000}},
             "examples": [{"name": "n", "given": {"on": "2026-06-01"}, "expect": {"member": false}}]}
            """,
            "earn/good.json": """
            {"id": "earn/good", "kind": "earn", "title": {"ja": "良", "en": "For the good"},
             "effective": {"from": "2026-06-01", "to": "2026-06-20"},
             "when": {"segment": "segments/good"}, "award": {"type": "fixed", "points": 5},
             "examples": [{"name": "n", "given": {"channel": "store", "lines": [{"amount": 0, "taxRate": 0}]},
               "expect": {"points": 0}}]}
            """,
            "offers/letter.json": """
            {"id": "offers/letter", "kind": "offer", "title": {"ja": "手紙", "en": "Letter"},
             "segment": "segments/good", "effective": {"from": "2026-06-01", "to": "2026-06-10"},
             "channels": ["ec"], "grant": \(grant), "cap": \(cap)}
            """,
            "offers/rule.json": """
            {"id": "offers/rule", "kind": "offer", "title": {"ja": "5", "en": "Five more"},
             "segment": "segments/good", "rule": "earn/good"}
            """,
        ]
        let files = try texts.map {
            RulesetSource.File(path: $0, content: try JSON(parsing: $1))
        }
        let source = RulesetSource(files: bare.files + files)
        return RulesSource(ruleset: try source.ruleset(), content: source.canonicalBytes)
    }
}
