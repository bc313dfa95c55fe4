import PointsCore
import PointsEngine
import PointsJSON
import PointsRules

extension CheckRules {
    /// The rules of a source, those of `fixtures/rules/check` unless told, with some more: each by its id, and what it says
    /// besides its title and an example.
    static func adding(
        _ more: [String: String], to base: RulesSource? = nil
    ) throws -> RulesetSource {
        let bare = try RulesetSource(canonicalBytes: (base ?? source()).content)
        let files = try more.map { id, parts in
            let isActivity = id.hasPrefix("activities/")
            let given =
                isActivity
                ? #""activity": "review""#
                : #""channel": "store", "lines": [{"amount": 0, "taxRate": 0}]"#
            let text = """
                {"id": "\(id)", "kind": "\(isActivity ? "activity" : "earn")",
                 "title": {"ja": "案", "en": "\(id) title"}, \(parts),
                 "examples": [{"name": "any", "given": {\(given)}, "expect": {"points": 0}}]}
                """
            return RulesetSource.File(path: id + ".json", content: try JSON(parsing: text))
        }
        return RulesetSource(files: bare.files + files)
    }
}

extension RulesetSource {
    /// The set as an engine is given it.
    func forEngine() throws -> RulesSource {
        RulesSource(ruleset: try ruleset(), content: canonicalBytes)
    }
}
