import PointsCore
import PointsEngine
import PointsJSON
import PointsRules

extension TestProgram {
    /// A program in which joining gives 500 points.
    static func givingOnJoining() throws -> TestProgram {
        let bare = try RulesetSource(canonicalBytes: CheckRules.source().content)
        let rule = """
            {"id": "activities/welcome", "kind": "activity",
             "title": {"ja": "入会特典", "en": "Welcome"}, "activity": "join",
             "award": {"type": "fixed", "points": 500},
             "examples": [{"name": "n", "given": {"activity": "join"}, "expect": {"points": 500}}]}
            """
        let file = RulesetSource.File(
            path: "activities/welcome.json", content: try JSON(parsing: rule))
        let source = RulesetSource(files: bare.files + [file])
        return try TestProgram(
            RulesSource(ruleset: try source.ruleset(), content: source.canonicalBytes))
    }
}
