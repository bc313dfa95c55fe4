import PointsCore
import PointsEngine
import PointsJSON
import PointsRules

/// The rules of `fixtures/rules/check` with ranks: silver from 10,000 without tax and gold from 30,000.
enum TierProgram {
    static func source(_ changes: [String: String] = [:]) throws -> RulesSource {
        let bare = try RulesetSource(canonicalBytes: CheckRules.source(changes).content)
        let ranks = RulesetSource.File(path: "tiers.json", content: try JSON(parsing: tiers))
        let source = RulesetSource(files: bare.files + [ranks])
        return RulesSource(ruleset: try source.ruleset(), content: source.canonicalBytes)
    }

    private static let tiers = """
        {"metric": {"of": "spend", "tax": "excluded"}, "window": {"style": "rolling", "months": 12},
         "keep": {"months": 1}, "demotion": "one_step",
         "tiers": [
           {"id": "regular", "title": {"ja": "レギュラー", "en": "Regular"}, "from": 0},
           {"id": "silver", "title": {"ja": "シルバー", "en": "Silver"}, "from": 10000},
           {"id": "gold", "title": {"ja": "ゴールド", "en": "Gold"}, "from": 30000}],
         "examples": [{"name": "n", "given": {"purchases": [{"on": "2026-06-01", "amount": 11000, "taxRate": 10}], "on": "2026-06-01"},
           "expect": {"tier": "silver", "keptThrough": "2026-06-30"}}]}
        """
}
