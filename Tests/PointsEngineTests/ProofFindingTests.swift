import PointsCore
import PointsEngine
import Testing

/// The smallest cases of what the reference model and the engine once said otherwise.
struct ProofFindingTests {
    /// A member with 10 points and a released hold, an order that came back (1), and one that has not (2).
    private func program() throws -> (program: TestProgram, hold: JournalPosition) {
        let program = try TestProgram()
        try program.receipt(.join("a", card: .card(1)))
        try program.receipt(.grant("g", to: .card(1), 10))
        let hold = try program.receipt(.hold("h", .card(1), 10)).entry.position
        try program.receipt(.release("r", hold))
        try program.receipt(.sale("s", to: .card(1), order: "1", yen: 90))
        try program.receipt(.takeBack("u", "1", pieces: nil))
        try program.receipt(.sale("t", to: nil, order: "2", yen: 90))
        return (program, hold)
    }

    private func replacement(
        of order: String, by other: String, redeem: Int64? = nil, hold: JournalPosition? = nil,
        at: Instant? = nil
    ) -> Command {
        let line = BasketLine(name: "1", quantity: 1, amount: Yen(900), taxRate: 10)
        return .change(
            "x", "purchase.replace",
            .replace(
                .order(channel: "store", order: order),
                with: Sale(
                    member: nil, order: other,
                    basket: Basket(lines: [line], amountsIncludeTax: true), redeem: redeem,
                    hold: hold)), at: at, channel: "store")
    }

    @Test func `refuses a replacement for what stands first in the table`() throws {
        let (program, hold) = try program()
        // Too early, and the number belongs to another order.
        let early = Instant.tokyo("06-01 11:59")
        #expect(
            try program.refusal(replacement(of: "2", by: "1", at: early))?.code == .invalidParams)
        // Nobody has no points, and the number belongs to another order.
        #expect(
            try program.refusal(replacement(of: "2", by: "1", redeem: 5)) == .memberUnknown)
        // All came back already, and the hold was released.
        #expect(
            try program.refusal(replacement(of: "1", by: "3", hold: hold))?.code
                == .purchaseClosed)
        #expect(
            try program.refusal(replacement(of: "2", by: "1"))?.code == .purchaseExists)
    }

    @Test func `refuses a quote for the same reasons as the sale`() throws {
        let (program, hold) = try program()
        func quote(_ hold: JournalPosition) -> Command {
            var sale = Command.sale("x", to: .card(1), order: "9", yen: 900, hold: hold)
            guard case .record(let basket) = sale.action else { return sale }
            sale.action = .quote(basket)
            return sale
        }
        #expect(try program.refusal(quote(hold)) == .holdClosed(hold, .released))
        #expect(try program.refusal(quote(JournalPosition(2)))?.code == .holdUnknown)
    }

    @Test func `refuses points that ended yesterday before asking who has left`() throws {
        let program = try TestProgram()
        let id = try #require(program.receipt(.join("a", card: .card(1))).member).id
        try program.receipt(.withdraw("b", .id(id)))
        func grant(to last: String) -> Command {
            .change(
                "c", "points.grant",
                .grant(
                    GrantPoints(
                        member: .id(id), points: 5, reason: "test", expiresOn: .day(last))))
        }
        #expect(try program.refusal(grant(to: "2026-05-31"))?.code == .invalidParams)
        #expect(try program.refusal(grant(to: "2026-06-01")) == .memberWithdrawn(id))
    }

    @Test func `counts nothing in the past before that on which it acts`() throws {
        let program = try TestProgram()
        try program.receipt(.join("a", card: .card(1)))
        try program.receipt(.grant("b", to: .card(1), 100))
        program.now = .tokyo("06-03 12:00")
        let hold = try program.receipt(
            .hold("c", .card(1), 60, until: .tokyo("06-09 12:00")))
        try program.receipt(
            .release("d", hold.entry.position, at: .tokyo("06-02 12:00")))
        try program.receipt(.sale("e", to: .card(1), order: "1", yen: 1_100, channel: "ec"))
        #expect(
            try program.refusal(.confirm("f", "1", at: .tokyo("06-02 12:00")))?.code
                == .invalidParams)
        let before = try program.balance(.card(1), at: .tokyo("06-02 13:00"))
        #expect([before.available, before.held, before.pending] == [100, 0, 0])
        #expect(before.spendable == 100)
        #expect(try program.balance(.card(1), at: .tokyo("06-03 13:00")).available == 100)
    }

    @Test func `answers leaving as it was although the person came back since`() throws {
        let program = try TestProgram()
        let id = try #require(program.receipt(.join("a", card: .card(1))).member).id
        let email = IdentityClaim(kind: "email", value: "a@example.jp")
        let linked = try program.receipt(.link("l", .id(id), email))
        let left = try program.receipt(.withdraw("b", .id(id)))
        program.now = .tokyo("06-05 12:00")
        try program.receipt(.rejoin("c", card: .card(1)))
        #expect(try program.receipt(.withdraw("b", .id(id))) == left.replayed)
        let again = try program.receipt(.link("l", .id(id), email))
        #expect(again.member?.joinedOn == linked.member?.joinedOn)
        #expect(again.member?.status == .active)
    }
}
