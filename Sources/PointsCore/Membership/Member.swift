/// Everything about a member that decisions need, as a fold over the member's entries.
///
/// Nothing in it names the person.
package struct Member: Hashable, Sendable {
    /// The opaque id.
    package let id: MemberID
    /// Where the member stands.
    package internal(set) var status: MemberStatus
    /// The business day on which the current membership period began.
    package internal(set) var joinedOn: CivilDate
    /// The day on which it began for the member alone, whoever came in since.
    var begunOn: CivilDate
    /// The entry by which it began.
    var begunBy: JournalPosition = .none
    /// Membership periods so far, from 1.
    package internal(set) var period: Int64
    /// The points.
    package internal(set) var wallet: Wallet
    /// What was left behind on leaving, while the member is away.
    package internal(set) var departure: Departure?
    /// Lots lost for good by leaving: what a return would take back of them is taken here, not a second time.
    package internal(set) var forgone: [Lot]
    /// Purchases that stand: neither voided nor wholly returned.
    package internal(set) var purchaseCount: Int64
    /// What rules with caps over several orders have given.
    package internal(set) var capCounts: CapCounts
    /// What the member's rank is made of.
    package internal(set) var tiers = TierRecord()
    /// What the member agreed to, refused and switched.
    package internal(set) var consents = ConsentRecord()
    /// Since when the member is barred; `nil` who is not.
    package internal(set) var suspension: Suspension?
    /// Whom the member became part of; `nil` for everybody else.
    package internal(set) var mergedInto: MemberID?
    /// Who became part of the member, in the order in which they came.
    package internal(set) var absorbed: [Absorption] = []
    /// When the member was last given something for joining, whoever came in since; `nil` if never, as far as is known.
    var ownBonusOn: CivilDate?
    /// What is still kept of the person.
    package internal(set) var person = KeptPerson()
    /// What the member bought.
    package internal(set) var value = CustomerValue()
    /// Where what the member did begins.
    package internal(set) var trail = CustomerTrail()
    /// The member's last entry.
    package var head: ChainHead

    /// The member that an entry brings into the world.
    init(_ joined: Joined) {
        id = joined.id
        status = joined.status
        joinedOn = joined.on
        begunOn = joined.on
        ownBonusOn = joined.bonusOn
        period = 1
        wallet = Wallet()
        departure = nil
        forgone = []
        purchaseCount = 0
        capCounts = CapCounts()
        head = .start
    }

    /// A member with all its parts, as a projection row has them.
    init(
        id: MemberID, status: MemberStatus, joinedOn: CivilDate, period: Int64, wallet: Wallet,
        departure: Departure?, forgone: [Lot], purchaseCount: Int64, capCounts: CapCounts,
        head: ChainHead
    ) {
        self.id = id
        self.status = status
        self.joinedOn = joinedOn
        begunOn = joinedOn
        self.period = period
        self.wallet = wallet
        self.departure = departure
        self.forgone = forgone
        self.purchaseCount = purchaseCount
        self.capCounts = capCounts
        self.head = head
    }

    /// What rules may know of the member at a moment: the rank where there are ranks, and what is true of the person of what
    /// they ask.
    package func standing(
        under policy: TierPolicy?, at moment: Instant, traits: [PersonalTrait] = []
    ) -> Standing {
        Standing(
            status(at: moment), tier: policy?.tier(of: tiers, at: moment).id, memberSince: joinedOn,
            isFirstPurchase: purchaseCount == 0, traits: traits)
    }
}

// MARK: - Where the member stands

extension Member {
    /// Whether the member has neither left nor become part of another.
    package var isThere: Bool { status != .withdrawn && status != .merged }

    /// Where the member stood when something happened that may arrive late: before being barred, as if not.
    package func status(at moment: Instant) -> MemberStatus {
        guard status == .suspended, let suspension, moment < suspension.at else { return status }
        return suspension.before
    }
}

// MARK: - The fold

extension Member {
    /// The member as the entry leaves it; `before` is `nil` if it is the member's first.
    ///
    /// - Throws: ``LedgerFault`` if the entry cannot follow what was before it.
    package static func folding(
        _ entry: Entry, hash: [UInt8], into before: Member?
    ) throws(LedgerFault) -> Member {
        var member: Member
        if let before {
            member = before
        } else if let joined = entry.event.joined {
            member = Member(joined)
        } else {
            throw .memberMissing(entry.member)
        }
        try member.apply(entry)
        member.head = ChainHead(position: entry.position, hash: hash)
        return member
    }

    private mutating func apply(_ entry: Entry) throws(LedgerFault) {
        guard entry.previous == head.position else {
            throw .chainBroken(expected: head.position, found: entry.previous)
        }
        try entry.checkBalance()
        try consents.checkChain(entry)
        for posting in entry.postings {
            try wallet.apply(posting, of: entry)
            try applyToDeparture(posting)
        }
        purchaseCount += entry.event.purchaseCountChange
        for use in entry.event.capUses { capCounts.add(use) }
        tiers.apply(entry)
        if let change = entry.valueChange { value.add(change) }
        try trail.apply(entry)
        consents.apply(entry)
        let before = status
        status = entry.event.status ?? status
        joinedOn = entry.event.joinedAnewOn ?? joinedOn
        try applyMerging(entry)
        person.apply(entry.event)
        switch entry.event {
        case .suspended:
            // One that arrives late tells an earlier moment.
            suspension = Suspension(
                at: entry.cause.occurredAt, before: suspension?.before ?? before)
        case .resumed: suspension = nil
        case .registered(let registered):
            begin(on: registered.on, by: entry)
            hear(of: registered.bonusOn)
        case .lotsExtended(let until): wallet.activeUntil = until
        case .withdrawn:
            departure = Departure(at: entry.cause.occurredAt, lots: forfeitedLots(of: entry))
            suspension = nil
        case .rejoined(let rejoined):
            period += 1
            begin(on: rejoined.on, by: entry)
            hear(of: rejoined.bonusOn)
            try forgo()
            departure = nil
        default: break
        }
    }

    private mutating func begin(on day: CivilDate, by entry: Entry) {
        begunOn = day
        begunBy = entry.position
    }

    private mutating func hear(of bonus: CivilDate?) {
        ownBonusOn = [ownBonusOn, bonus].compactMap(\.self).max()
    }

    /// What late events add to, or take from, what was left behind or lost.
    private mutating func applyToDeparture(_ posting: Posting) throws(LedgerFault) {
        guard case .forfeited = posting.account, let terms = posting.lot else { return }
        var left = Wallet(lots: departure?.lots ?? forgone)
        try left.put(Lot(terms: terms, points: posting.points))
        if departure == nil { forgone = left.lots } else { departure?.lots = left.lots }
    }

    /// What was left behind and has not come back is lost.
    private mutating func forgo() throws(LedgerFault) {
        var all = Wallet(lots: forgone)
        for lot in departure?.lots ?? [] { try all.put(lot) }
        forgone = all.lots
    }

    private func forfeitedLots(of entry: Entry) -> [Lot] {
        entry.postings.compactMap { posting in
            guard posting.account == .available, posting.points < 0, let terms = posting.lot
            else { return nil }
            return Lot(terms: terms, points: -posting.points)
        }
    }
}
