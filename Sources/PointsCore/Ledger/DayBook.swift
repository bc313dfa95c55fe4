/// The running totals of one business day, as a fold over the entries booked on it.
package struct DayBook: Hashable, Sendable {
    /// The day.
    package let day: CivilDate
    /// Entries booked so far.
    package private(set) var transactions: Int64 = 0
    /// Sums by account and channel, in a fixed order.
    package private(set) var totals: [DayTotal] = []
    /// SHA-256 over the hashes of the entries in the order of the journal: H(H(…) ‖ hash).
    package private(set) var hash: [UInt8] = []

    /// The entry that sealed the day, once it is closed.
    package private(set) var sealedBy: JournalPosition?

    /// A day on which nothing is booked yet.
    package init(day: CivilDate) {
        self.day = day
    }

    /// What the seal of the day says.
    package var seal: DayClosed {
        DayClosed(day: day, transactions: transactions, totals: totals, hash: hash)
    }

    /// The day in whose book an entry is written: a seal stands in the book of the day that it seals.
    package static func day(of entry: Entry) -> CivilDate {
        if case .dayClosed(let closed) = entry.event { closed.day } else { entry.cause.businessDay }
    }

    /// Counts an entry; a day's own seal is not part of what it seals.
    package mutating func apply(_ entry: Entry, hash entryHash: [UInt8]) {
        if case .dayClosed = entry.event {
            sealedBy = entry.position
            return
        }
        transactions += 1
        hash = SHA256.digest(hash, entryHash)
        for posting in entry.postings {
            let channel = entry.cause.channel
            let place = totals.firstIndex {
                $0.account == posting.account && $0.channel == channel
            }
            if let place {
                totals[place].points &+= posting.points
                continue
            }
            let total = DayTotal(
                account: posting.account, channel: channel, points: posting.points)
            let index = totals.firstIndex { DayBook.key(total) < DayBook.key($0) }
            totals.insert(total, at: index ?? totals.endIndex)
        }
    }

    private static func key(_ total: DayTotal) -> (String, String, String, String) {
        (
            total.account.name, total.account.company ?? "", total.account.source ?? "",
            total.channel ?? ""
        )
    }

    /// A projection row.
    package func record() -> [UInt8] {
        var writer = RecordWriter()
        seal.write(to: &writer)
        writer.optional(sealedBy) { $0.position($1) }
        return writer.bytes()
    }

    /// Reads what ``record()`` wrote.
    package init(record: [UInt8]) throws(LedgerFault) {
        var reader = try RecordReader(record)
        let seal = try DayClosed(from: &reader)
        sealedBy = try reader.optional { reader throws(LedgerFault) in try reader.position() }
        try reader.finish()
        day = seal.day
        transactions = seal.transactions
        totals = seal.totals
        hash = seal.hash
    }
}
