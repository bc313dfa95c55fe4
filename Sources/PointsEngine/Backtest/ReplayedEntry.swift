internal import PointsCore
internal import PointsStore

/// An entry of the journal as a back-test sees it.
struct ReplayedEntry: Sendable {
    /// What it is about.
    let matter: Matter
    /// The entry, if it changes where its member stands and that is followed.
    let change: MemberChange?

    /// What an entry may be about.
    enum Matter: Sendable {
        /// A sale of the period.
        case sale(RecordedSale)
        /// An activity of the period.
        case activity(PastActivity)
        /// Somebody joined.
        case joined(Joined, at: JournalPosition)
        /// Of no concern.
        case passed
        /// It cannot be read, or nobody could have written it.
        case damaged(StoreError)
    }

    /// - Parameters:
    ///   - record: The row.
    ///   - rules: Every set of rules that was activated.
    ///   - days: The period.
    ///   - isFollowing: Whether it is followed where members stand.
    init(
        _ record: JournalRecord, rules: [JournalPosition: Ruleset], days: ClosedRange<CivilDate>,
        isFollowing: Bool
    ) {
        do throws(StoreError) {
            let entry = try record.agreeingEntry()
            matter = try ReplayedEntry.matter(of: entry, rules: rules, days: days)
            change =
                isFollowing && RehearsedMember.isChanged(by: entry.event)
                ? MemberChange(entry) : nil
        } catch {
            matter = .damaged(error)
            change = nil
        }
    }

    private static func matter(
        of entry: Entry, rules: [JournalPosition: Ruleset], days: ClosedRange<CivilDate>
    ) throws(StoreError) -> Matter {
        if let joined = entry.event.joined { return .joined(joined, at: entry.position) }
        if let activity = PastActivity(entry) {
            let judged = try judged(by: activity.ruleset, entry, rules)
            let day = judged.program.calendar.businessDay(of: activity.occurredAt)
            return days.contains(day) ? .activity(activity) : .passed
        }
        guard let purchase = Purchase(entry) else { return .passed }
        let judged = try judged(by: purchase.ruleset, entry, rules)
        let day = judged.program.calendar.businessDay(of: purchase.occurredAt)
        guard days.contains(day) else { return .passed }
        guard purchase.recorded.basket.isWithinBounds else {
            throw SaleReplay.damaged(entry.position, "its basket is beyond all bounds")
        }
        return .sale(RecordedSale(purchase, on: day, rules: judged.hash))
    }

    private static func judged(
        by activation: JournalPosition, _ entry: Entry, _ rules: [JournalPosition: Ruleset]
    ) throws(StoreError) -> Ruleset {
        guard let judged = rules[activation] else {
            throw SaleReplay.damaged(
                entry.position,
                "entry \(activation.number), under whose rules it was decided, activated none")
        }
        return judged
    }
}
