import PointsCore
import PointsEngine
import Testing

/// Two members who are one person, and some who were not.
struct MergeTests {
    /// Card 1 with 500 points and card 2 with 300, a purchase of 22,000 yen and a hold.
    private static func program(_ changes: [String: String] = [:]) throws -> TestProgram {
        let program = try TestProgram(changes)
        try program.receipt(.join("a", card: .card(1)))
        try program.receipt(.join("b", card: .card(2)))
        try program.receipt(.grant("c", to: .card(1), 500))
        try program.receipt(.grant("d", to: .card(2), 300, expiresOn: .day("2026-07-31")))
        try program.receipt(.sale("e", to: .card(2), order: "1", yen: 22_000, quantity: 2))
        return program
    }

    private static func id(_ program: TestProgram, _ card: Int) throws -> MemberID {
        guard case .member(let view, _, _) = try program.reply(to: .member(.card(.card(card))))
        else { throw Refusal.internalFault("no member") }
        return view.id
    }

    private static func lots(_ program: TestProgram) throws -> [Lot] {
        let command = Command(
            envelope: Envelope(method: "member.get"),
            action: .getMember(.card(.card(1)), including: [.lots]))
        guard case .member(_, _, let parts) = try program.reply(to: command) else {
            throw Refusal.internalFault("no member")
        }
        return try #require(parts.lots)
    }

    @Test func `the survivor has everything, each lot with its own last day`() throws {
        let program = try Self.program()
        let before = (try program.balance(.card(1)), try program.balance(.card(2)))
        let merged = try program.receipt(.merge("m", .card(.card(2)), into: .card(.card(1))))
        let after = try program.balance(.card(1))
        #expect(after.available == before.0.available + before.1.available)
        #expect(merged.entry.after == after)
        #expect(try program.balance(.card(2)) == after)
        #expect(merged.member?.identities.map(\.value).sorted() == [.card(1), .card(2)])
        #expect(try Self.lots(program).contains { $0.terms.expiresOn == .day("2026-07-31") })
        #expect(try program.verification().isOK)
    }

    @Test func `a preview changes nothing`() throws {
        let program = try Self.program()
        let count = try program.entryCount
        let command = Command.merge(
            "m", .card(.card(2)), into: .card(.card(1)), preview: true)
        let shown = try program.receipt(command)
        #expect(shown.isPreview)
        #expect(try program.entryCount == count)
        #expect(try Self.id(program, 1) != Self.id(program, 2))
    }

    @Test func `who became part of another is named with the survivor`() throws {
        let program = try Self.program()
        let (survivor, other) = (try Self.id(program, 1), try Self.id(program, 2))
        try program.receipt(.merge("m", .id(other), into: .id(survivor)))
        for command in [
            Command.suspend("n", .id(other)), .member(.id(other)),
            .merge("o", .id(survivor), into: .id(other)), .withdraw("p", .id(other)),
        ] {
            #expect(try program.refusal(command) == .memberMerged(other, survivor: survivor))
        }
    }

    @Test func `the same key gives the first answer again`() throws {
        let program = try Self.program()
        let command = Command.merge("m", .card(.card(2)), into: .card(.card(1)))
        let first = try program.receipt(command)
        try program.receipt(.grant("n", to: .card(1), 1))
        try program.reopen(flushing: false)
        let again = try program.receipt(command)
        #expect(again.isReplay)
        #expect(again.entry == first.entry)
        #expect(again.member?.status == .active)
    }

    /// The survivor answers for what the other bought: it is booked with the survivor.
    @Test(arguments: [false, true])
    func `what comes back of the other's purchases comes to nothing`(_ reopens: Bool) throws {
        let program = try Self.program()
        try program.receipt(.merge("m", .card(.card(2)), into: .card(.card(1))))
        if reopens { try program.reopen(flushing: true) }
        try program.receipt(.takeBack("r", "1", pieces: 1))
        #expect(try program.balance(.card(1)).available == 500 + 300 + 100)
        try program.receipt(.takeBack("s", "1", pieces: 1))
        #expect(try program.balance(.card(1)).available == 500 + 300)
        #expect(try program.verification().isOK)
    }

    @Test func `an open hold and pending points go along`() throws {
        let program = try Self.program()
        let hold = try program.receipt(.hold("h", .card(2), 40)).entry.position
        try program.receipt(
            .sale("i", to: .card(2), order: "2", yen: 11_000, channel: "ec"))
        try program.receipt(.merge("m", .card(.card(2)), into: .card(.card(1))))
        var balance = try program.balance(.card(1))
        #expect(balance.held == 40)
        #expect(balance.pending == 100)
        try program.receipt(.confirm("j", "2"))
        try program.receipt(.release("k", hold))
        balance = try program.balance(.card(1))
        #expect(balance.held == 0)
        #expect(try program.verification().isOK)
        try program.reopen(flushing: false)
        #expect(try program.balance(.card(1)) == balance)
    }

    @Test func `what was not used comes apart again`() throws {
        let program = try Self.program()
        let hold = try program.receipt(.hold("h", .card(2), 40)).entry.position
        try program.receipt(.sale("i", to: .card(2), order: "2", yen: 11_000, channel: "ec"))
        let before = (try program.balance(.card(1)), try program.balance(.card(2)))
        let (survivor, other) = (try Self.id(program, 1), try Self.id(program, 2))
        try program.receipt(.merge("m", .id(other), into: .id(survivor)))
        try program.receipt(.unmerge("n", .id(other), from: .id(survivor)))
        #expect(try program.balance(.card(1)) == before.0)
        #expect(try program.balance(.card(2)) == before.1)
        #expect(try Self.id(program, 2) == other)
        try program.receipt(.release("o", hold))
        try program.receipt(.confirm("p", "2"))
        try program.receipt(.takeBack("q", "1", pieces: nil))
        #expect(try program.balance(.card(2)).available == 300 + 100)
        #expect(try program.verification().isOK)
        try program.reopen(flushing: false)
        #expect(try program.balance(.card(2)).available == 300 + 100)
    }

    @Test func `what has been spent is named, and can be undone first`() throws {
        let program = try Self.program()
        let (survivor, other) = (try Self.id(program, 1), try Self.id(program, 2))
        try program.receipt(.merge("m", .id(other), into: .id(survivor)))
        // The other's 300 points end first, so they pay first.
        try program.receipt(.sale("i", to: .card(1), order: "2", yen: 1_000, redeem: 250))
        let refused = try program.refusal(.unmerge("n", .id(other), from: .id(survivor)))
        #expect(refused?.code == .mergeNotReversible)
        #expect(
            refused?.details.contains { $0.name == "spent" && $0.value == .number(250) } == true)
        try program.receipt(.takeBack("o", "2", pieces: nil))
        try program.receipt(.unmerge("n", .id(other), from: .id(survivor)))
        #expect(try program.balance(.card(2)).available == 300 + 200)
        #expect(try program.verification().isOK)
    }

    @Test func `what happens to the other's purchases meanwhile is theirs afterwards`() throws {
        let program = try Self.program()
        let (survivor, other) = (try Self.id(program, 1), try Self.id(program, 2))
        try program.receipt(.merge("m", .id(other), into: .id(survivor)))
        try program.receipt(.takeBack("r", "1", pieces: 1))
        try program.receipt(.unmerge("n", .id(other), from: .id(survivor)))
        #expect(try program.balance(.card(2)).available == 300 + 100)
        try program.receipt(.takeBack("s", "1", pieces: 1))
        #expect(try program.balance(.card(2)).available == 300)
        #expect(try program.balance(.card(1)).available == 500)
        #expect(try program.verification().isOK)
    }

    @Test func `merges may follow each other, and come apart from the last one on`() throws {
        let program = try Self.program()
        try program.receipt(.join("f", card: .card(3)))
        try program.receipt(.grant("g", to: .card(3), 70))
        let ids = try (1...3).map { try Self.id(program, $0) }
        try program.receipt(.merge("m", .id(ids[1]), into: .id(ids[0])))
        try program.receipt(.merge("n", .id(ids[0]), into: .id(ids[2])))
        #expect(try program.balance(.card(2)).available == 1_070)
        let first = Command.unmerge("o", .id(ids[1]), from: .id(ids[0]))
        #expect(try program.refusal(first) == .memberMerged(ids[0], survivor: ids[2]))
        try program.receipt(.takeBack("r", "1", pieces: 1))
        try program.receipt(.unmerge("p", .id(ids[0]), from: .id(ids[2])))
        #expect(try program.balance(.card(3)).available == 70)
        #expect(try program.balance(.card(1)).available == 900)
        try program.receipt(.unmerge("q", .id(ids[1]), from: .id(ids[0])))
        #expect(try program.balance(.card(1)).available == 500)
        #expect(try program.balance(.card(2)).available == 400)
        #expect(try program.verification().isOK)
    }

    @Test func `what is owed goes along, and back as far as it is still owed`() throws {
        let program = try Self.program([#""shortfall": "refund""#: #""shortfall": "debt""#])
        try program.receipt(.adjust("x", .card(2), by: -500))
        try program.receipt(.takeBack("r", "1", pieces: nil))
        #expect(try program.balance(.card(2)).debt == -200)
        let (survivor, other) = (try Self.id(program, 1), try Self.id(program, 2))
        try program.receipt(.merge("m", .id(other), into: .id(survivor)))
        #expect(try program.balance(.card(1)).debt == -200)
        #expect(try program.balance(.card(1)).available == 500)
        try program.receipt(.grant("y", to: .card(1), 150))
        try program.receipt(.unmerge("n", .id(other), from: .id(survivor)))
        #expect(try program.balance(.card(2)).debt == -50)
        #expect(try program.balance(.card(1)).debt == 0)
        #expect(try program.verification().isOK)
    }

    /// The second person's address was shown to whoever repeated the first one's key.
    @Test func `a repeated key shows nobody who came in since`() throws {
        let program = try TestProgram()
        try program.receipt(.join("b", card: .card(2)))
        let join = Command.join("a", card: .card(1))
        let first = try program.receipt(join)
        try program.receipt(.merge("m", .card(.card(2)), into: .card(.card(1))))
        let again = try program.receipt(join)
        #expect(again.isReplay)
        #expect(again.member?.identities == first.member?.identities)
        guard case .member(let now, _, _) = try program.reply(to: .member(.card(.card(1)))) else {
            return
        }
        #expect(now.identities.count == 2)
    }

    @Test func `two who are one do not come apart after one of them has left`() throws {
        let program = try Self.program()
        let (survivor, other) = (try Self.id(program, 1), try Self.id(program, 2))
        try program.receipt(.merge("m", .id(other), into: .id(survivor)))
        try program.receipt(.withdraw("n", .id(survivor)))
        try program.receipt(.rejoin("o", card: .card(1)))
        let refused = try program.refusal(.unmerge("p", .id(other), from: .id(survivor)))
        #expect(refused?.code == .mergeNotReversible)
    }
}
