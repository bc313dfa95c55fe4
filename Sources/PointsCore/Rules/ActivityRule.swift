/// An activity rule: one file under `Rules/activities/`.
package struct ActivityRule: GrantingRule, Hashable {
    /// The id, such as `activities/review`.
    package let id: String
    /// The days on which it is in force.
    package let effective: EffectivePeriod
    /// The activities for which it gives points, by their names.
    package let activities: Set<String>
    /// Whether it gives its points only once for each thing that activities are about.
    package let isOncePerSubject: Bool
    /// When it applies; no part of it asks for a basket.
    package let condition: Condition
    /// What it gives each time.
    package let points: Int64
    /// The rules that it competes with.
    package let group: String
    /// Which rules of the group count.
    package let pick: EarnRule.Pick
    /// Lower numbers come first where the first counts.
    package let priority: Int64
    /// The class of the points.
    package let pointClass: PointClass
    /// How long they are valid; `nil` as the program says.
    package let validity: Validity?
    /// The most points that it gives, over one or several scopes.
    package let caps: [Cap]

    /// A rule with all its parts.
    package init(
        id: String, effective: EffectivePeriod, activities: Set<String>, condition: Condition,
        isOncePerSubject: Bool = false, points: Int64, group: String, pick: EarnRule.Pick,
        priority: Int64,
        pointClass: PointClass, validity: Validity?, caps: [Cap] = []
    ) {
        self.id = id
        self.effective = effective
        self.activities = activities
        self.isOncePerSubject = isOncePerSubject
        self.condition = condition
        self.points = points
        self.group = group
        self.pick = pick
        self.priority = priority
        self.pointClass = pointClass
        self.validity = validity
        self.caps = caps
    }

    /// Nothing is shipped: its points count at once.
    package var pending: PendingPolicy? { nil }
}
