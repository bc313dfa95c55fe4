import PointsCore
import PointsEngine
import PointsStore
import Testing

struct BatchTests {
    @Test func `commits a thousand commands together`() throws {
        let program = try TestProgram()
        let before = try program.entryCount
        let commands =
            [Command.join("j", card: .card(1))]
            + (1..<1_000).map { .grant("g\($0)", to: .card(1), 1) }
        let replies = try program.execute(commands)
        #expect(replies.allSatisfy { $0.receipt != nil })
        #expect(try program.entryCount == before + 1_000)
        #expect(try program.balance(.card(1)).available == 999)
    }

    @Test func `keeps nothing of a thousand commands if one cannot be written`() throws {
        let program = try TestProgram()
        let before = try Snapshot(program.engine)
        let count = try program.entryCount
        try program.breakJournal(after: count + 900)
        let commands =
            [Command.join("j", card: .card(1))]
            + (1..<1_000).map { .grant("g\($0)", to: .card(1), 1) }
        let replies = try program.execute(commands)
        #expect(replies.allSatisfy { $0.refusal?.code == .storageFailure })
        try program.mendJournal()
        #expect(try program.entryCount == count)
        #expect(try program.refusal(.member(.card(.card(1)))) == .memberUnknown)
        #expect(try Snapshot(program.engine) == before)
    }

    @Test func `divides more commands than one commit takes`() throws {
        let program = try TestProgram()
        let surplus = 3
        let limit = EngineLimits.batchCommandsMax
        let start = try program.entryCount
        try program.breakJournal(after: start + Int64(limit) + 1)
        let commands =
            [Command.join("j", card: .card(1))]
            + (1..<(limit + surplus)).map { .grant("g\($0)", to: .card(1), 1) }
        let replies = try program.execute(commands)
        #expect(replies.count == limit + surplus)
        #expect(replies.prefix(limit).allSatisfy { $0.receipt != nil })
        #expect(replies.suffix(surplus).allSatisfy { $0.refusal?.code == .storageFailure })
        #expect(try program.entryCount == start + Int64(limit))
    }

    @Test func `answers each command of a batch on its own`() throws {
        let program = try TestProgram()
        let replies = try program.execute([
            .join("a", card: .card(1)),
            .join("b", card: .card(1)),
            .grant("c", to: .card(2), 5),
            .grant("d", to: .card(1), 5),
            .adjust("e", .card(1), by: -6),
            .adjust("f", .card(1), by: -5),
        ])
        #expect(
            replies.map { $0.refusal?.code } == [
                nil, .identityTaken, .memberUnknown, nil, .insufficientPoints, nil,
            ])
        #expect(try program.balance(.card(1)).available == 0)
        #expect(try program.verification().differences == [])
    }

    @Test func `keeps no personal data of commands refused within a batch`() throws {
        let program = try TestProgram()
        try program.receipt(.join("a", card: .card(1)))
        let profile = Profile(values: ["familyName": "Sato"])
        let claims = [
            IdentityClaim(kind: "email", value: "sato@example.jp"),
            IdentityClaim(kind: "store_card", value: .card(1)),
        ]
        let replies = try program.execute([
            .grant("b", to: .card(1), 5),
            .join("c", claims, profile: profile),
            .join(
                "d",
                [
                    IdentityClaim(kind: "phone", value: "090-1111-2222"),
                    IdentityClaim(kind: "shoe_size", value: "27"),
                ], profile: profile),
            .importing(
                "e", [IdentityClaim(kind: "email", value: "over@example.jp")],
                points: 2_000_000_000_000),
            .grant("f", to: .card(1), 5),
        ])
        #expect(
            replies.map { $0.refusal?.code } == [
                nil, .identityTaken, .identityInvalid, .pointsOutOfRange, nil,
            ])
        #expect(try program.number("SELECT count(*) FROM identities") == 1)
        #expect(try program.number("SELECT count(*) FROM profiles") == 0)
        #expect(try program.refusal(.join("c", Array(claims.prefix(1)), profile: profile)) == nil)
    }

    @Test func `opens a balance once for an identity that the file names twice`() throws {
        let program = try TestProgram()
        let claims = [
            IdentityClaim(kind: "email", value: "a@example.jp"),
            IdentityClaim(kind: "email", value: "A@Example.jp"),
        ]
        let replies = try program.execute([
            .join("a", card: .card(1)), .importing("b", claims, points: 9),
        ])
        #expect(replies.map { $0.refusal?.code } == [nil, nil])
        #expect(replies.last?.receipt?.entry.after.available == 9)
        #expect(try program.number("SELECT count(*) FROM identities WHERE kind = 'email'") == 1)
    }
}
