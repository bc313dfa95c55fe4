import PointsCore
import PointsEngine
import Testing

/// The smallest cases of what the reference model and the engine once said otherwise about who is a member.
struct MembershipFindingTests {
    private func join(_ cards: ClosedRange<Int>, in program: TestProgram) throws -> [MemberID] {
        try cards.map { card in
            let joined = try program.receipt(.join("j\(card)", card: .card(card)))
            return try #require(joined.member?.id)
        }
    }

    // MARK: Cards and standing

    @Test func `a card that is reported lost once more is blocked from the first time on`() throws {
        let program = try TestProgram()
        let id = try join(1...1, in: program)[0]
        for (key, time) in [("a", "06-01 10:00"), ("b", "06-01 11:00")] {
            try program.receipt(
                .replace(key, .id(id), lost: .card(.card(1)), with: nil, at: .tokyo(time)))
        }
        let sale = Command.sale(
            "c", to: .card(1), order: "1", yen: 1_100, at: .tokyo("06-01 10:30"))
        #expect(try program.refusal(sale)?.code == .identityBlocked)
    }

    @Test func `who finds a card is not taken for one who left with it before losing it`() throws {
        let program = try TestProgram()
        let id = try join(1...1, in: program)[0]
        try program.receipt(.withdraw("a", .id(id)))
        #expect(try program.receipt(.rejoin("b", card: .card(1))).isRecognised)
        try program.receipt(
            .replace("c", .id(id), lost: .card(.card(1)), with: .card(.card(2))))
        try program.receipt(.withdraw("d", .id(id)))
        #expect(try !program.receipt(.rejoin("e", card: .card(1))).isRecognised)
        #expect(try program.receipt(.rejoin("f", card: .card(2))).isRecognised)
    }

    @Test func `who is suspended from an earlier moment on stands afterwards as before`() throws {
        let program = try TestProgram()
        let id = try join(1...1, in: program)[0]
        try program.receipt(.suspend("a", .id(id)))
        try program.receipt(.suspend("b", .id(id), at: .tokyo("05-31 12:00")))
        let between = Command.sale(
            "c", to: .card(1), order: "1", yen: 1_100, at: .tokyo("06-01 09:00"))
        #expect(try program.refusal(between)?.code == .memberSuspended)
        #expect(try program.receipt(.resume("d", .id(id))).member?.status == .active)
    }

    @Test func `a sale from before the suspension raises the rank as it would have`() throws {
        let program = try TestProgram(TierProgram.source())
        let id = try join(1...1, in: program)[0]
        try program.receipt(.suspend("a", .id(id)))
        try program.receipt(
            .sale("b", to: .card(1), order: "1", yen: 11_000, at: .tokyo("06-01 09:00")))
        guard case .member(let view, _, _) = try program.reply(to: .member(.id(id))) else { return }
        #expect(view.tier?.tier.id == "silver")
    }

    // MARK: The joining bonus

    @Test func `another card that brought a bonus brings none on coming back`() throws {
        let program = try TestProgram.givingOnJoining()
        let ids = try join(1...1, in: program)
        try program.receipt(.withdraw("a", .id(ids[0])))
        program.now = try #require(Instant("2027-05-20T12:00:00+09:00"))
        let other = try program.receipt(.join("b", card: .card(2)))
        try program.receipt(.withdraw("c", .card(.card(2))))
        #expect(other.entry.after.available == 500)
        program.now = try #require(Instant("2027-06-10T12:00:00+09:00"))
        let claims = [IdentityClaim.card(.card(1)), .card(.card(2))]
        let back = try program.receipt(
            .change(
                "d", "member.rejoin", .rejoin(RejoinMember(identities: claims, profile: nil))))
        #expect(back.isRecognised)
        #expect(back.entry.after.available == 0)
    }

    @Test func `a card that brought a bonus brings none to whom it was linked first`() throws {
        let program = try TestProgram.givingOnJoining()
        let id = try join(1...1, in: program)[0]
        try program.receipt(.link("a", .id(id), .email("hana@example.jp")))
        try program.receipt(.unlink("b", .id(id), .email("hana@example.jp")))
        try program.receipt(.join("c", card: .card(2), provisional: true))
        try program.receipt(.link("d", .card(.card(2)), .email("hana@example.jp")))
        #expect(try program.receipt(.register("e", .card(.card(2)))).entry.after.available == 0)
    }

    // MARK: Merging

    @Test func `a rank that came in counts from the merge on`() throws {
        let program = try TestProgram(TierProgram.source())
        let ids = try join(1...2, in: program)
        try program.receipt(
            .sale("a", to: .card(2), order: "1", yen: 11_000, at: .tokyo("06-01 08:00")))
        try program.receipt(.merge("m", .id(ids[1]), into: .id(ids[0])))
        let late = try program.receipt(
            .sale("b", to: .card(1), order: "2", yen: 1_100, at: .tokyo("06-01 09:00")))
        guard case .purchaseRecorded(let recorded) = late.entry.event else { return }
        #expect(recorded.standing.tier == "regular")
        #expect(late.tier?.tier.id == "silver")
    }

    @Test func `nobody is parted before they became one`() throws {
        let program = try TestProgram()
        let ids = try join(1...2, in: program)
        try program.receipt(.merge("m", .id(ids[1]), into: .id(ids[0])))
        let early = Command.unmerge(
            "n", .id(ids[1]), from: .id(ids[0]), at: .tokyo("06-01 11:59"))
        #expect(try program.refusal(early)?.code == .invalidParams)
        try program.receipt(.unmerge("o", .id(ids[1]), from: .id(ids[0])))
    }

    @Test func `each has their own day of joining again, in whichever order they go`() throws {
        let program = try TestProgram()
        let days = ["05-30", "05-28", "05-26"]
        let ids = try zip(1...3, days).map { card, day in
            let joined = try program.receipt(
                .join("j\(card)", card: .card(card), at: .tokyo("\(day) 12:00")))
            return try #require(joined.member?.id)
        }
        for other in [1, 2] {
            try program.receipt(.merge("m\(other)", .id(ids[other]), into: .id(ids[0])))
        }
        let first = try program.receipt(.unmerge("a", .id(ids[1]), from: .id(ids[0])))
        #expect(first.member?.joinedOn == .day("2026-05-26"))
        let second = try program.receipt(.unmerge("b", .id(ids[2]), from: .id(ids[0])))
        #expect(second.member?.joinedOn == .day("2026-05-30"))
        #expect(try program.verification().isOK)
    }

    /// What a return gave back to who was away came back with the rest, and made room for spending as much.
    @Test func `points that came back while the member was away are not spent twice`() throws {
        let program = try TestProgram()
        let ids = try join(1...2, in: program)
        try program.receipt(.grant("g", to: .card(2), 300))
        try program.receipt(.sale("s", to: .card(2), order: "1", yen: 1_100, redeem: 100))
        try program.receipt(.merge("m", .id(ids[1]), into: .id(ids[0])))
        try program.receipt(.withdraw("w", .id(ids[0])))
        try program.receipt(.takeBack("t", "1", pieces: nil))
        try program.receipt(.rejoin("r", card: .card(1)))
        #expect(try program.balance(.card(1)).available == 300)
        try program.receipt(.adjust("x", .card(1), by: -50))
        let refused = try program.refusal(.unmerge("n", .id(ids[1]), from: .id(ids[0])))
        #expect(
            refused?.details.contains { $0.name == "spent" && $0.value == .number(50) } == true)
    }
}
