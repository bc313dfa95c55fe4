import PointsCore
import PointsEngine
import Testing

/// Browsers that nobody has logged in with yet, and who logs in with them.
struct VisitorTests {
    private static let visitor = IdentityClaim(kind: "visitor", value: "v-1")

    /// Card 1 has joined; a review earns 50 points, also before logging in.
    private static func program(countForDays days: Int = 30) throws -> TestProgram {
        let program = try TestProgram(
            ActivityProgram.source(
                oncePerSubject: true,
                [
                    #""anonymousSales": true"#:
                        #""visitors": {"countForDays": \#(days)}, "anonymousSales": true"#,
                    #""ec_account": {}"#: #""ec_account": {}, "visitor": {"anonymous": true}"#,
                ]))
        try program.receipt(.join("a", card: .card(1)))
        return program
    }

    private static func review(
        _ key: String, _ subject: String, reference: String? = nil, at: Instant? = nil
    ) -> Command {
        .change(
            key, "activity.record",
            .recordActivity(
                RecordActivity(
                    member: .identity(kind: "visitor", value: "v-1"), activity: "review",
                    subject: subject, reference: reference)), at: at, channel: "ec")
    }

    @Test func `a visitor has a history and earns nothing`() throws {
        let program = try Self.program()
        let first = try program.receipt(Self.review("b", "sku-1", reference: "r-1"))
        let again = try program.receipt(Self.review("c", "sku-2"))
        #expect(first.entry.member == again.entry.member)
        #expect(try program.member(first.entry.member).status == .visitor)
        #expect(try program.member(first.entry.member).wallet.available == 0)
        let repeated = try program.receipt(Self.review("b", "sku-1", reference: "r-1"))
        #expect(repeated.isReplay && repeated.entry == first.entry)
        #expect(try program.verification().isOK)
    }

    @Test func `whoever logs in takes the history over, and it earns`() throws {
        let program = try Self.program()
        let visitor = try program.receipt(Self.review("b", "sku-1", at: .tokyo("05-30 12:00")))
            .entry.member
        try program.receipt(Self.review("c", "sku-2", at: .tokyo("05-31 12:00")))
        let linked = try program.receipt(.link("d", .card(.card(1)), Self.visitor))
        let member = try program.member(linked.entry.member)
        #expect(member.numbers == [member.id.number, visitor])
        #expect(member.wallet.available == 100)
        #expect(linked.entry.after.available == 100)
        #expect(try program.member(visitor).mergedInto == member.id)
        // What was done before in the browser's name cannot earn again.
        try program.receipt(
            .change(
                "e", "activity.record",
                .recordActivity(
                    RecordActivity(
                        member: .card(.card(1)), activity: "review", subject: "sku-1")),
                channel: "ec"))
        #expect(try program.balance(.card(1)).available == 100)
        #expect(try program.verification().isOK)
        try program.reopen(flushing: false)
        #expect(try program.balance(.card(1)).available == 100)
    }

    @Test func `a visitor may join, with all that was done`() throws {
        let program = try Self.program()
        try program.receipt(Self.review("b", "sku-1"))
        let joined = try program.receipt(.join("c", [.card(.card(2)), Self.visitor]))
        #expect(try program.balance(.card(2)).available == 50)
        #expect(
            try program.receipt(.join("c", [.card(.card(2)), Self.visitor])).entry == joined.entry)
        #expect(try program.verification().isOK)
    }

    @Test(arguments: [(0, 0), (1, 50), (2, 100)] as [(Int, Int64)])
    func `only what was done within the days of the program earns`(
        _ days: Int, _ points: Int64
    ) throws {
        let program = try Self.program(countForDays: days)
        try program.receipt(Self.review("b", "sku-1", at: .tokyo("05-30 12:00")))
        try program.receipt(Self.review("c", "sku-2", at: .tokyo("05-31 12:00")))
        try program.receipt(.link("d", .card(.card(1)), Self.visitor))
        #expect(try program.balance(.card(1)).available == points)
    }

    /// Points came out of nothing with each parting and log-in before.
    @Test func `what was done counts once, however often the two come apart`() throws {
        let program = try Self.program()
        let visitor = try program.id(
            of: program.receipt(Self.review("b", "sku-1")).entry.member)
        try program.receipt(.join("j", card: .card(2)))
        for round in 1...3 {
            try program.receipt(.link("l\(round)", .card(.card(1)), Self.visitor))
            #expect(try program.balance(.card(1)).available == 50)
            try program.receipt(.unmerge("u\(round)", .id(visitor), from: .card(.card(1))))
        }
        try program.receipt(.link("m", .card(.card(2)), Self.visitor))
        #expect(try program.balance(.card(2)).available == 0)
        #expect(try program.verification().isOK)
    }

    @Test func `a visitor brings no day of joining`() throws {
        let program = try Self.program()
        try program.receipt(Self.review("b", "sku-1", at: .tokyo("05-01 12:00")))
        let join = Command.join("c", [.card(.card(2)), Self.visitor])
        let first = try program.receipt(join)
        #expect(first.member?.joinedOn == .day("2026-06-01"))
        let again = try program.receipt(join)
        #expect(again.isReplay && again.member?.joinedOn == first.member?.joinedOn)
    }

    @Test func `a visitor who left is nobody who comes back`() throws {
        let program = try Self.program()
        let visitor = try program.id(
            of: program.receipt(Self.review("b", "sku-1")).entry.member)
        try program.receipt(.withdraw("c", .id(visitor)))
        let joined = try program.receipt(
            .change(
                "d", "member.rejoin",
                .rejoin(RejoinMember(identities: [Self.visitor], profile: nil))))
        #expect(!joined.isRecognised)
        #expect(joined.member?.id != visitor)
    }
}
