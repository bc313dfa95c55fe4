import PointsCore
import PointsEngine
import Testing

/// Cards that are lost, handed out before anybody joins, linked and unlinked.
struct IdentityLifeTests {
    private static let issued = [
        #""^[0-9]{13}$""#:
            #""^[0-9]{13}$", "issued": [{"from": "4900000000000", "to": "4900000000099"}]"#
    ]

    @Test func `a lost card is refused and names its owner, and the new one is the member's`()
        throws
    {
        let program = try TestProgram()
        let id = try #require(try program.receipt(.join("a", card: .card(1))).member?.id)
        try program.receipt(
            .replace("b", .id(id), lost: .card(.card(1)), with: .card(.card(2))))
        let refused = Refusal.identityBlocked(kind: "store_card", owner: id)
        #expect(try program.refusal(.sale("c", to: .card(1), order: "1", yen: 1_000)) == refused)
        #expect(try program.refusal(.member(.card(.card(1)))) == refused)
        #expect(try program.receipt(.grant("d", to: .card(2), 5)).entry.member == id.number)
        guard case .member(let view, _, _) = try program.reply(to: .member(.id(id))) else { return }
        #expect(view.identities.map(\.isBlocked) == [true, false])
        // Nobody else may have it, and who finds it is not taken for its owner.
        #expect(
            try program.refusal(.join("e", card: .card(1)))
                == .identityTaken(kind: "store_card", owner: id))
        try program.receipt(.withdraw("f", .id(id)))
        #expect(try program.receipt(.rejoin("g", card: .card(1))).isRecognised == false)
        #expect(try program.receipt(.rejoin("h", card: .card(2))).isRecognised)
    }

    /// A till that was offline sends what was sold before the card was lost.
    @Test func `what happened before the card was lost is the member's`() throws {
        let program = try TestProgram()
        try program.receipt(.join("a", card: .card(1), at: .tokyo("05-30 12:00")))
        try program.receipt(
            .replace(
                "b", .card(.card(1)), lost: .card(.card(1)), with: nil,
                at: .tokyo("06-01 10:00")))
        try program.receipt(
            .sale("c", to: .card(1), order: "1", yen: 1_100, at: .tokyo("06-01 09:59")))
        let late = Command.sale(
            "d", to: .card(1), order: "2", yen: 1_100, at: .tokyo("06-01 10:00"))
        #expect(try program.refusal(late)?.code == .identityBlocked)
    }

    @Test func `a card that was handed out joins by its first sale and registers later`() throws {
        let program = try TestProgram(Self.issued)
        let sale = Command.sale("a", to: .card(1), order: "1", yen: 11_000)
        let first = try program.receipt(sale)
        #expect(first.entry.after.available == 100)
        #expect(try program.member(first.entry.member).status == .provisional)
        #expect(try program.receipt(sale).entry == first.entry)
        try program.receipt(.sale("b", to: .card(1), order: "2", yen: 11_000))
        #expect(
            try program.refusal(.sale("c", to: .card(1), order: "3", yen: 1_100, redeem: 5))?.code
                == .memberProvisional)
        try program.receipt(.register("d", .card(.card(1)), [.email("hana@example.jp")]))
        #expect(try program.member(first.entry.member).status == .active)
        #expect(try program.balance(.card(1)).available == 200)
        try program.receipt(.sale("e", to: .card(1), order: "3", yen: 1_100, redeem: 5))
        #expect(try program.verification().isOK)
    }

    @Test func `a number that was not printed is none`() throws {
        let program = try TestProgram(Self.issued)
        #expect(
            try program.refusal(.sale("a", to: .card(100), order: "1", yen: 1_100))
                == .identityInvalid(kind: "store_card", expected: "a number that was issued"))
        #expect(try program.refusal(.join("b", card: .card(100)))?.code == .identityInvalid)
        try program.receipt(.join("c", card: .card(99)))
    }

    @Test func `an identity that was taken off may be anybody's`() throws {
        let program = try TestProgram()
        let id = try #require(try program.receipt(.join("a", card: .card(1))).member?.id)
        try program.receipt(.link("b", .id(id), .email("Hana@Example.jp")))
        #expect(
            try program.refusal(.unlink("c", .id(id), .email("ken@example.jp")))?.code
                == .invalidParams)
        try program.receipt(.unlink("d", .id(id), .email("hana@example.jp")))
        let other = try program.receipt(.join("e", [.email("hana@example.jp")]))
        #expect(other.member?.id != id)
    }

    @Test func `a suspended member's late sale from before earns as it would have`() throws {
        let program = try TestProgram()
        try program.receipt(.join("a", card: .card(1), at: .tokyo("05-30 12:00")))
        try program.receipt(.suspend("b", .card(.card(1)), at: .tokyo("06-01 10:00")))
        let before = try program.receipt(
            .sale("c", to: .card(1), order: "1", yen: 1_100, at: .tokyo("06-01 09:00")))
        #expect(before.entry.after.available == 10)
        #expect(
            try program.refusal(.sale("d", to: .card(1), order: "2", yen: 1_100))?.code
                == .memberSuspended)
        try program.receipt(.resume("e", .card(.card(1))))
        try program.receipt(.sale("f", to: .card(1), order: "2", yen: 1_100))
        #expect(try program.balance(.card(1)).available == 20)
    }

    /// It made a new member with points to spend, under a card that its owner had left with.
    @Test func `what was sold before somebody left is theirs and earns nothing`() throws {
        let program = try TestProgram(Self.issued)
        let joined = try program.receipt(.join("a", card: .card(1), at: .tokyo("05-30 12:00")))
        let id = try #require(joined.member?.id)
        try program.receipt(.withdraw("b", .id(id), at: .tokyo("06-01 11:00")))
        let late = try program.receipt(
            .sale("c", to: .card(1), order: "1", yen: 11_000, at: .tokyo("06-01 10:00")))
        #expect(late.entry.member == id.number)
        #expect(late.entry.after.spendable == 0)
        let after = try program.receipt(
            .sale("d", to: .card(1), order: "2", yen: 11_000, at: .tokyo("06-01 11:30")))
        #expect(after.entry.member == Entry.programMember)
        #expect(try program.verification().isOK)
    }

    @Test func `a lost card stays lost when its member has left`() throws {
        let program = try TestProgram(Self.issued)
        let id = try #require(try program.receipt(.join("a", card: .card(1))).member?.id)
        try program.receipt(.replace("b", .id(id), lost: .card(.card(1)), with: nil))
        try program.receipt(.withdraw("c", .id(id)))
        #expect(
            try program.refusal(.sale("d", to: .card(1), order: "1", yen: 1_100))
                == .identityBlocked(kind: "store_card", owner: id))
    }
}
