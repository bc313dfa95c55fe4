import TestSupport
import Testing

@testable import PointsCore

struct WalletTests {
    /// Every kind of lot in the order in which it is spent.
    private static let ordered = [
        Samples.terms("2026-04-30", granted: "2026-04-09"),
        Samples.terms("2026-05-31", class: "limited", granted: "2026-04-05"),
        Samples.terms("2026-05-31", class: "limited", granted: "2026-04-06"),
        Samples.terms("2026-05-31", class: "zzz", granted: "2026-04-06"),
        Samples.terms("2026-05-31", granted: "2026-04-01", company: "ec-co"),
        Samples.terms("2026-05-31", granted: "2026-04-01"),
        Samples.terms("2026-05-31", granted: "2026-04-02"),
        Samples.terms("2026-06-01", class: "limited", granted: "2026-03-01"),
        Samples.terms(nil, class: "limited", granted: "2026-03-01"),
        Samples.terms(nil, granted: "2020-01-01"),
    ]

    @Test
    func `the consumption order is total`() {
        for (left, first) in Self.ordered.enumerated() {
            for (right, second) in Self.ordered.enumerated() {
                #expect(first.isConsumed(before: second) == (left < right))
            }
        }
    }

    @Test(arguments: UInt64(40)..<45)
    func `lots stand in the consumption order however they come in`(seed: UInt64) throws {
        var random = SeededGenerator(seed: seed)
        var wallet = Wallet()
        for terms in Self.ordered.shuffled(using: &random) {
            try wallet.put(Lot(terms: terms, points: 10))
        }
        #expect(wallet.lots.map(\.terms) == Self.ordered)
        try wallet.put(Lot(terms: Self.ordered[3], points: 5))
        #expect(wallet.lots.map(\.points) == [10, 10, 10, 15, 10, 10, 10, 10, 10, 10])
        #expect(wallet.available == 105)
    }

    @Test
    func `draws what is spendable, soonest expiry first`() throws {
        var wallet = Wallet()
        for terms in Self.ordered { try wallet.put(Lot(terms: terms, points: 10)) }
        let day = Times.day("2026-05-31")
        #expect(wallet.spendable(on: day) == 90)
        #expect(wallet.spendable(on: Times.day("2026-06-01")) == 30)
        let drawn = try #require(wallet.draw(25, on: day))
        #expect(drawn.map(\.terms) == Array(Self.ordered[1...3]))
        #expect(drawn.map(\.points) == [10, 10, 5])
        #expect(wallet.draw(90, on: day)?.count == 9)
        #expect(wallet.draw(91, on: day) == nil)
        #expect(wallet.draw(0, on: day) == [])
    }

    @Test
    func `new points pay what is owed first`() {
        var wallet = Wallet()
        wallet.debt = -70
        let lots = [
            Lot(terms: Self.ordered[0], points: 50), Lot(terms: Self.ordered[4], points: 50),
        ]
        #expect(
            wallet.issuePostings(for: lots) == [
                Posting(.issued(company: "store-co"), -50),
                Posting(.issued(company: "ec-co"), -50), Posting(.debt, 50), Posting(.debt, 20),
                Posting(.available, 30, lot: Self.ordered[4]),
            ])
    }

    @Test
    func `tells what expires soon, at most three days of it`() throws {
        var wallet = Wallet()
        for (last, points) in [
            ("2026-04-10", Int64(1)), ("2026-04-11", 2), ("2026-06-09", 4), ("2026-06-08", 8),
            ("2026-06-10", 16), ("2026-04-09", 32),
        ] {
            try wallet.put(Lot(terms: Samples.terms(last), points: points))
        }
        try wallet.put(Lot(terms: Samples.terms("2026-04-11", class: "limited"), points: 64))
        try wallet.put(Lot(terms: Samples.terms(nil), points: 128))
        let balance = wallet.balance(
            at: Times.noon("2026-04-10"), in: Programs.program.calendar)
        #expect(balance.available == 255)
        #expect(balance.spendable == 223)
        #expect(
            balance.expiringSoon == [
                .init(points: 1, on: Times.day("2026-04-10")),
                .init(points: 66, on: Times.day("2026-04-11")),
                .init(points: 8, on: Times.day("2026-06-08")),
            ])
    }

    // MARK: Faults

    struct Fault: Sendable {
        let postings: [Posting]
        var event: Event = .granted(reason: "test")
        let fault: LedgerFault
    }

    private static let terms = Samples.terms("2026-12-31")
    private static let other = Samples.terms("2026-11-30")
    private static let hold = JournalPosition(9)

    static let faults = [
        Fault(
            postings: [
                Posting(.available, -101, lot: terms), Posting(.adjusted(company: "c"), 101),
            ],
            fault: .lotOverdrawn(terms)),
        Fault(
            postings: [Posting(.available, -1, lot: other), Posting(.adjusted(company: "c"), 1)],
            fault: .lotOverdrawn(other)),
        Fault(
            postings: [Posting(.available, 1), Posting(.adjusted(company: "c"), -1)],
            fault: .lotMissing(.available)),
        Fault(
            postings: [Posting(.held, 1, lot: terms), Posting(.available, -1, lot: terms)],
            fault: .lotMissing(.held)),
        Fault(
            postings: [Posting(.pending, 1, owner: hold), Posting(.issued(company: "c"), -1)],
            fault: .lotMissing(.pending)),
        Fault(
            postings: [
                Posting(.available, -1, lot: terms), Posting(.held, 1, lot: terms, owner: hold),
            ], fault: .holdMissing(hold)),
        Fault(
            postings: [
                Posting(.held, -1, lot: terms, owner: hold), Posting(.available, 1, lot: terms),
            ], event: .holdReleased(hold: hold), fault: .holdMissing(hold)),
        Fault(
            postings: [
                Posting(.issued(company: "c"), -1), Posting(.pending, 1, lot: terms, owner: hold),
            ], fault: .grantMissing(hold)),
        Fault(
            postings: [
                Posting(.pending, -1, lot: terms, owner: hold), Posting(.available, 1, lot: terms),
            ], event: .pendingMatured(purchase: hold), fault: .grantMissing(hold)),
        Fault(
            postings: [Posting(.debt, 1), Posting(.issued(company: "c"), -1)],
            fault: .debtAboveZero(1)),
        Fault(postings: [Posting(.available, 1, lot: terms)], fault: .unbalanced(sum: 1)),
    ]

    private static func member() throws -> Member {
        let joined = Joined(id: Shop.id, on: Times.day("2026-04-01"))
        let first = Samples.entry(.joined(joined), at: 1, after: 0)
        let member = try Member.folding(first, hash: [1], into: nil)
        let granted = Samples.entry(
            .granted(reason: "test"),
            postings: [
                Posting(.available, 100, lot: terms), Posting(.issued(company: "c"), -100),
            ], at: 2, after: 1)
        return try Member.folding(granted, hash: [2], into: member)
    }

    @Test(arguments: faults)
    func `names what a bad posting does`(_ row: Fault) throws {
        let member = try Self.member()
        let entry = Samples.entry(row.event, postings: row.postings)
        #expect(throws: row.fault) { try Member.folding(entry, hash: [3], into: member) }
        #expect(!row.fault.message.isEmpty && !row.fault.invariant.isEmpty)
    }

    @Test
    func `names an entry that does not follow`() throws {
        let member = try Self.member()
        let entry = Samples.entry(.granted(reason: "x"), at: 5, after: 4)
        #expect(
            throws: LedgerFault.chainBroken(
                expected: JournalPosition(2), found: JournalPosition(4))
        ) { try Member.folding(entry, hash: [3], into: member) }
        #expect(throws: LedgerFault.memberMissing(1)) {
            try Member.folding(entry, hash: [3], into: nil)
        }
    }
}
