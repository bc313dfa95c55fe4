/// One set of rules that judges again what happened, one after the other.
///
/// What it gives only so often, under caps over several orders or once for a subject, it counts from the first on.
package struct Rehearsal: Sendable {
    private let rules: Ruleset
    /// What rules for sales ask about the person.
    private let askedOfBuyers: [PersonalTrait]
    /// What rules for activities do.
    private let askedOfDoers: [PersonalTrait]
    private var caps = RehearsedCaps()
    private var subjects = RehearsedSubjects()

    /// Nothing was judged yet.
    package init(under rules: Ruleset) {
        self.rules = rules
        let forSales = rules.earnRules.map(\.condition) + rules.burnRules.map(\.condition)
        askedOfBuyers = forSales.flatMap(\.traits)
        askedOfDoers = rules.activityRules.flatMap(\.condition.traits)
    }

    /// What the rules make of a sale, and of what is left of its basket.
    package mutating func outcome(
        of purchase: Purchase, left: PricedBasket, by person: RehearsedPerson
    ) -> RehearsedOutcome {
        let calendar = rules.program.calendar
        // The draft's business day may begin at another hour than the one under which it was sold.
        let day = calendar.businessDay(of: purchase.occurredAt)
        let context = purchase.context(in: calendar, to: person.standing(under: rules, on: day))
        let rooms = caps.rooms(leftTo: rules.cappedRules, for: purchase.member, on: day)
        var outcome = purchase.rehearsed(under: rules, in: context, left: left, rooms: rooms)
        caps.count(
            outcome.awards, by: rules.cappedRules, within: rooms, to: purchase.member, on: day)
        let isJudged =
            context.standing.mayEarn(under: rules.program.lifecycle)
            && left.pieces.contains { $0 > 0 }
        outcome.isUnasked = isJudged && person.cannotAnswer(askedOfBuyers)
        return outcome
    }

    /// What the rules make of something that a member did besides buying.
    package mutating func outcome(
        of activity: PastActivity, by person: RehearsedPerson
    ) -> RehearsedOutcome {
        let day = rules.program.calendar.businessDay(of: activity.occurredAt)
        let context = activity.context(
            under: rules, on: day, to: person.standing(under: rules, on: day))
        guard context.standing.mayEarn(under: rules.program.lifecycle) else {
            return RehearsedOutcome(
                awards: [], points: 0, pointValue: rules.program.pointValue)
        }
        let recorded = activity.recorded
        let rooms = caps.rooms(
            leftTo: rules.cappedActivityRules, for: activity.member, on: day)
        let evaluation = rules.evaluate(
            activity: recorded.activity, in: context, rooms: rooms,
            spent: subjects.spent(by: recorded, of: activity.member, under: rules))
        caps.count(
            evaluation.awards, by: rules.cappedActivityRules, within: rooms,
            to: activity.member, on: day)
        subjects.count(evaluation.awards, for: recorded, of: activity.member, under: rules)
        return RehearsedOutcome(
            awards: evaluation.awards, points: evaluation.points,
            pointValue: rules.program.pointValue, isUnasked: person.cannotAnswer(askedOfDoers))
    }
}
