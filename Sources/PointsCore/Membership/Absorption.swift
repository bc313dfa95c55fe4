/// That another member is part of this one: who, and what could be taken back out of it.
package struct Absorption: Hashable, Sendable {
    /// Who became part of the member.
    package let member: MemberID
    /// Where they stood.
    package let status: MemberStatus
    /// The entry by which they came in.
    package let by: JournalPosition
    /// When they came in.
    let at: Instant
    /// The membership period of the member in which they did.
    let period: Int64
    /// What they brought, less and more by what has become of their purchases since.
    package internal(set) var estate: Estate
    /// Points of theirs that the member has used since: as long as there are any, they cannot be parted.
    package private(set) var spent: Int64 = 0

    /// Somebody who came in by an entry, at a moment of a membership period.
    init(_ absorbed: Absorbed, by entry: JournalPosition, at: Instant, period: Int64) {
        self.member = absorbed.member
        status = absorbed.status
        by = entry
        self.at = at
        self.period = period
        estate = absorbed.estate
    }

    /// The row numbers of the one who came in and of all who were part of them.
    package var numbers: [Int64] { [member.number] + estate.absorbed.flatMap(\.numbers) }

    /// Whether a lot came in with them.
    func brought(_ terms: LotTerms) -> Bool { terms.from != 0 && numbers.contains(terms.from) }
}

// MARK: - The fold

extension Absorption {
    /// Takes in an entry of the member: what it uses of the points that came in, or gives back, and what becomes of purchases
    /// that came in.
    mutating func apply(_ entry: Entry) {
        for place in estate.absorbed.indices { estate.absorbed[place].apply(entry) }
        let isTheirs = entry.event.buyer.map(numbers.contains) ?? false
        if !isTheirs, !entry.event.isExpiry {
            for posting in entry.postings where posting.lot.map(brought) ?? false {
                switch posting.account {
                case .available, .held, .pending, .expired: spent -= posting.points
                default: break
                }
            }
        }
        guard isTheirs, case .purchaseReturned(let returned) = entry.event else { return }
        // What comes back to who is away is lost at once, and may be found there.
        for posting in entry.postings where posting.lot.map(brought) ?? false {
            if case .forfeited = posting.account { spent += posting.points }
        }
        estate.purchaseCount += entry.event.purchaseCountChange
        for use in returned.capUses { estate.capCounts.add(use) }
        if let count = returned.tierCount { estate.tierCounts.add(count) }
        if let change = returned.valueChange { estate.value.add(change) }
    }
}

// MARK: - Record

extension Absorption {
    func write(to writer: inout RecordWriter) {
        writer.number(member.number)
        writer.bits(member.token)
        writer.text(status.rawValue)
        writer.position(by)
        writer.instant(at)
        writer.number(period)
        estate.write(to: &writer)
        writer.number(spent)
    }

    init(from reader: inout RecordReader) throws(LedgerFault) {
        member = MemberID(number: try reader.number(), token: try reader.bits())
        status = try reader.named(MemberStatus.self)
        by = try reader.position()
        at = try reader.instant()
        period = try reader.number()
        estate = try Estate(from: &reader)
        spent = try reader.number()
    }
}
