import PointsCore
import PointsEngine
import PointsJSON
import PointsRules

/// The rules of `fixtures/rules/check` with consents: terms of both companies, and e-mail of the web shop.
enum ConsentProgram {
    static let terms = ConsentTopic(purpose: "terms", company: "store-co")
    static let otherTerms = ConsentTopic(purpose: "terms", company: "ec-co")
    static let email = ConsentTopic(purpose: "email", company: "ec-co")

    /// Each change is a text of `program.json`, and what stands there instead; the version is that of the policy on e-mail.
    static func source(
        _ changes: [String: String] = [:], version: String = "1", isRequired: Bool = false
    ) throws -> RulesSource {
        let bare = try RulesetSource(canonicalBytes: CheckRules.source(changes).content)
        let text = """
            {"purposes": {
              "terms": {"title": {"ja": "規約", "en": "Terms"}, "companies": {
                "store-co": {"version": "1", "required": \(isRequired)}, "ec-co": {"version": "1"}}},
              "email": {"title": {"ja": "メール", "en": "E-mail"}, "companies": {
                "ec-co": {"version": "\(version)"}}}},
             "preferences": {"newsletter": {"title": {"ja": "メルマガ", "en": "Newsletter"}, "default": false,
               "needs": {"purpose": "email", "company": "ec-co"}}}}
            """
        let consents = RulesetSource.File(path: "consents.json", content: try JSON(parsing: text))
        let source = RulesetSource(files: bare.files + [consents])
        return RulesSource(ruleset: try source.ruleset(), content: source.canonicalBytes)
    }
}
