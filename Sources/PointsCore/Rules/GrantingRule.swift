/// What all rules have that give points, for a sale or for something else that a member does.
package protocol GrantingRule: Sendable {
    /// The id, which is also the name under which its caps are counted.
    var id: String { get }
    /// The days on which it is in force.
    var effective: EffectivePeriod { get }
    /// The class of the points.
    var pointClass: PointClass { get }
    /// How long they are valid; `nil` as the program says.
    var validity: Validity? { get }
    /// When they begin to count; `nil` as whatever gives them says.
    var pending: PendingPolicy? { get }
    /// The most points that it gives, over one or several scopes.
    var caps: [Cap] { get }
}

extension GrantingRule {
    /// The caps that count what was given before.
    package var lastingCaps: [Cap] { caps.filter { $0.scope != .order } }
    /// The one of them that leaves least where nothing was given yet.
    package var tightestLastingCap: Cap? { lastingCaps.min { $0.points < $1.points } }
}
