import Testing

@testable import PointsCore

/// One member of a program and the journal so far, carried on as the engine does: every entry goes through its bytes.
struct Shop {
    let rules: Ruleset
    private(set) var member: Member?
    private(set) var purchases: [JournalPosition: Purchase] = [:]
    private(set) var entries: [Entry] = []
    /// What rules with the budget of a campaign have given, to this member and, set by a test, to others.
    var budgets = CapBudgets()
    /// What members are asked to agree to.
    var consents = ConsentTimeline()
    /// When the member was born, if that is known.
    var birthDate: CivilDate?
    /// What the postings so far come to, by account.
    private(set) var sums: [Account: Int64] = [:]

    static let id = MemberID(number: 1, token: 0x0123_4567_89ab_cdef)

    /// The program with a member who has just joined.
    init(
        _ rules: Ruleset = Programs.rules(), provisional: Bool = false,
        joining moment: Instant = Times.noon("2026-04-01")
    ) throws {
        self.rules = rules
        try perform(at: moment) {
            try $0.join(
                as: Shop.id, provisional ? .provisional : .active, bonusFrom: "store-co")
        }
    }

    var wallet: Wallet { member?.wallet ?? Wallet() }

    /// Works at a desk and appends what comes of it; a refusal changes nothing.
    @discardableResult
    mutating func perform(
        at now: Instant, in channel: Channel? = nil, _ work: (inout Desk) throws -> Void
    ) throws -> Entry {
        let calendar = rules.program.calendar
        let cause = Cause(
            command: "test", idempotencyKey: "k\(entries.count)", contentHash: [1],
            channel: channel?.name, company: channel?.company,
            ruleset: JournalPosition(1), occurredAt: now, recordedAt: now,
            businessDay: calendar.businessDay(of: now))
        let next = entries.last?.position.next ?? JournalPosition(2)
        let situation = Situation(
            cause: cause, rules: rules, next: next, openDay: nil, budgets: budgets,
            consents: consents, birthDate: birthDate)
        var desk =
            member.map { Desk($0, in: situation) } ?? Desk(joining: Shop.id, in: situation)
        try work(&desk)
        for entry in desk.entries { try fold(entry) }
        let folded = try #require(member)
        try #require(desk.member?.wallet == folded.wallet)
        try #require(try Member(record: folded.record()) == folded)
        return try #require(entries.last)
    }

    private mutating func fold(_ entry: Entry) throws {
        let bytes = entry.record()
        try #require(try Entry(record: bytes) == entry)
        let hash = Entry.hash(of: bytes, after: member?.head.hash ?? [])
        let folded = try Member.folding(entry, hash: hash, into: member)
        member = folded
        entries.append(entry)
        try check(entry)
        for use in entry.event.capUses { budgets.add(use) }
        if let purchase = Purchase(entry) { purchases[purchase.id] = purchase }
        switch entry.event {
        case .purchaseConfirmed, .purchaseReturned, .pendingMatured:
            let id = try #require(entry.event.purchase)
            try purchases[id]?.apply(entry)
        default: break
        }
    }
}

// MARK: - Commands

extension Shop {
    @discardableResult
    mutating func grant(
        _ points: Int64, on moment: Instant, until last: String? = nil,
        class pointClass: PointClass = .standard
    ) throws -> Entry {
        let grant = GrantPoints(
            member: .id(Shop.id), points: points, reason: "test", pointClass: pointClass,
            expiresOn: last.map(Times.day))
        return try perform(at: moment) { try $0.grant(grant, company: "store-co") }
    }

    @discardableResult
    mutating func adjust(_ points: Int64, on moment: Instant) throws -> Entry {
        try perform(at: moment) {
            try $0.adjust(by: points, reason: "test", approvedBy: nil, company: "store-co")
        }
    }

    mutating func place(
        _ points: Int64, on moment: Instant, until end: Instant? = nil, order: String? = nil
    ) throws -> JournalPosition {
        let hold = PlaceHold(
            member: .id(Shop.id), points: points, order: order, expiresAt: end)
        return try perform(at: moment) { try $0.place(hold) }.position
    }

    @discardableResult
    mutating func release(_ hold: JournalPosition, on moment: Instant) throws -> Entry {
        try perform(at: moment) { try $0.release(hold) }
    }

    @discardableResult
    mutating func sell(
        _ basket: Basket, on moment: Instant, in channel: Channel = Programs.store,
        redeem: Int64? = nil, hold: JournalPosition? = nil, keepsHold: Bool = false,
        paidBy paymentMethod: String? = nil
    ) throws -> Purchase {
        let sale = Sale(
            member: .id(Shop.id), order: "o\(entries.count)", basket: basket, redeem: redeem,
            hold: hold, keepsHold: keepsHold, paymentMethod: paymentMethod)
        let entry = try perform(at: moment, in: channel) { try $0.record(sale, in: channel) }
        return try #require(purchases[entry.position])
    }

    @discardableResult
    mutating func confirm(
        _ id: JournalPosition, _ pieces: [(line: String, quantity: Int64)]? = nil,
        on moment: Instant
    ) throws -> Entry {
        let purchase = try #require(purchases[id])
        let asked = pieces?.map { NamedPieces(line: $0.line, quantity: $0.quantity) }
        let rules = rules
        return try perform(at: moment) { try $0.confirm(asked, of: purchase, rules: rules) }
    }

    /// Pieces by line come back, or everything that is left.
    @discardableResult
    mutating func takeBack(
        _ pieces: [(line: String, quantity: Int64)]? = nil, of id: JournalPosition,
        on moment: Instant
    ) throws -> PurchaseReturned {
        let purchase = try #require(purchases[id])
        let asked = pieces?.map {
            NamedPieces(line: $0.line, quantity: $0.quantity)
        }
        let rules = rules
        let entry = try perform(at: moment) {
            try $0.takeBack(asked, of: purchase, rules: rules)
        }
        guard case .purchaseReturned(let returned) = entry.event else {
            throw LedgerFault.purchaseMissing(id)
        }
        return returned
    }

    /// Writes down what time has brought about, as a day close does.
    mutating func settle(on moment: Instant) throws {
        try perform(at: moment) { try $0.settle() }
    }

    @discardableResult
    mutating func void(_ id: JournalPosition, on moment: Instant) throws -> Entry {
        let purchase = try #require(purchases[id])
        let rules = rules
        return try perform(at: moment) { try $0.void(purchase, rules: rules) }
    }

    @discardableResult
    mutating func withdraw(on moment: Instant) throws -> Entry {
        try perform(at: moment) { try $0.withdraw(reason: "test") }
    }

    @discardableResult
    mutating func rejoin(on moment: Instant) throws -> Entry {
        try perform(at: moment) { try $0.rejoin(bonusFrom: "store-co") }
    }
}

// MARK: - What must always hold

extension Shop {
    /// Adds up the postings and looks at the balance that the entry keeps.
    private mutating func check(_ entry: Entry) throws {
        try #require(entry.postings.reduce(0) { $0 + $1.points } == 0)
        for posting in entry.postings { sums[posting.account, default: 0] += posting.points }
        let after = entry.after
        try #require([after.available, after.pending, after.held, after.debt] == memberSums)
    }

    private var memberSums: [Int64] {
        [Account.available, .pending, .held, .debt].map { sums[$0] ?? 0 }
    }

    /// Which of the invariants 1 to 5 does not hold: sums of zero, balances that are the sums of their postings,
    /// nothing below zero.
    func invariantBroken() -> String? {
        let folded = [wallet.available, wallet.pending, wallet.held, wallet.debt]
        guard folded == memberSums else { return "the wallet has \(folded), not \(memberSums)" }
        guard sums.values.reduce(0, +) == 0 else { return "all accounts do not sum to 0" }
        let lots = wallet.lots + wallet.holds.flatMap(\.lots)
        guard lots.allSatisfy({ $0.points > 0 }) else { return "a lot is empty or below 0" }
        guard wallet.debt <= 0, wallet.pendingGrants.allSatisfy({ $0.points > 0 }) else {
            return "debt above 0 or a pending grant without points"
        }
        return nil
    }
}
