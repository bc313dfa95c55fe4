import PointsCore
import Testing

@testable import PointsEngine

/// The close of a day beside live commands.
struct DayClosingTests {
    private let close = Command.close("z", "2026-06-01")

    private func morningAfter(_ members: Int) throws -> TestProgram {
        let program = try TestProgram()
        try program.enrol(members)
        program.now = .tokyo("06-02 06:00")
        try program.closeInSmallSteps()
        return program
    }

    @Test func `answers others between its steps`() throws {
        let program = try morningAfter(10)
        let ticket = try program.begin(close)
        var pieces = 0
        var result: Result<Reply, Refusal>?
        while result == nil {
            try program.engine.work()
            pieces += 1
            result = try program.engine.takeAnswers().first { $0.ticket == ticket }?.result
            let sale = Command.sale("s\(pieces)", to: .card(1), order: "\(pieces)", yen: 1_100)
            #expect(try program.live([sale]).first?.receipt?.isReplay == false)
        }
        #expect(pieces == 6, "two entries a step, and then the seal")
        #expect(try program.seal(result).day == .day("2026-06-01"))
        #expect(try program.balance(.card(1)).available == 10 * Int64(pieces))
        #expect(try program.balance(.card(10)).available == 0)
        #expect(try program.verification().differences == [])
    }

    @Test func `carries out what comes behind it in the same batch at once`() throws {
        let program = try morningAfter(3)
        let batch: [Command] = [
            .grant("a", to: .card(1), 5), close, .grant("b", to: .card(1), 6),
        ]
        let outcomes = try program.engine.submit(batch[...])
        let isLater = outcomes.map { if case .later = $0 { true } else { false } }
        #expect(isLater == [false, true, false])
        #expect(try program.balance(.card(1)).available == 11)
        #expect(try program.workToTheEnd().answers.count == 1)
    }

    @Test func `runs to its end before what comes behind it when everything is asked for in order`()
        throws
    {
        let program = try morningAfter(10)
        let replies = try program.execute([
            close, .close("y", "2026-06-02"), .sale("s", to: .card(1), order: "1", yen: 1_100),
        ])
        #expect(replies.allSatisfy { $0.receipt != nil })
        #expect(replies.last?.receipt?.entry.cause.businessDay == .day("2026-06-03"))
        #expect(try !program.engine.hasWork)
    }

    // MARK: - Several requests

    @Test func `is one for all who ask for the same day`() throws {
        let program = try morningAfter(5)
        let other = Command.close("y", "2026-06-01")
        let tickets = try [close, other, close].map { try program.begin($0) }
        let answers = try program.workToTheEnd().answers
        let receipts = tickets.map { answers[$0]?.receipt }
        #expect(receipts.map(\.?.isReplay) == [false, false, true])
        #expect(Set(receipts.map(\.?.entry)).count == 1)
        #expect(try program.entryCount == 1 + 2 * 5 + 5 + 1)
        // Who asks now is answered at once.
        #expect(try program.engine.submit([other]).count == 1)
        #expect(try program.receipt(other) == receipts[1])
    }

    @Test func `judges another day when its turn comes`() throws {
        let program = try morningAfter(5)
        let first = try program.begin(close)
        let third = try program.begin(.close("c", "2026-06-04"))
        let second = try program.begin(.close("b", "2026-06-02"))
        let again = try program.begin(.close("a", "2026-06-01"))
        program.now = .tokyo("06-03 06:00")
        let answers = try program.workToTheEnd().answers
        #expect(try program.seal(answers[first]).day == .day("2026-06-01"))
        #expect(answers[third]?.refusal?.code == .dayNotClosable)
        #expect(try program.seal(answers[second]).day == .day("2026-06-02"))
        #expect(answers[again]?.receipt?.entry == answers[first]?.receipt?.entry)
        #expect(try program.verification().differences == [])
    }

    @Test func `refuses one request more than may wait`() throws {
        let program = try morningAfter(5)
        let first = try program.begin(close)
        for number in 0..<EngineLimits.closeRequestsMax {
            _ = try program.begin(.close("y\(number)", "2026-06-01"))
        }
        #expect(try program.live([.close("x", "2026-06-01")]).first?.refusal?.code == .busy)
        let answers = try program.workToTheEnd().answers
        #expect(answers.count == EngineLimits.closeRequestsMax + 1)
        #expect(answers.values.allSatisfy { $0.receipt?.entry == answers[first]?.receipt?.entry })
    }

    @Test func `does not seal under a key that another command has taken`() throws {
        let program = try morningAfter(5)
        let ticket = try program.begin(close)
        let other = try program.begin(.close("y", "2026-06-01"))
        try program.live([.grant("z", to: .card(1), 5)])
        let answers = try program.workToTheEnd().answers
        #expect(answers[ticket]?.refusal == .idempotencyConflict(key: "z"))
        #expect(try program.seal(answers[other]).day == .day("2026-06-01"))
        #expect(try program.verification().differences == [])
    }

    // MARK: - What comes late

    @Test
    func `counts on the day what comes late before the seal and on the next what comes after`()
        throws
    {
        let program = try morningAfter(6)
        let ticket = try program.begin(close)
        try program.engine.work()
        let late = Instant.tokyo("06-01 13:00")
        let before = try program.live([
            .sale("s", to: .card(1), order: "1", yen: 1_100, at: late),
            .sale("t", to: .card(6), order: "2", yen: 1_100, at: late),
        ])
        #expect(before.allSatisfy { $0.receipt?.entry.cause.businessDay == .day("2026-06-01") })
        let seal = try program.seal(try program.workToTheEnd().answers[ticket])
        let after = try program.receipt(.sale("u", to: .card(1), order: "3", yen: 1_100, at: late))
        #expect(after.entry.cause.businessDay == .day("2026-06-02"))
        let earned = seal.totals.filter { $0.channel == "store" && $0.account == .available }
        #expect(earned.map(\.points) == [20])
        #expect(try program.verification().differences == [])
    }

    @Test func `goes back to members for whom a late command made something due`() throws {
        let program = try morningAfter(6)
        let ticket = try program.begin(close)
        try program.engine.work()
        #expect(try program.balance(.card(1)).available == 0)
        let late = Instant.tokyo("06-01 13:00")
        let last = CivilDate.day("2026-06-01")
        try program.live([
            .grant("a", to: .card(1), 9, expiresOn: last, at: late),
            .grant("b", to: .card(2), 9, expiresOn: last, at: late),
            .hold("c", .card(2), 4, until: .tokyo("06-01 14:00"), at: late),
        ])
        let result = try program.workToTheEnd().answers[ticket]
        #expect(try program.seal(result).day == last)
        for card in 1...6 {
            let balance = try program.balance(.card(card))
            #expect(balance.available == 0)
            #expect(balance.held == 0)
        }
        let expired = try program.postings().map(\.total).filter { total in
            if case .expired = total.account { true } else { false }
        }
        #expect(expired.reduce(0) { $0 + $1.points } == 6 * 7 + 2 * 9)
        #expect(try program.verification().differences == [])
    }

    @Test func `ends though somebody joins after every step`() throws {
        let program = try morningAfter(6)
        _ = try program.begin(close)
        var pieces = 0
        while try program.engine.hasWork {
            try program.engine.work()
            pieces += 1
            try #require(pieces < 20)
            try program.live([.join("n\(pieces)", card: .card(100 + pieces))])
        }
        #expect(try program.verification().differences == [])
    }

    @Test func `passes over exactly those for whom nothing is due`() throws {
        for seed in UInt64(1)...4 {
            let program = try TestProgram(CheckRules.lateConfirmation)
            var history = RandomHistory(seed: seed)
            try history.run(on: program, batches: 40)
            let engine = try program.engine
            let day = engine.calendar.businessDay(of: program.now).adding(days: 20)
            let moment = engine.calendar.end(of: day)
            let situation = try engine.situation(for: .close("z", "\(day)")).at(moment)
            let horizon = DueHorizon(closing: day, at: moment, under: situation.program)
            var expected: [Int64] = []
            for number in 0..<engine.projections.program.memberCount {
                let member = try #require(try engine.projections.member(number + 1))
                var desk = Desk(member, in: situation)
                try desk.settle()
                if !desk.entries.isEmpty { expected.append(number + 1) }
            }
            #expect(!expected.isEmpty, "seed \(seed)")
            for isFlushed in [false, true] {
                if isFlushed { try engine.projections.flush() }
                let all = 1...engine.projections.program.memberCount
                let due = try engine.projections.members(in: all, due: horizon, atMost: 1_000)
                let settled = try due.numbers.filter { number in
                    let member = try #require(try engine.projections.member(number))
                    return !horizon.erases(MemberDue(member))
                }
                #expect(settled == expected.filter(settled.contains), "seed \(seed)")
                #expect(Set(expected).isSubset(of: due.numbers), "seed \(seed)")
            }
        }
    }
}
