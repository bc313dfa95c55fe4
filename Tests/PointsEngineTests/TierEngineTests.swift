import PointsCore
import PointsStore
import Testing

@testable import PointsEngine

struct TierEngineTests {
    /// A member who is silver since noon of 1 June, and gold since the 2nd.
    private static func program(_ changes: [String: String] = [:]) throws -> TestProgram {
        let program = try TestProgram(TierProgram.source(changes))
        try program.receipt(.join("a", card: .card(1)))
        try program.receipt(.sale("b", to: .card(1), order: "1", yen: 11_000))
        program.now = .tokyo("06-02 12:00")
        try program.receipt(.sale("c", to: .card(1), order: "2", yen: 22_000, quantity: 2))
        return program
    }

    private static func rank(_ program: TestProgram, _ card: String = .card(1)) throws -> TierView?
    {
        guard case .member(let view, _, _) = try program.reply(to: .member(.card(card))) else {
            throw Refusal.internalFault("no member")
        }
        return view.tier
    }

    @Test func `tells the rank of a member`() throws {
        let program = try Self.program()
        let rank = try #require(try Self.rank(program))
        #expect(rank.tier.id == "gold")
        #expect(rank.since == .day("2026-06-02"))
        #expect(rank.keptThrough == .day("2026-07-01"))
        #expect(rank.basis == 30_000)
        #expect(rank.next == nil)
        try program.receipt(.takeBack("d", "2", pieces: 1))
        #expect(try Self.rank(program)?.basis == 20_000)
        #expect(try Self.rank(program)?.tier.id == "gold")
        let joined = try program.receipt(.join("e", card: .card(2)))
        #expect(joined.member?.tier?.tier.id == "regular")
        #expect(joined.member?.tier?.next == TierView.Next(id: "silver", missing: 10_000))
    }

    @Test func `a review is true before anybody writes it down, and the close does`() throws {
        let program = try Self.program()
        try program.receipt(.takeBack("d", "1", pieces: nil))
        program.now = .tokyo("07-02 04:59")
        #expect(try Self.rank(program)?.tier.id == "gold")
        program.now = .tokyo("07-02 05:00")
        let before = try program.entryCount
        #expect(try Self.rank(program)?.tier.id == "silver")
        #expect(try program.entryCount == before)
        var day = CivilDate.day("2026-06-01")
        while day <= .day("2026-07-01") {
            try program.receipt(.close("z\(day)", day.description))
            day = day.adding(days: 1)
        }
        #expect(try program.entryCount == before + 32)
        let history = try program.reply(to: .history(.card(1), limit: 1))
        guard case .history(let entries, _) = history, let review = entries.first else { return }
        #expect(review.event.name == "tier.review")
        #expect(review.cause.occurredAt == .tokyo("07-02 05:00"))
        #expect(review.cause.businessDay == .day("2026-07-02"))
        #expect(review.cause.channel == nil)
        #expect(try Self.rank(program)?.tier.id == "silver")
        #expect(try Self.rank(program)?.keptThrough == .day("2026-08-01"))
        #expect(try program.verification().differences == [])
    }

    @Test func `the close of a day finds the members whose rank ends, flushed or not`() throws {
        let program = try TestProgram(TierProgram.source())
        try program.execute((1...9).map { .join("j\($0)", card: .card($0)) })
        try program.execute(
            (1...9).map {
                .sale("s\($0)", to: .card($0), order: "\($0)", yen: $0 % 3 == 0 ? 11_000 : 1_100)
            })
        try program.execute(
            [3, 6, 9].map { .takeBack("t\($0)", "\($0)", pieces: nil) })
        try program.reopen(flushing: true)
        program.now = .tokyo("07-01 05:00")
        let engine = try program.engine
        let calendar = engine.calendar
        func due(_ day: CivilDate) throws -> [Int64] {
            let horizon = DueHorizon(
                closing: day, at: calendar.end(of: day),
                under: try engine.rules(at: program.now).program)
            return try engine.projections.members(in: 1...9, due: horizon, atMost: 99).numbers
        }
        #expect(try due(.day("2026-06-29")) == [])
        #expect(try due(.day("2026-06-30")) == [3, 6, 9])
        // One of them is only in memory since.
        try program.receipt(.sale("u", to: .card(3), order: "u", yen: 1_100))
        #expect(try due(.day("2026-06-30")) == [6, 9])
    }

    @Test func `an answer is repeated with the rank of then`() throws {
        let program = try Self.program()
        let email = IdentityClaim(kind: "email", value: "a@example.jp")
        let link = try program.receipt(.link("l", .card(.card(1)), email))
        #expect(link.member?.tier?.tier.id == "gold")
        program.now = .tokyo("08-05 12:00")
        try program.receipt(.sale("m", to: .card(1), order: "3", yen: 1_100))
        #expect(try program.receipt(.link("l", .card(.card(1)), email)) == link.replayed)
        let join = try program.receipt(.join("a", card: .card(1), at: nil))
        #expect(join.isReplay)
        #expect(join.member?.tier?.tier.id == "regular")
        #expect(join.member?.tier?.basis == 0)
    }

    @Test(arguments: [("reset", "regular", Int64(0)), ("keep", "gold", 30_000)])
    func `coming back is answered with the rank that is left`(
        _ word: String, _ tier: String, _ basis: Int64
    ) throws {
        let program = try Self.program([#""tier": "reset""#: "\"tier\": \"\(word)\""])
        let left = try program.receipt(.withdraw("w", .card(.card(1))))
        #expect(left.member?.status == .withdrawn)
        #expect(left.member?.tier == nil)
        #expect(try program.receipt(.withdraw("w", .card(.card(1)))) == left.replayed)
        let back = try program.receipt(.rejoin("r", card: .card(1)))
        #expect(back.member?.tier?.tier.id == tier)
        #expect(back.member?.tier?.basis == basis)
        #expect(try program.receipt(.rejoin("r", card: .card(1))) == back.replayed)
        #expect(try program.verification().differences == [])
    }

    @Test func `a rank in a row that the journal does not give is found`() throws {
        let program = try Self.program()
        try program.close(flushing: true)
        try program.raw { database in
            let select = try database.statement("SELECT body FROM members WHERE number = 1")
            guard try select.step() else { return }
            var bytes = select.bytes(0)
            select.reset()
            let name = Array("gold".utf8)
            let place = bytes.indices.first { bytes[$0...].starts(with: name) }
            if let place { bytes[place] = UInt8(ascii: "b") }
            let update = try database.statement("UPDATE members SET body = ? WHERE number = 1")
            try update.bind(bytes, at: 1)
            try update.run()
        }
        let found = try Engine.verify(path: program.path).found
        #expect(found.differences.map(\.invariant) == ["projection.members"])
        #expect(found.differences.map(\.member) == [1])
        #expect(try Engine.compare(path: program.path).difference?.table == .members)
        #expect(try Engine.rebuild(path: program.path) == 4)
        #expect(try Engine.verify(path: program.path).found.differences == [])
        try program.open()
        #expect(try Self.rank(program)?.tier.id == "gold")
    }

    @Test func `knows the same live and after a crash and folded anew`() throws {
        let program = try Self.program()
        program.now = .tokyo("07-05 12:00")
        try program.receipt(.sale("d", to: .card(1), order: "3", yen: 1_100))
        let live = try Self.rank(program)
        try program.reopen(flushing: false)
        #expect(try Self.rank(program) == live)
        try program.reopen(flushing: true)
        #expect(try Self.rank(program) == live)
    }
}
