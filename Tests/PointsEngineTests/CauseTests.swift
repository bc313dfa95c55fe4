import PointsCore
import PointsEngine
import Testing

/// Why a transaction is there, and when it happened as against when it came.
struct CauseTests {
    @Test func `every transaction names its cause`() throws {
        let program = try TestProgram()
        try program.receipt(.join("a", card: .card(1)))
        program.now = .tokyo("06-02 09:00")
        let moment = Instant.tokyo("06-02 02:30")
        let grant = GrantPoints(member: .card(.card(1)), points: 5, reason: "r")
        let receipt = try program.receipt(
            Command(
                envelope: Envelope(
                    method: "points.grant", idempotencyKey: "b", content: [1],
                    occurredAt: moment, channel: "ec", store: "S1", terminal: "T1",
                    actor: "kei"), action: .grant(grant)))
        let cause = receipt.entry.cause
        #expect(cause.command == "points.grant" && cause.idempotencyKey == "b")
        #expect(cause.channel == "ec" && cause.company == "ec-co")
        #expect(cause.store == "S1" && cause.terminal == "T1" && cause.actor == "kei")
        #expect(cause.ruleset == JournalPosition(1))
        #expect(cause.occurredAt == moment && cause.recordedAt == program.now)
        // 02:30 belongs to the day before.
        #expect(cause.businessDay == .day("2026-06-01"))
    }

    @Test func `a late sale earns by the rules of its day`() throws {
        let program = try TestProgram()
        try program.receipt(.join("a", card: .card(1)))
        program.now = .tokyo("06-25 12:00")
        // 1,000 yen without tax, and triple points on the 20th.
        for (order, day, points) in [("1", "20", Int64(30)), ("2", "21", 10)] {
            let sale = try program.receipt(
                .sale(
                    "s\(order)", to: .card(1), order: order, yen: 1_100,
                    at: .tokyo("06-\(day) 12:00")))
            #expect(sale.purchase?.earned == points)
            #expect(
                sale.purchase?.grants.map(\.terms.grantedOn) == [.day("2026-06-\(day)")])
        }
    }

    @Test(arguments: [false, true])
    func `a late sale spends what could be spent when it happened, if it is still there`(
        isClosed: Bool
    ) throws {
        let program = try TestProgram()
        try program.receipt(.join("a", card: .card(1)))
        try program.receipt(.grant("b", to: .card(1), 30, expiresOn: .day("2026-06-01")))
        program.now = .tokyo("06-03 12:00")
        if isClosed { try program.receipt(.close("z", "2026-06-01")) }
        let late = Command.sale(
            "s", to: .card(1), order: "1", yen: 1_100, redeem: 30, at: .tokyo("06-01 18:00"))
        let early = Command.sale(
            "t", to: .card(1), order: "2", yen: 1_100, redeem: 30, at: .tokyo("06-02 05:00"))
        if isClosed {
            #expect(try program.refusal(late)?.code == .insufficientPoints)
        } else {
            #expect(try program.receipt(late).purchase?.summary.redeemed == 30)
        }
        #expect(try program.refusal(early)?.code == .insufficientPoints)
    }
}
