import PointsCore
import PointsEngine
import PointsJSON
import PointsRules

/// The rules of `fixtures/rules/check` with one for reviews: 50 points, with caps if some are given.
enum ActivityProgram {
    static func source(
        caps: String = #"[{"points": 80, "per": "day"}]"#, points: Int = 50,
        oncePerSubject isOncePerSubject: Bool = false, _ changes: [String: String] = [:]
    ) throws -> RulesSource {
        let bare = try RulesetSource(canonicalBytes: CheckRules.source(changes).content)
        let once = isOncePerSubject ? #""oncePer": "subject", "# : ""
        let rule = """
            {"id": "activities/review", "kind": "activity", "title": {"ja": "レビュー", "en": "Review"},
             "activity": "review", \(once)"award": {"type": "fixed", "points": \(points)}, "caps": \(caps),
             "examples": [{"name": "n", "given": {"activity": "review", "subject": "sku"}, "expect": {"points": \(points)}}]}
            """
        let file = RulesetSource.File(
            path: "activities/review.json", content: try JSON(parsing: rule))
        let source = RulesetSource(files: bare.files + [file])
        return RulesSource(ruleset: try source.ruleset(), content: source.canonicalBytes)
    }
}
