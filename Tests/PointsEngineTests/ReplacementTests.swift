import PointsCore
import PointsEngine
import Testing

/// Orders that take another's place, and voids that overtake their sale, with everything around them.
struct ReplacementTests {
    private static func basket(_ yen: Int64) -> Basket {
        Basket(
            lines: [BasketLine(name: "1", quantity: 1, amount: Yen(yen), taxRate: 10)],
            amountsIncludeTax: true)
    }

    private static func replace(
        _ key: String, _ replaced: PurchaseReference, by order: String, yen: Int64,
        member: MemberReference? = nil, redeem: Int64? = nil, hold: JournalPosition? = nil,
        channel: String = "store", at: Instant? = nil
    ) -> Command {
        .change(
            key, "purchase.replace",
            .replace(
                replaced,
                with: Sale(
                    member: member, order: order, basket: basket(yen), redeem: redeem, hold: hold)),
            at: at, channel: channel)
    }

    private static func void(_ key: String, _ order: String) -> Command {
        .change(
            key, "purchase.void", .void(.order(channel: "store", order: order)), channel: "store")
    }

    private static func quote(_ card: String, hold: JournalPosition) -> Command {
        Command(
            envelope: Envelope(method: "purchase.quote", channel: "store"),
            action: .quote(
                Sale(
                    member: .card(card), order: "", basket: basket(900), redeem: nil, hold: hold)))
    }

    private static func order(_ number: String) -> PurchaseReference {
        .order(channel: "store", order: number)
    }

    @Test func `an order number leads to the last of those that replaced each other`() throws {
        let program = try TestProgram()
        try program.receipt(.join("a", card: .card(1)))
        try program.receipt(.sale("b", to: .card(1), order: "7", yen: 1_100))
        try program.receipt(Self.replace("c", Self.order("7"), by: "7", yen: 2_200))
        let last = try program.receipt(Self.replace("d", Self.order("7"), by: "7", yen: 3_300))
        #expect(try program.balance(.card(1)).available == 30)
        let back = try program.receipt(.takeBack("e", "7", pieces: nil))
        #expect(back.purchase?.id == last.entry.position)
        #expect(try program.balance(.card(1)).available == 0)
        #expect(try program.verification().differences == [])
        try program.close(flushing: true)
        let report = try Engine.verify(path: program.path)
        #expect(report.found.differences == [])
        _ = try Engine.rebuild(path: program.path)
        #expect(try Engine.compare(path: program.path).difference == nil)
    }

    @Test func `voids again after the sale arrived answer as they did before`() throws {
        let program = try TestProgram()
        try program.receipt(.join("a", card: .card(1)))
        let first = try program.receipt(Self.void("b", "7"))
        #expect(try program.receipt(Self.void("c", "7")) == first.replayed)
        try program.receipt(.sale("d", to: .card(1), order: "7", yen: 1_100))
        for key in ["b", "c", "e"] {
            #expect(try program.receipt(Self.void(key, "7")) == first.replayed)
        }
        #expect(try program.balance(.card(1)).available == 0)
        #expect(try program.verification().differences == [])
    }

    @Test func `a sale that was voided before lets its hold go`() throws {
        let program = try TestProgram()
        try program.execute([.join("a", card: .card(1)), .grant("b", to: .card(1), 500)])
        let hold = try program.receipt(.hold("c", .card(1), 300, until: .tokyo("06-20 12:00")))
        try program.receipt(Self.void("d", "7"))
        try program.receipt(
            .sale("e", to: .card(1), order: "7", yen: 1_100, hold: hold.entry.position))
        let balance = try program.balance(.card(1))
        #expect((balance.available, balance.held) == (500, 0))
        #expect(
            try program.refusal(.release("f", hold.entry.position))?.code == .holdClosed)
        #expect(try program.verification().differences == [])
    }

    @Test func `a sale that was voided before is written down though its hold has ended`() throws {
        let program = try TestProgram()
        try program.execute([.join("a", card: .card(1)), .grant("b", to: .card(1), 500)])
        let hold = try program.receipt(.hold("c", .card(1), 300))
        try program.receipt(Self.void("d", "7"))
        program.now = .tokyo("06-01 13:00")
        let sale = try program.receipt(
            .sale("e", to: .card(1), order: "7", yen: 1_100, hold: hold.entry.position))
        #expect(sale.purchase?.summary.status == .voided)
        #expect(try program.balance(.card(1)).available == 500)
        let other = try program.receipt(.hold("f", .card(1), 300))
        try program.receipt(.release("g", other.entry.position))
        try program.receipt(Self.void("h", "8"))
        try program.receipt(
            .sale("i", to: .card(1), order: "8", yen: 1_100, hold: other.entry.position))
        #expect(try program.verification().differences == [])
    }

    /// A replacement or a quote to which two refusals apply.
    struct Row: Sendable, CustomTestStringConvertible {
        let name: String
        let command: Command
        let code: ErrorCode
        var testDescription: String { name }
    }

    @Test(arguments: [
        Row(
            name: "an unknown member before an unknown purchase",
            command: replace("x", order("99"), by: "9", yen: 100, member: .card(.card(9))),
            code: .memberUnknown),
        Row(
            name: "an unknown purchase before a member whose card is not of its form",
            command: replace("x", order("99"), by: "9", yen: 100, member: .card("12")),
            code: .purchaseUnknown),
        Row(
            name: "a moment before the sale before a recorded order",
            command: replace("x", order("1"), by: "2", yen: 100, at: .tokyo("05-30 12:00")),
            code: .invalidParams),
        Row(
            name: "a member who has left before a recorded order",
            command: replace("x", order("4"), by: "2", yen: 100), code: .memberWithdrawn),
        Row(
            name: "a member who has left before a closed purchase",
            command: replace("x", order("5"), by: "9", yen: 100), code: .memberWithdrawn),
        Row(
            name: "a closed purchase before a released hold",
            command: replace(
                "x", order("3"), by: "9", yen: 100, hold: JournalPosition(5)),
            code: .purchaseClosed),
        Row(
            name: "a recorded order before a closed purchase",
            command: replace("x", order("3"), by: "2", yen: 100), code: .purchaseExists),
        Row(
            name: "a quote with a hold that is none",
            command: quote(.card(1), hold: JournalPosition(99)), code: .holdUnknown),
        Row(
            name: "a quote with a hold that was released",
            command: quote(.card(1), hold: JournalPosition(5)), code: .holdClosed),
    ])
    func `gives the first refusal that applies`(_ row: Row) throws {
        let program = try TestProgram()
        let replies = try program.execute([
            .join("a", card: .card(1)), .join("p", card: .card(2)),
            .grant("g", to: .card(1), 10), .hold("h", .card(1), 10),
            .release("r", JournalPosition(5)),
            .sale("s", to: .card(1), order: "1", yen: 90),
            .sale("t", to: .card(1), order: "2", yen: 90),
            .sale("u", to: .card(1), order: "3", yen: 90),
            .takeBack("v", "3", pieces: nil),
            .sale("w", to: .card(2), order: "4", yen: 90),
            .sale("y", to: .card(2), order: "5", yen: 90),
            .takeBack("z", "5", pieces: nil),
            .withdraw("l", .card(.card(2))),
        ])
        #expect(replies.allSatisfy { $0.refusal == nil })
        let before = try Snapshot(program.engine)
        #expect(try program.refusal(row.command)?.code == row.code)
        #expect(try Snapshot(program.engine) == before)
    }

    @Test func `replays leaving as it was after the member came back`() throws {
        let program = try TestProgram()
        let joined = try program.receipt(.join("a", card: .card(1)))
        let id = try #require(joined.member).id
        let left = try program.receipt(.withdraw("b", .id(id)))
        program.now = .tokyo("06-03 12:00")
        try program.receipt(.rejoin("c", card: .card(1)))
        #expect(try program.receipt(.withdraw("b", .id(id))) == left.replayed)
    }

    @Test func `a hand that may not give so much is told before anything else`() throws {
        let program = try TestProgram([
            #""hold": {"minutes": 30}"#:
                #""hold": {"minutes": 30}, "byHand": {"secondActorAbove": 100}"#
        ])
        let joined = try program.receipt(.join("a", card: .card(1)))
        let id = try #require(joined.member).id
        #expect(try program.refusal(.grant("b", to: .card(9), 101))?.code == .forbidden)
        #expect(try program.refusal(.adjust("b", .card(9), by: -101))?.code == .forbidden)
        let goods = Command.change(
            "b", "purchase.returnWithoutReceipt",
            .returnUnreceipted(.card(.card(9)), Self.basket(100)), channel: "store")
        #expect(try program.refusal(goods)?.code == .forbidden)
        try program.receipt(.withdraw("c", .id(id)))
        let grant = GrantPoints(member: .id(id), points: 101, reason: "test", expiresOn: nil)
        #expect(
            try program.refusal(.change("d", "points.grant", .grant(grant)))?.code == .forbidden)
    }
}
