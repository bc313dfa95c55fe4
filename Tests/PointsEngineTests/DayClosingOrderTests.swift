import PointsCore
import TestSupport
import Testing

@testable import PointsEngine

/// Random commands at random places between the steps of a close.
struct DayClosingOrderTests {
    /// What a close and commands of the next morning leave, whatever their order: entries have other
    /// places, and what time has brought about bears the channel of who wrote it down.
    private struct Books: Equatable {
        var totals: [CivilDate: [Account: Int64]] = [:]
        var wallets: [Int64: [Lot]] = [:]
        var debts: [Int64: Int64] = [:]
        var held: [Int64: Int64] = [:]

        init(of program: TestProgram) throws {
            let projections = try program.engine.projections
            for day in [CivilDate.day("2026-06-01"), .day("2026-06-02")] {
                for total in try projections.day(day)?.seal.totals ?? [] {
                    totals[day, default: [:]][total.account, default: 0] += total.points
                }
            }
            for number in 1...projections.program.memberCount {
                let member = try projections.member(number)
                wallets[number] = member?.wallet.lots
                debts[number] = member?.wallet.debt
                held[number] = member?.wallet.held
            }
        }
    }

    private func evening(_ generator: inout SeededGenerator) throws -> TestProgram {
        let program = try TestProgram(CheckRules.lateConfirmation)
        let cards = 12
        try program.enrol(cards)
        for card in 1...cards {
            let key = "e\(card)"
            switch Int.random(in: 0..<4, using: &generator) {
            case 0: try program.receipt(.hold(key, .card(card), 3))
            case 1: try program.receipt(.grant(key, to: .card(card), 100))
            case 2: try program.receipt(.sale(key, to: .card(card), order: key, yen: 3_300))
            default: break
            }
        }
        return program
    }

    private func command(_ number: Int, late: Bool, _ generator: inout SeededGenerator) -> Command {
        let key = "k\(number)"
        let card = String.card(Int.random(in: 1...12, using: &generator))
        let isLate = late && Bool.random(using: &generator)
        let at: Instant? = isLate ? .tokyo("06-01 13:00") : nil
        let points = Int64.random(in: 1...50, using: &generator)
        let lastDay = CivilDate.day(isLate ? "2026-06-01" : "2026-06-30")
        switch Int.random(in: 0..<6, using: &generator) {
        case 0: return .grant(key, to: card, points, expiresOn: lastDay, at: at)
        case 1: return .adjust(key, card, by: -points, at: at)
        case 2: return .hold(key, card, points, until: isLate ? .tokyo("06-01 14:00") : nil, at: at)
        case 3: return .join(key, card: .card(100 + number))
        default:
            return .sale(
                key, to: card, order: key, yen: 110 * points,
                redeem: Bool.random(using: &generator) ? 50 : nil, at: at)
        }
    }

    /// Closes the day with the commands strewn between the steps.
    private func interleave(
        _ commands: [Command], on program: TestProgram, _ generator: inout SeededGenerator
    ) throws -> DayClosed {
        var rest = commands[...]
        let ticket = try program.begin(.close("z", "2026-06-01"))
        var result: Result<Reply, Refusal>?
        while result == nil {
            let count = Int.random(in: 0...4, using: &generator)
            try program.live(Array(rest.prefix(count)))
            rest = rest.dropFirst(count)
            try program.engine.work()
            result = try program.engine.takeAnswers().first { $0.ticket == ticket }?.result
        }
        #expect(try due(in: program) == [], "at the seal nothing is left to write down")
        try program.live(Array(rest))
        return try program.seal(result)
    }

    /// Members for whom something is due by the end of 2026-06-01.
    private func due(in program: TestProgram) throws -> [Int64] {
        let engine = try program.engine
        let situation = try engine.situation(for: .close("x", "2026-06-01"))
        let horizon = DueHorizon(
            closing: .day("2026-06-01"), at: .tokyo("06-02 05:00"), under: situation.program)
        let all = 1...engine.projections.program.memberCount
        return try engine.projections.members(in: all, due: horizon, atMost: 1_000).numbers
    }

    @Test(arguments: [UInt64](1...12))
    func `comes to the same books whatever the order`(seed: UInt64) throws {
        var generator = SeededGenerator(seed: seed)
        let program = try evening(&generator)
        let commands = (0..<30).map { command($0, late: false, &generator) }
        let copies = try (0..<3).map { _ in try TestProgram(copying: program) }
        for copy in copies { copy.now = .tokyo("06-02 06:00") }
        try copies[0].receipt(.close("z", "2026-06-01"))
        try copies[0].execute(commands)
        try copies[1].execute(commands)
        try copies[1].receipt(.close("z", "2026-06-01"))
        try copies[2].closeInSmallSteps(
            members: Int64.random(in: 1...4, using: &generator),
            entries: Int.random(in: 1...4, using: &generator))
        _ = try interleave(commands, on: copies[2], &generator)
        let books = try copies.map { try Books(of: $0) }
        #expect(books[0] == books[1], "seed \(seed)")
        #expect(books[2] == books[1], "seed \(seed)")
        for copy in copies {
            #expect(try copy.verification().differences == [], "seed \(seed)")
        }
    }

    @Test(arguments: [UInt64](21...32))
    func `leaves nothing due and seals what adds up however late commands come`(
        seed: UInt64
    ) throws {
        var generator = SeededGenerator(seed: seed)
        let program = try evening(&generator)
        program.now = .tokyo("06-02 06:00")
        try program.closeInSmallSteps(
            members: Int64.random(in: 1...4, using: &generator),
            entries: Int.random(in: 1...4, using: &generator))
        let commands = (0..<30).map { command($0, late: true, &generator) }
        let seal = try interleave(commands, on: program, &generator)
        let count = try program.entryCount
        #expect(try program.receipt(.close("y", "2026-06-01")).entry.event == .dayClosed(seal))
        #expect(try program.entryCount == count, "seed \(seed)")
        var sums: [DayTotal: Int64] = [:]
        for posting in try program.postings() where posting.day == seal.day {
            let account = DayTotal(
                account: posting.total.account, channel: posting.total.channel, points: 0)
            sums[account, default: 0] += posting.total.points
        }
        for total in seal.totals {
            let account = DayTotal(account: total.account, channel: total.channel, points: 0)
            #expect(sums.removeValue(forKey: account) == total.points, "seed \(seed)")
        }
        #expect(sums.isEmpty, "seed \(seed)")
        let crashed = try TestProgram(copying: program)
        #expect(try crashed.verification().differences == [], "seed \(seed)")
    }
}
