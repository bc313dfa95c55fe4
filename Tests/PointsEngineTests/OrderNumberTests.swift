import PointsCore
import PointsEngine
import Testing

/// To what an order number leads: voids that overtake their sale, and replacements.
struct OrderNumberTests {
    private func program(points: Int64 = 0) throws -> TestProgram {
        let program = try TestProgram()
        try program.receipt(.join("a", card: .card(1)))
        if points > 0 { try program.receipt(.grant("b", to: .card(1), points)) }
        return program
    }

    private func purchase(_ reference: PurchaseReference, in program: TestProgram) throws
        -> Purchase
    {
        let question = Command(
            envelope: Envelope(method: "purchase.get"), action: .getPurchase(reference))
        guard case .purchase(let purchase, _, _) = try program.reply(to: question) else {
            throw Refusal.internalFault("no purchase")
        }
        return purchase
    }

    private func replace(
        _ key: String, _ old: JournalPosition, order: String, yen: Int64, redeem: Int64 = 0
    ) -> Command {
        let line = BasketLine(name: "1", quantity: 1, amount: Yen(yen), taxRate: 10)
        let sale = Sale(
            member: nil, order: order, basket: Basket(lines: [line], amountsIncludeTax: true),
            redeem: redeem, hold: nil)
        return .change(
            key, "purchase.replace", .replace(.id(old), with: sale), channel: "store")
    }

    /// As it comes through a door: the channel of the order is where it happens.
    private func void(_ key: String) -> Command {
        .change(
            key, "purchase.void", .void(.order(channel: "store", order: "9")),
            channel: "store")
    }

    @Test(arguments: [false, true])
    func `a void that overtakes its sale voids it when it comes`(isFlushed: Bool) throws {
        let program = try program(points: 500)
        let voided = try program.receipt(void("v"))
        #expect(voided.purchase == nil)
        if isFlushed { try program.reopen(flushing: true) }
        // Whoever voids it again is told the same.
        #expect(try program.receipt(void("w")) == voided.replayed)
        let sale = try program.receipt(
            .sale("s", to: .card(1), order: "9", yen: 1_100, redeem: 100))
        let recorded = try #require(sale.purchase)
        #expect(recorded.summary.status == .voided)
        #expect(recorded.summary.redeemed == 0 && recorded.earned == 0)
        #expect(sale.entry.postings.isEmpty)
        #expect(try program.balance(.card(1)).available == 500)
        #expect(
            try program.refusal(.sale("t", to: .card(1), order: "9", yen: 1_100))
                == .purchaseExists(recorded.id))
        #expect(try program.verification().differences == [])
    }

    @Test func `a void by an id that nobody has is refused`() throws {
        let program = try program()
        let command = Command.change("v", "purchase.void", .void(.id(JournalPosition(99))))
        #expect(try program.refusal(command)?.code == .purchaseUnknown)
    }

    @Test func `a replaced order's number leads to the new purchase`() throws {
        let program = try program(points: 500)
        let old = try program.receipt(
            .sale("s", to: .card(1), order: "7", yen: 1_100, redeem: 100))
        let command = replace("r", old.entry.position, order: "7", yen: 2_200, redeem: 300)
        let new = try program.receipt(command)
        #expect(try program.receipt(command) == new.replayed)
        #expect(new.replaced?.returned.restored == 100)
        let byNumber = try purchase(.order(channel: "store", order: "7"), in: program)
        #expect(byNumber.id == new.entry.position)
        #expect(byNumber.summary.redeemed == 300)
        #expect(
            try purchase(.id(old.entry.position), in: program).summary.status == .voided)
        // 500 − 300, and (2,200 − 300) ÷ 1.1 ÷ 100 = 17.
        #expect(try program.balance(.card(1)).available == 217)
        #expect(try program.verification().differences == [])
    }

    @Test func `a purchase of nobody is replaced by another of nobody`() throws {
        let program = try program()
        let old = try program.receipt(.sale("s", to: nil, order: "7", yen: 1_100))
        let new = try program.receipt(
            replace("r", old.entry.position, order: "7", yen: 2_200))
        #expect(new.purchase?.member == Entry.programMember)
        #expect(new.replaced?.returned.refund == Yen(1_100))
        #expect(new.replaced?.shortfall.points == 0)
        #expect(
            try program.refusal(
                replace("t", new.entry.position, order: "7", yen: 2_200, redeem: 1))?.code
                == .memberUnknown)
        #expect(
            try purchase(.order(channel: "store", order: "7"), in: program).id
                == new.entry.position)
        #expect(try program.verification().differences == [])
    }

    @Test func `a replacement that is refused changes nothing`() throws {
        let program = try program(points: 500)
        let old = try program.receipt(
            .sale("s", to: .card(1), order: "7", yen: 1_100, redeem: 100))
        try program.receipt(.sale("t", to: .card(1), order: "8", yen: 1_100))
        let before = try Snapshot(program.engine)
        #expect(
            try program.refusal(
                replace("r", old.entry.position, order: "7", yen: 2_200, redeem: 600))?.code
                == .insufficientPoints)
        #expect(
            try program.refusal(replace("r", old.entry.position, order: "8", yen: 2_200))?.code
                == .purchaseExists)
        #expect(try Snapshot(program.engine) == before)
    }
}
