/// How far the closing of a day looks: who has something due before it is looked at, nobody else.
package struct DueHorizon: Hashable, Sendable {
    /// The last business day that was over at the moment.
    package let day: CivilDate
    /// The moment up to which everything is written down.
    package let moment: Instant
    /// Personal data of those who left before is erased.
    package let erasesLeftBefore: Instant

    /// The horizon of closing a day at a moment, which may lie before the day's end.
    package init(closing day: CivilDate, at moment: Instant, under program: Program) {
        let calendar = program.calendar
        self.day = calendar.businessDay(of: moment).adding(days: -1)
        self.moment = moment
        erasesLeftBefore = calendar.end(of: day.adding(days: -program.lifecycle.eraseAfterDays))
    }

    /// Whether there is anything to write down or to erase.
    package func reaches(_ due: MemberDue) -> Bool {
        due.lotsEndOn.map { $0 <= day } ?? false || due.settlesAt.map { $0 <= moment } ?? false
            || due.tierEndsOn.map { $0 <= day } ?? false || erases(due)
    }

    /// Whether the personal data is to be erased.
    package func erases(_ due: MemberDue) -> Bool {
        due.leftAt.map { $0 < erasesLeftBefore } ?? false
    }
}
