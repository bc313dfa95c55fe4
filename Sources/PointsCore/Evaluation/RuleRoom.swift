/// How many points a rule may still give under the caps that count what earlier orders gave.
package struct RuleRoom: Hashable, Sendable {
    /// Points, zero or more.
    package let points: Int64
    /// Over what the tightest cap adds up.
    package let scope: Cap.Scope

    /// So many points under a cap.
    package init(points: Int64, scope: Cap.Scope) {
        self.points = points
        self.scope = scope
    }
}
