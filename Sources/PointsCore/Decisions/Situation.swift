/// What every decision is given besides the member: time, cause and rules, as values.
package struct Situation: Sendable {
    /// Who asks, why and when.
    package let cause: Cause
    /// The rules by which it is judged.
    package let rules: Ruleset
    /// The place that the first entry will have.
    package let next: JournalPosition
    /// The first business day that is not closed.
    package let openDay: CivilDate?
    /// What rules with the budget of a campaign have given so far.
    package let budgets: CapBudgets
    /// The policies on ranks by their moments.
    package let tiers: TierTimeline
    /// What members are asked to agree to, by moments.
    package let consents: ConsentTimeline
    /// When the member was born, if that is known and the rules ask.
    package let birthDate: CivilDate?

    /// A situation with all its parts.
    package init(
        cause: Cause, rules: Ruleset, next: JournalPosition, openDay: CivilDate?,
        budgets: CapBudgets = CapBudgets(), tiers: TierTimeline? = nil,
        consents: ConsentTimeline = ConsentTimeline(), birthDate: CivilDate? = nil
    ) {
        self.cause = cause
        self.rules = rules
        self.next = next
        self.openDay = openDay
        self.budgets = budgets
        self.tiers = tiers ?? TierTimeline(rules.tiers)
        self.consents = consents
        self.birthDate = birthDate
    }

    /// The same with another cause, or with other entries before it.
    package func with(
        cause: Cause? = nil, next: JournalPosition? = nil, birthDate: CivilDate? = nil
    ) -> Situation {
        Situation(
            cause: cause ?? self.cause, rules: rules, next: next ?? self.next, openDay: openDay,
            budgets: budgets, tiers: tiers, consents: consents,
            birthDate: birthDate ?? self.birthDate)
    }

    /// The same at another moment.
    package func at(_ moment: Instant) -> Situation {
        var cause = cause
        cause.occurredAt = moment
        return with(cause: cause)
    }

    /// When it happened.
    package var now: Instant { cause.occurredAt }
    /// The business day on which it happened, whatever day it is booked on.
    package var today: CivilDate { calendar.businessDay(of: cause.occurredAt) }
    /// The program's settings.
    package var program: Program { rules.program }
    /// The program's calendar.
    package var calendar: BusinessCalendar { rules.program.calendar }

    /// The day to book something on: its own, or the first open one if that is closed.
    package static func bookingDay(for day: CivilDate, openDay: CivilDate?) -> CivilDate {
        max(day, openDay ?? day)
    }
}
