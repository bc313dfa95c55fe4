/// What a sale, or a return of it, adds to what a rule has given under its caps; or what a claim of an offer adds to the
/// member's claims, which count one each, and to the points of the offer's budget.
package struct CapUse: Hashable, Sendable {
    /// The rule.
    package let rule: String
    /// Over what its caps add up; not over the order, which is over.
    package let scopes: [Cap.Scope]
    /// The business day of the sale, whenever something of it comes back.
    package let day: CivilDate
    /// Points more, or fewer.
    package internal(set) var points: Int64
    /// What was left for it.
    package internal(set) var room: RuleRoom?

    /// Points of a rule for a sale of a day.
    package init(
        rule: String, scopes: [Cap.Scope], day: CivilDate, points: Int64, room: RuleRoom?
    ) {
        self.rule = rule
        self.scopes = scopes
        self.day = day
        self.points = points
        self.room = room
    }
}
