/// Something that a member did besides buying, as it was recorded.
package struct PastActivity: Hashable, Sendable {
    /// The entry that recorded it.
    package let id: JournalPosition
    /// The member's row number.
    package let member: Int64
    /// Where it came through, if told.
    let channel: String?
    /// The company that runs the channel.
    let company: String?
    /// The store, if told.
    let store: String?
    /// The terminal, if told.
    let terminal: String?
    /// When it happened.
    package let occurredAt: Instant
    /// The rules by which it was judged.
    package let ruleset: JournalPosition
    /// What was recorded.
    package let recorded: ActivityRecorded

    /// The activity that an entry records; `nil` if the entry records none.
    package init?(_ entry: Entry) {
        guard case .activityRecorded(let recorded) = entry.event else { return nil }
        id = entry.position
        member = entry.member
        channel = entry.cause.channel
        company = entry.cause.company
        store = entry.cause.store
        terminal = entry.cause.terminal
        occurredAt = entry.cause.occurredAt
        ruleset = entry.cause.ruleset
        self.recorded = recorded
    }

    /// What it earned when it was recorded: nothing of an activity ever comes back.
    package func booked(under rules: Ruleset) -> RehearsedOutcome {
        RehearsedOutcome(
            awards: recorded.awards, points: recorded.lots.reduce(0) { $0 + $1.points },
            pointValue: rules.program.pointValue)
    }

    /// Where, when and by whom it was done; without a channel the program's only or first company issues the points.
    func context(under rules: Ruleset, on day: CivilDate, to standing: Standing) -> SaleContext {
        SaleContext(
            channel: channel ?? "", company: company ?? rules.program.companies.min() ?? "",
            store: store, terminal: terminal, businessDay: day,
            minuteOfDay: rules.program.calendar.minuteOfDay(at: occurredAt), standing: standing)
    }
}
