/// Where one command is worked on: it holds the member as the command's entries leave it.
///
/// An entry is folded into the member at once, by the same fold that replays the journal, so that the next step of a
/// decision and the balance in the entry see exactly what a rebuild would see. If a decision throws, the desk
/// is thrown away and nothing has happened.
package struct Desk: Sendable {
    /// Time, cause and rules.
    package let situation: Situation
    /// The member as the entries so far leave it; `nil` before joining and for the program's own entries.
    package private(set) var member: Member?
    /// What is to be appended, in order.
    package private(set) var entries: [Entry] = []

    private let number: Int64
    private var previous: JournalPosition

    /// A desk for a member.
    package init(_ member: Member, in situation: Situation) {
        self.situation = situation
        self.member = member
        number = member.id.number
        previous = member.head.position
    }

    /// A desk for a person who is not a member yet.
    package init(joining id: MemberID, in situation: Situation) {
        self.situation = situation
        number = id.number
        previous = .none
    }

    /// A desk for the program's own entries and for anonymous sales, whose chain ends at `head`.
    package init(programAt head: JournalPosition, in situation: Situation) {
        self.situation = situation
        number = Entry.programMember
        previous = head
    }

    /// The place that the next entry will have.
    package var nextPosition: JournalPosition {
        JournalPosition(situation.next.number + Int64(entries.count))
    }

    /// Adds an entry and folds it into the member.
    ///
    /// - Throws: ``Refusal/pointsOutOfRange(_:)`` if an account would pass 10¹².
    package mutating func append(
        _ event: Event, _ postings: [Posting] = []
    ) throws(Refusal) {
        try append(event, postings, for: situation.cause)
    }

    /// Adds what time alone brought about at a moment, and on a business day.
    ///
    /// It came through no channel, whoever's command writes it down; so a day's totals do not depend on who was first.
    mutating func append(
        _ event: Event, _ postings: [Posting], due: Instant, on day: CivilDate
    ) throws(Refusal) {
        var cause = situation.cause
        (cause.channel, cause.company, cause.store, cause.terminal) = (nil, nil, nil, nil)
        cause.occurredAt = due
        cause.businessDay = Situation.bookingDay(for: day, openDay: situation.openDay)
        try append(event, postings, for: cause)
    }

    private mutating func append(
        _ event: Event, _ postings: [Posting], for cause: Cause
    ) throws(Refusal) {
        func entry(after: Balance) -> Entry {
            Entry(
                position: nextPosition, member: number, previous: previous, cause: cause,
                event: event, postings: postings, after: after)
        }
        var after = Balance()
        if number != Entry.programMember {
            let folded: Member
            do throws(LedgerFault) {
                folded = try Member.folding(entry(after: after), hash: [], into: member)
            } catch {
                throw .internalFault(error.message)
            }
            after = folded.wallet.balance(at: cause.occurredAt, in: situation.calendar)
            // Bounded together: held and pending points become available when time says so, and that cannot be refused.
            if !folded.wallet.isRecollection {
                _ = try Points(after.available + after.held + after.pending)
                _ = try Points(-after.debt)
            }
            member = folded
        }
        entries.append(entry(after: after))
        previous = entries[entries.count - 1].position
    }

    /// The member, who must be there.
    func subject() throws(Refusal) -> Member {
        guard let member else { throw .memberUnknown }
        return member
    }
}
