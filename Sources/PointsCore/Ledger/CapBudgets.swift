/// What rules with the budget of a campaign have given to all members together.
package struct CapBudgets: Hashable, Sendable {
    /// Points by rule.
    package private(set) var points: [String: Int64] = [:]

    /// Nothing was given.
    package init() {}

    /// Budgets that were kept.
    init(points: [String: Int64]) {
        self.points = points
    }

    /// Adds what an entry says was given.
    package mutating func add(_ use: CapUse) {
        guard use.scopes.contains(.campaign), use.points != 0 else { return }
        points[use.rule, default: 0] += use.points
    }

    /// Points that a rule gave.
    package func points(of rule: String) -> Int64 { points[rule] ?? 0 }
}
