import PointsCore
import PointsEngine
import Testing

struct RefusalOrderTests {
    @Test func `names the first purchase of an order`() throws {
        let program = try TestProgram()
        try program.receipt(.join("a", card: .card(1)))
        let first = try program.receipt(.sale("b", to: .card(1), order: "7", yen: 1_100))
        for isFlushed in [false, true] {
            if isFlushed { try program.reopen(flushing: true) }
            #expect(
                try program.refusal(.sale("c", to: nil, order: "7", yen: 500))
                    == .purchaseExists(first.entry.position))
        }
        // The number is unique in its channel only.
        #expect(try program.refusal(.sale("c", to: nil, order: "7", yen: 9, channel: "ec")) == nil)
    }

    /// A command to which two refusals apply; the one that `protocol` puts first is right.
    struct Row: Sendable, CustomTestStringConvertible {
        let name: String
        let command: Command
        let code: ErrorCode
        var testDescription: String { name }
    }

    private static let gone = MemberReference.id(MemberID(number: 99, token: 1))

    @Test(arguments: [
        Row(
            name: "a used key before an unknown member",
            command: .grant("a", to: .card(9), 5), code: .idempotencyConflict),
        Row(
            name: "a channel that is none before an unknown member",
            command: .sale("x", to: .card(9), order: "1", yen: 1, channel: "moon"),
            code: .invalidParams),
        Row(
            name: "an unknown member before an identity that is taken",
            command: .link("x", gone, IdentityClaim(kind: "store_card", value: .card(1))),
            code: .memberUnknown),
        Row(
            name: "an unknown member before a recorded order",
            command: .sale("x", to: .card(9), order: "1", yen: 100, redeem: 5),
            code: .memberUnknown),
        Row(
            name: "a recorded order before points that are not there",
            command: .sale("x", to: .card(1), order: "1", yen: 900, redeem: 900),
            code: .purchaseExists),
        Row(
            name: "a recorded order before a released hold",
            command: .sale(
                "x", to: .card(1), order: "1", yen: 900, hold: JournalPosition(5)),
            code: .purchaseExists),
        Row(
            name: "an unknown line before too many pieces",
            command: .takeBack("x", "1", pieces: 9, line: "9"), code: .lineUnknown),
        Row(
            name: "more than the basket may absorb before more than there is",
            command: .sale("x", to: .card(1), order: "2", yen: 100, redeem: 101),
            code: .redeemNotAllowed),
        Row(
            name: "a card that is not registered before points that are not there",
            command: .hold("x", .card(2), 5), code: .memberProvisional),
        Row(
            name: "a moment too far ahead before an unknown member",
            command: .grant("x", to: .card(9), 5, at: .tokyo("06-02 12:01")),
            code: .invalidParams),
        Row(
            name: "a closed purchase before too many pieces",
            command: .takeBack("x", "3", pieces: 9), code: .purchaseClosed),
        Row(
            name: "an unknown line before a closed purchase",
            command: .takeBack("x", "3", pieces: 9, line: "9"), code: .lineUnknown),
        Row(
            name: "a taken identity before one that is not of its form",
            command: .join(
                "x",
                [
                    IdentityClaim(kind: "store_card", value: "12"),
                    IdentityClaim(kind: "store_card", value: .card(1)),
                ]), code: .identityTaken),
        Row(
            name: "a card that is not registered before a recorded order",
            command: .sale("x", to: .card(2), order: "1", yen: 900, redeem: 5),
            code: .memberProvisional),
        Row(
            name: "a moment that is over before a card that is not registered",
            command: .hold("x", .card(2), 5, until: .tokyo("05-01 00:00")),
            code: .invalidParams),
        Row(
            name: "a moment too far ahead before a used key",
            command: .grant("a", to: .card(1), 5, at: .tokyo("06-02 12:01")),
            code: .invalidParams),
    ])
    func `gives the first refusal that applies`(_ row: Row) throws {
        let program = try bothPurchases()
        let before = try Snapshot(program.engine)
        #expect(try program.refusal(row.command)?.code == row.code)
        #expect(try Snapshot(program.engine) == before)
    }

    /// A member with 10 points, a card nobody registered, a purchase, a released hold, and a purchase that came back.
    private func bothPurchases() throws -> TestProgram {
        let program = try TestProgram()
        let replies = try program.execute([
            .join("a", card: .card(1)), .join("p", card: .card(2), provisional: true),
            .grant("g", to: .card(1), 10), .hold("h", .card(1), 10),
            .release("r", JournalPosition(5)),
            .sale("s", to: .card(1), order: "1", yen: 90),
            .sale("t", to: nil, order: "3", yen: 90),
            .takeBack("u", "3", pieces: nil),
        ])
        #expect(replies.allSatisfy { $0.refusal == nil })
        return program
    }
}
