import PointsStore
import Testing

@testable import PointsCore

/// An entry that somebody with the file adds at the end of the journal, in canonical bytes and with the right hash.
enum Forgery: String, CaseIterable, CustomStringConvertible {
    case unbalanced = "points out of nothing"
    case overdrawn = "more points taken from a lot than are in it"
    case withoutLot = "points taken from no lot"
    case pendingTaken = "pending points taken that are not there"
    case debtAboveZero = "a debt paid that nobody had"
    case wrongBalance = "a balance that the postings do not come to"
    case holdEndedTwice = "a hold that ends a second time"
    case holdOfNothing = "a hold that sets nothing aside"
    case returnedTwice = "more pieces back than were bought"
    case restoredTooMuch = "more points back than the purchase was paid with"
    case noSuchPurchase = "a confirmation of no purchase"
    case anonymousPoints = "points of members moved by the program's own entry"
    case highNumber = "a member with a number out of turn"
    case knownNumber = "a member with a number that is taken"
    case noCommand = "an entry without a command"
    case noKey = "an entry without an idempotency key"
    case noContent = "an entry that does not say what was asked for"
    case noRules = "an entry under rules that were never activated"
    case closedDay = "an entry on a day that was sealed"
    case otherWorth = "a return that takes off another worth than the purchase loses"
    case otherTrail = "an activity that names another before it"
    case halfAMerge = "somebody who comes into a member and left no other"
    case skipped = "an entry that does not follow the member's last"

    var description: String { rawValue }

    var needsClosedDay: Bool { self == .closedDay }

    var invariant: String {
        switch self {
        case .unbalanced: "transaction.balanced"
        case .overdrawn, .withoutLot: "lots"
        case .pendingTaken: "pending"
        case .debtAboveZero: "debt"
        case .wrongBalance: "balance"
        case .holdEndedTwice, .holdOfNothing: "holds"
        case .returnedTwice, .restoredTooMuch, .noSuchPurchase, .otherWorth: "purchase"
        case .anonymousPoints, .highNumber, .knownNumber: "member"
        case .noCommand, .noKey, .noContent, .noRules: "cause"
        case .closedDay: "day.seal"
        case .halfAMerge: "merge.whole"
        case .skipped, .otherTrail: "chain.order"
        }
    }

    /// Adds the entry.
    func carryOut(on program: TestProgram) throws -> Entry {
        var forged: Entry?
        try program.raw { database in
            let store = try LedgerStore(reading: program.path)
            var heads: [Int64: JournalRecord] = [:]
            try store.forEachRecord { heads[$0.member] = $0 }
            let next = try store.lastPosition().next
            let entry = try entry(at: next, after: try #require(heads[1]).entry(), in: store)
            let previous = heads[entry.member]?.hash ?? []
            let body = entry.record()
            let insert = try database.statement("INSERT INTO journal VALUES (?, ?, ?, ?)")
            try insert.bind(entry.position.number, at: 1)
            try insert.bind(entry.member, at: 2)
            try insert.bind(body, at: 3)
            try insert.bind(Entry.hash(of: body, after: previous), at: 4)
            try insert.run()
            forged = entry
        }
        return try #require(forged)
    }

    private func entry(
        at position: JournalPosition, after last: Entry, in store: LedgerStore
    ) throws -> Entry {
        let lot = try #require(last.postings.compactMap(\.lot).first)
        var cause = last.cause
        cause.idempotencyKey = "forged"
        cause.businessDay = needsClosedDay ? .day("2026-06-01") : .day("2026-06-02")
        var event = Event.identityLinked(kind: "email")
        var postings: [Posting] = []
        var after = last.after
        var member = last.member
        var previous = last.position
        let sale = JournalPosition(5)
        switch self {
        case .unbalanced: postings = [Posting(.issued(company: "store-co"), -5)]
        case .overdrawn:
            postings = [
                Posting(.available, -9_999, lot: lot),
                Posting(.expired(company: "store-co"), 9_999),
            ]
        case .withoutLot:
            postings = [Posting(.available, -1), Posting(.expired(company: "store-co"), 1)]
        case .pendingTaken:
            postings = [
                Posting(.pending, -1, lot: lot, owner: sale), Posting(.issued(company: "x"), 1),
            ]
        case .debtAboveZero: postings = [Posting(.debt, 1), Posting(.issued(company: "x"), -1)]
        case .wrongBalance: after.available += 1
        case .holdEndedTwice: event = .holdReleased(hold: JournalPosition(6))
        case .holdOfNothing:
            event = .holdPlaced(HoldPlaced(order: nil, points: 1, expiresAt: cause.occurredAt))
        case .returnedTwice: event = .purchaseReturned(returned(pieces: 2, redeemed: 0))
        case .restoredTooMuch:
            event = .purchaseReturned(returned(pieces: 1, redeemed: 0))
            postings = [
                Posting(.redeemed(company: "store-co"), -7), Posting(.available, 7, lot: lot),
            ]
            after.available += 7
        case .otherWorth:
            event = .purchaseReturned(returned(pieces: 1, redeemed: 0, worth: 1_099))
        case .otherTrail:
            event = .activityRecorded(
                ActivityRecorded(activity: "review", previous: [JournalPosition(5)]))
        case .noSuchPurchase: event = .pendingMatured(purchase: JournalPosition(3))
        case .anonymousPoints:
            (member, previous) = (0, try store.projected().1.head.position)
            after = Balance()
            postings = [
                Posting(.issued(company: "x"), -5), Posting(.available, 5, lot: lot),
            ]
        case .halfAMerge:
            event = .absorbed(somebody(on: cause.businessDay))
            postings = [
                Posting(.merged(company: "store-co"), -5), Posting(.available, 5, lot: lot),
            ]
            after.available += 5
        case .highNumber, .knownNumber:
            member = self == .highNumber ? 1_000_000_000_000 : 2
            (previous, after) = (.none, Balance())
            event = .joined(
                Joined(
                    id: MemberID(number: member, token: 1),
                    on: cause.businessDay))
        case .skipped: previous = JournalPosition(6)
        default: falsify(&cause)
        }
        return Entry(
            position: position, member: member, previous: previous, cause: cause, event: event,
            postings: postings, after: after)
    }

    private func falsify(_ cause: inout Cause) {
        switch self {
        case .noCommand: cause.command = ""
        case .noKey: cause.idempotencyKey = ""
        case .noContent: cause.contentHash = []
        case .noRules: cause.ruleset = JournalPosition(2)
        default: break
        }
    }

    /// Somebody who comes into the first member with nothing but what the postings say.
    private func somebody(on day: CivilDate) -> Absorbed {
        let other = Joined(id: MemberID(number: 2, token: 1), on: day)
        return Absorbed(
            member: other.id, status: .active, joinedOn: day, estate: Estate(Member(other)) { $0 },
            standing: nil)
    }

    /// Something back of the first sale, of which one of two pieces came back before.
    private func returned(
        pieces: Int64, redeemed: Int64, worth: Int64 = 1_100
    ) -> PurchaseReturned {
        PurchaseReturned(
            purchase: JournalPosition(5), pieces: [.init(line: 0, quantity: pieces)],
            isVoid: false, clawedBack: 0,
            shortfall: Shortfall(points: 0, policy: .refund, keptFromRefund: .zero),
            restored: 0, restoredExpired: 0, refund: .zero,
            summary: PurchaseSummary(
                status: .returned, total: .zero, redeemed: redeemed, payable: .zero, tax: .zero),
            earned: [0], confirmed: [0], toppedUp: [],
            valueChange: ValueChange(
                channel: "store", day: .day("2026-06-01"),
                figures: ValueFigures(frequency: -1, spend: -worth, paid: -worth)))
    }
}
