import PointsCore

/// What earning and redemption rules have in common.
struct RuleHeader {
    let id: String
    let title: Caption
    let effective: EffectivePeriod
    let condition: Condition
    let lines: LineCondition

    /// Keys of every rule.
    static let keys = ["id", "kind", "title", "effective", "when", "lines", "examples"]

    /// Reads the common parts of a rule of a kind, `earn`, `burn` or `activity`; its id is the file's path
    /// without the ending.
    init(_ object: RuleObject, kind: String, in surroundings: RuleSurroundings) {
        id = RuleHeader.id(of: object)
        _ = object.required("kind").word([kind])
        title = Caption(object.required("title"))
        effective = EffectivePeriod(object.optional("effective"))
        condition = Condition(
            object.optional("when"), of: kind == "activity" ? .activity : .sale, in: surroundings)
        lines = LineCondition(object.optional("lines"))
    }

    /// Reads the id of a file that is named after it.
    static func id(of object: RuleObject) -> String {
        let path = object.whole.ruleID
        let written = object.required("id")
        if written.string.map({ $0.utf8.elementsEqual(path.utf8) }) != true {
            written.complain(expected: "\"\(path)\", after the file")
        }
        return path
    }
}
