/// What caps over several orders leave to the rules that have them.
package struct RuleRooms: Hashable, Sendable {
    /// By rule; `nil` where nothing was given yet.
    private let known: [String: RuleRoom]?

    /// Nothing was given yet: every cap leaves all of its points.
    package static let untouched = RuleRooms(known: nil)

    private init(known: [String: RuleRoom]?) {
        self.known = known
    }

    /// What is left by rule; to one that has such a cap and is not among them, all of its points are.
    package init(_ rooms: [String: RuleRoom]) {
        known = rooms
    }

    /// What is left for a rule; `nil` if it has no cap over several orders.
    package func room(for rule: some GrantingRule) -> RuleRoom? {
        guard let tightest = rule.tightestLastingCap else { return nil }
        return known?[rule.id] ?? RuleRoom(points: tightest.points, scope: tightest.scope)
    }

    /// The points of a rule within what is left for it.
    func limited(_ award: RuleAward, of rule: some GrantingRule) -> RuleAward {
        room(for: rule).map { award.limited(to: $0.points, by: $0.scope) } ?? award
    }
}
