import PointsCore
import PointsJSON

@testable import PointsWire

/// Values of every kind that a reply may have in it.
enum Sample {
    static let calendar = BusinessCalendar(zone: .tokyo, startMinutes: 300)
    /// 2026-06-10T12:00:00+09:00, a Wednesday.
    static let noon = Instant(milliseconds: 1_781_060_400_000)
    static let day = CivilDate(dayNumber: 20_614)
    static let lastDay = CivilDate(dayNumber: 20_999)
    static let member = MemberID(number: 1, token: 1)

    static let terms = LotTerms(
        pointClass: .standard, company: "store-co", grantedOn: day, expiresOn: lastDay)
    static let award = RuleAward(
        rule: "earn/base", points: 9, base: 980, exact: Fraction(49, over: 5), rounding: .floor,
        rounded: 9)
    static let balance = Balance(
        available: 5, pending: 4, held: 3, debt: -2, spendable: 8,
        expiringSoon: [Balance.Expiring(points: 5, on: lastDay)])
    static let view = MemberView(
        id: member, status: .active, joinedOn: day, tier: nil,
        identities: [IdentityClaim(kind: "store_card", value: "4901", isVerified: true)])
    static func rank(next: TierView.Next?) -> TierView {
        TierView(
            tier: TierPolicy.Tier(
                id: "silver", title: Caption(ja: "シルバー", en: "Silver"), from: 50_000,
                benefits: [Caption(ja: "送料無料", en: "Free delivery")]),
            since: day, keptThrough: lastDay, basis: 138_000, next: next)
    }
    static let basket = Basket(
        lines: [
            BasketLine(
                name: "1", sku: "A-1", category: "food/dairy", quantity: 2, amount: Yen(1_078),
                taxRate: 10)
        ], amountsIncludeTax: true)

    static func summary(_ status: PurchaseStatus) -> PurchaseSummary {
        PurchaseSummary(
            status: status, total: Yen(1_078), redeemed: 78, payable: Yen(1_000), tax: Yen(98))
    }

    static func grant(isPending: Bool) -> PurchaseGrant {
        PurchaseGrant(
            terms: terms, validity: .unlimited, points: 9, isPending: isPending,
            confirmsAt: isPending ? noon.adding(seconds: 86_400) : nil)
    }

    static func recorded(isPending: Bool = false) -> PurchaseRecorded {
        PurchaseRecorded(
            order: "S-1", soldOn: day, basket: basket, standing: .anonymous, hold: nil,
            summary: summary(isPending ? .pending : .completed),
            grants: [grant(isPending: isPending)], awards: [award])
    }

    static func returned(isVoid: Bool = false, restoredExpired: Int64 = 0) -> PurchaseReturned {
        PurchaseReturned(
            purchase: JournalPosition(7), pieces: [], isVoid: isVoid, clawedBack: 9,
            shortfall: Shortfall(points: 2, policy: .refund, keptFromRefund: Yen(2)),
            restored: 78, restoredExpired: restoredExpired, refund: Yen(1_000),
            summary: summary(isVoid ? .voided : .partlyReturned), earned: [0], confirmed: [0],
            toppedUp: [])
    }

    static func entry(
        _ event: Event, command: String = "", channel: String? = "store", member: Int64 = 1,
        postings: [Posting] = []
    ) -> Entry {
        Entry(
            position: JournalPosition(7), member: member, previous: .none,
            cause: Cause(
                command: command.isEmpty ? event.name : command, idempotencyKey: "k",
                contentHash: [], channel: channel, company: "store-co",
                ruleset: JournalPosition(1), occurredAt: noon,
                recordedAt: noon.adding(seconds: 60), businessDay: day),
            event: event, postings: postings, after: balance)
    }

    /// What is sent for a reply.
    static func text(of reply: Reply) -> String {
        var writer = JSONWriter()
        ReplyEncoder(calendar: calendar).write(reply, to: &writer)
        return String(decoding: writer.bytes, as: UTF8.self)
    }
}
