/// What a member's rank is made of, as a fold over the member's entries; it needs no rules.
package struct TierRecord: Hashable, Sendable {
    /// What has counted, by month and what was counted; oldest month first, none of it zero or below.
    package private(set) var counts: [TierCount] = []
    /// The rank; `nil` before the first was reached.
    package private(set) var standing: TierStanding?
    /// The ranks before it, earliest first, as long as something may still arrive late.
    private(set) var past: [Past] = []
    /// When the latest sale happened that counts.
    package private(set) var latestSale: Instant?
    /// Purchases before this entry do not count: with it the member came back and began anew.
    private(set) var startedBy: JournalPosition = .none
    /// Nor do those that happened before this moment.
    private(set) var startedAt: Instant = .distantPast

    /// A rank that was held until a moment.
    struct Past: Hashable, Sendable {
        let tier: String
        var until: Instant
    }

    /// Nothing has counted.
    package init() {}

    /// The rank at a moment; `nil` for the lowest.
    func tier(at moment: Instant) -> String? {
        past.first { moment < $0.until }?.tier
            ?? standing.flatMap { moment < $0.since ? $0.before : $0.tier }
    }

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
        case .tierReviewed, .rejoined, .absorbed, .released, .cameApart: true
        default: false
        }
    }

    /// Carries out an entry of the member.
    package mutating func apply(_ entry: Entry) {
        switch entry.event {
        case .purchaseRecorded(let recorded):
            if let step = recorded.tierStep { apply(step, at: entry.cause.occurredAt) }
        case .purchaseReturned(let returned):
            // Of what came in with another member, that member's own beginning has decided.
            guard let count = returned.tierCount,
                returned.buyer != 0 || returned.purchase > startedBy
            else { return }
            add(count)
        case .unreceiptedReturned(let returned):
            if let count = returned.tierCount { add(count) }
        case .tierReviewed(let reviewed): become(reviewed.standing)
        case .absorbed(let other): merge(other.estate, standing: other.standing)
        case .released(let parted): separate(parted.estate)
        case .cameApart(let parted): comeApart(with: parted.estate)
        case .rejoined(let rejoined) where !rejoined.keepsTier:
            let moment = entry.cause.occurredAt
            if let standing { remember(standing.tier, until: moment) }
            let past = past
            self = TierRecord()
            self.past = past
            startedBy = entry.position
            startedAt = moment
        default: break
        }
    }

    /// Counts a sale of a moment.
    package mutating func apply(_ step: TierStep, at moment: Instant) {
        add(step.count)
        latestSale = max(moment, latestSale ?? moment)
        become(step.standing)
        // One month more than the window has: the review of a month's last day comes in the next.
        guard let newest = counts.last?.month else { return }
        let oldest = newest.adding(months: -step.windowMonths)
        counts.removeAll { $0.month < oldest }
    }

    /// Adds to a month, or takes from it what came back; no month falls below zero, and one that is forgotten is not missed.
    package mutating func add(_ count: TierCount) {
        counts.add(count)
    }
}

// MARK: - Two members, one person

extension TierRecord {
    /// Takes in what has counted for somebody who becomes part of the member, with the rank from then on.
    mutating func merge(_ estate: Estate, standing new: TierStanding?) {
        for count in estate.tierCounts { add(count) }
        latestSale = [latestSale, estate.latestSale].compactMap(\.self).max()
        become(new)
    }

    /// Gives out what has counted for somebody who goes again; the rank stays to its review.
    private mutating func separate(_ estate: Estate) {
        for count in estate.tierCounts {
            add(TierCount(metric: count.metric, month: count.month, amount: -count.amount))
        }
    }

    /// Goes on with what has counted meanwhile.
    private mutating func comeApart(with estate: Estate) {
        counts = estate.tierCounts
        latestSale = estate.latestSale
    }
}

// MARK: - Less to keep

extension TierRecord {
    /// Forgets what has counted, for who asks for ranks and judges none.
    mutating func forgetCounts() {
        counts = []
    }
}

// MARK: - Ranks one after the other

extension TierRecord {
    /// Takes over the rank that a sale or a review leaves, and remembers the one before.
    mutating func become(_ new: TierStanding?) {
        if let new, new.tier != standing?.tier {
            remember(standing?.tier ?? new.before, until: new.since)
        }
        standing = new
    }

    /// A rank ends at a moment; a late sale may give one back from before it was lost.
    private mutating func remember(_ tier: String, until moment: Instant) {
        if let first = past.firstIndex(where: { $0.until > moment }) {
            past[first].until = moment
            past.removeSubrange((first + 1)...)
        } else {
            past.append(Past(tier: tier, until: moment))
        }
        let oldest = moment.adding(seconds: -Int64(CoreLimits.tierDaysKept) * 86_400)
        past.removeAll { $0.until < oldest }
    }
}

// MARK: - Record

extension TierRecord {
    func write(to writer: inout RecordWriter) {
        writer.list(counts) { $1.write(to: &$0) }
        writer.optional(standing) { $1.write(to: &$0) }
        writer.optional(latestSale) { $0.instant($1) }
        writer.position(startedBy)
        writer.instant(startedAt)
        writer.list(past) { writer, past in
            writer.text(past.tier)
            writer.instant(past.until)
        }
    }

    init(from reader: inout RecordReader) throws(LedgerFault) {
        counts = try reader.list { reader throws(LedgerFault) in try TierCount(from: &reader) }
        standing = try reader.optional { reader throws(LedgerFault) in
            try TierStanding(from: &reader)
        }
        latestSale = try reader.optional { reader throws(LedgerFault) in try reader.instant() }
        startedBy = try reader.position()
        startedAt = try reader.instant()
        past = try reader.list { reader throws(LedgerFault) in
            Past(tier: try reader.text(), until: try reader.instant())
        }
    }
}
