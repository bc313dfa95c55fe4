/// What a member's rank is made of, as a fold over the member's entries; it needs no rules.
package struct TierRecord: Hashable, Sendable {
    /// What has counted, by month and what was counted; oldest month first, none of it zero or below.
    package private(set) var counts: [TierCount] = []
    /// The rank; `nil` before the first was reached.
    package internal(set) var standing: TierStanding?
    /// When the latest sale happened that counts.
    package private(set) var latestSale: Instant?
    /// Purchases before this entry do not count: with it the member came back and began anew.
    private(set) var startedBy: JournalPosition = .none

    /// Nothing has counted.
    package init() {}

    /// What counts in some months.
    func sum(of metric: TierMetric, in months: ClosedRange<CivilDate>) -> Int64 {
        counts.reduce(0) {
            $1.metric == metric && months.contains($1.month) ? $0 + $1.amount : $0
        }
    }
}

// MARK: - The fold

extension TierRecord {
    /// Whether an event changes a record.
    package static func isChanged(by event: Event) -> Bool {
        switch event {
        case .purchaseRecorded(let recorded): recorded.tierStep != nil
        case .purchaseReturned(let returned): returned.tierCount != nil
        case .unreceiptedReturned(let returned): returned.tierCount != nil
        case .tierReviewed, .rejoined: true
        default: false
        }
    }

    /// Carries out an entry of the member.
    package mutating func apply(_ entry: Entry) {
        switch entry.event {
        case .purchaseRecorded(let recorded):
            if let step = recorded.tierStep { apply(step, at: entry.cause.occurredAt) }
        case .purchaseReturned(let returned):
            guard let count = returned.tierCount, returned.purchase > startedBy else { return }
            add(count)
        case .unreceiptedReturned(let returned):
            if let count = returned.tierCount { add(count) }
        case .tierReviewed(let reviewed): standing = reviewed.standing
        case .rejoined(let rejoined) where !rejoined.keepsTier:
            self = TierRecord()
            startedBy = entry.position
        default: break
        }
    }

    /// Counts a sale of a moment.
    package mutating func apply(_ step: TierStep, at moment: Instant) {
        add(step.count)
        latestSale = max(moment, latestSale ?? moment)
        standing = step.standing ?? standing
        // One month more than the window has: the review of a month's last day comes in the next.
        guard let newest = counts.last?.month else { return }
        let oldest = newest.adding(months: -step.windowMonths)
        counts.removeAll { $0.month < oldest }
    }

    /// Adds to a month, or takes from it what came back; no month falls below zero, and one that is forgotten is not missed.
    package mutating func add(_ count: TierCount) {
        let place = counts.firstIndex { ($0.month, $0.metric.rawValue) >= count.key }
        guard let place, counts[place].key == count.key else {
            if count.amount > 0 { counts.insert(count, at: place ?? counts.endIndex) }
            return
        }
        counts[place].amount += count.amount
        if counts[place].amount <= 0 { counts.remove(at: place) }
    }
}

// MARK: - Record

extension TierRecord {
    func write(to writer: inout RecordWriter) {
        writer.list(counts) { $1.write(to: &$0) }
        writer.optional(standing) { $1.write(to: &$0) }
        writer.optional(latestSale) { $0.instant($1) }
        writer.position(startedBy)
    }

    init(from reader: inout RecordReader) throws(LedgerFault) {
        counts = try reader.list { reader throws(LedgerFault) in try TierCount(from: &reader) }
        standing = try reader.optional { reader throws(LedgerFault) in
            try TierStanding(from: &reader)
        }
        latestSale = try reader.optional { reader throws(LedgerFault) in try reader.instant() }
        startedBy = try reader.position()
    }
}
