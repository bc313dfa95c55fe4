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
    /// Membership periods so far, from 1.
    package internal(set) var period: Int64
    /// The points.
    package internal(set) var wallet: Wallet
    /// What was left behind on leaving, while the member is away.
    package internal(set) var departure: Departure?
    /// The member's last entry.
    package var head: ChainHead

    /// The member that an entry brings into the world.
    init(_ joined: Joined) {
        id = joined.id
        status = joined.isProvisional ? .provisional : .active
        joinedOn = joined.on
        period = 1
        wallet = Wallet()
        departure = nil
        head = .start
    }

    /// A member with all its parts, as a projection row has them.
    init(
        id: MemberID, status: MemberStatus, joinedOn: CivilDate, period: Int64, wallet: Wallet,
        departure: Departure?, head: ChainHead
    ) {
        self.id = id
        self.status = status
        self.joinedOn = joinedOn
        self.period = period
        self.wallet = wallet
        self.departure = departure
        self.head = head
    }

    /// What rules may know of the member.
    package var standing: Standing { Standing(tier: nil, memberSince: joinedOn) }
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
        for posting in entry.postings {
            try wallet.apply(posting, of: entry)
            try applyToDeparture(posting)
        }
        switch entry.event {
        case .withdrawn:
            status = .withdrawn
            departure = Departure(at: entry.cause.occurredAt, lots: forfeitedLots(of: entry))
        case .rejoined(let rejoined):
            status = .active
            joinedOn = rejoined.on
            period += 1
            departure = nil
        case .purchaseConfirmed(let confirmed):
            if let due = confirmed.dueAt { wallet.setDue(due, of: confirmed.purchase) }
        default: break
        }
    }

    /// What late events add to, or take from, what was left behind.
    private mutating func applyToDeparture(_ posting: Posting) throws(LedgerFault) {
        guard case .forfeited = posting.account, let terms = posting.lot,
            let departure
        else { return }
        var left = Wallet(lots: departure.lots)
        try left.put(Lot(terms: terms, points: posting.points))
        self.departure?.lots = left.lots
    }

    private func forfeitedLots(of entry: Entry) -> [Lot] {
        entry.postings.compactMap { posting in
            guard posting.account == .available, posting.points < 0, let terms = posting.lot
            else { return nil }
            return Lot(terms: terms, points: -posting.points)
        }
    }
}
