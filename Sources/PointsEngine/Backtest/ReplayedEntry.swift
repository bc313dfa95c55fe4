internal import PointsCore
internal import PointsStore

/// An entry of the journal as a back-test sees it.
enum ReplayedEntry: Sendable {
    /// A sale of the period.
    case sale(RecordedSale)
    /// Somebody joined.
    case joined(Joined, at: JournalPosition)
    /// Of no concern.
    case passed
    /// It cannot be read, or nobody could have written it.
    case damaged(StoreError)

    /// - Parameters:
    ///   - record: The row.
    ///   - rules: Every set of rules that was activated.
    ///   - days: The period.
    init(
        _ record: JournalRecord, rules: [JournalPosition: Ruleset], days: ClosedRange<CivilDate>
    ) {
        do throws(StoreError) {
            self = try ReplayedEntry.read(record, rules: rules, days: days)
        } catch {
            self = .damaged(error)
        }
    }

    private static func read(
        _ record: JournalRecord, rules: [JournalPosition: Ruleset], days: ClosedRange<CivilDate>
    ) throws(StoreError) -> ReplayedEntry {
        let entry = try record.agreeingEntry()
        if let joined = entry.event.joined { return .joined(joined, at: entry.position) }
        guard let purchase = Purchase(entry) else { return .passed }
        guard let judged = rules[purchase.ruleset] else {
            throw SaleReplay.damaged(
                entry.position,
                "entry \(purchase.ruleset.number), under whose rules it was decided, activated none"
            )
        }
        let day = judged.program.calendar.businessDay(of: purchase.occurredAt)
        guard days.contains(day) else { return .passed }
        guard purchase.recorded.basket.isWithinBounds else {
            throw SaleReplay.damaged(entry.position, "its basket is beyond all bounds")
        }
        return .sale(RecordedSale(purchase, on: day, rules: judged.hash))
    }
}
