import PointsCore
import Testing

@testable import PointsEngine

struct DayCloseTests {
    @Test func `ends lots at the cut-over whether or not the day is closed`() throws {
        let program = try TestProgram()
        try program.receipt(.join("a", card: .card(1)))
        try program.receipt(.grant("b", to: .card(1), 30, expiresOn: .day("2026-06-01")))
        program.now = .tokyo("06-02 04:59")
        #expect(try program.balance(.card(1)).spendable == 30)
        program.now = .tokyo("06-02 05:00")
        #expect(try program.balance(.card(1)).spendable == 0)
        #expect(
            try program.refusal(.adjust("c", .card(1), by: -30))?.code == .insufficientPoints)
        let sealed = try program.receipt(.close("z", "2026-06-01"))
        #expect(sealed.entry.position.number == 5)
        let after = try program.balance(.card(1))
        #expect(after.available == 0)
        #expect(after.spendable == 0)
    }

    @Test func `writes down holds that ran out and pending points that are due`() throws {
        let program = try TestProgram(CheckRules.lateConfirmation)
        try program.execute([
            .join("a", card: .card(1)), .grant("b", to: .card(1), 30), .hold("c", .card(1), 20),
            .sale("d", to: .card(1), order: "1", yen: 1_100, channel: "ec"),
            .confirm("e", "1"),
        ])
        #expect(try program.balance(.card(1)).pending == 10)
        program.now = .tokyo("06-01 12:30")
        // Half an hour is over: the hold no longer binds, though nobody has written it down.
        #expect(try program.balance(.card(1)).spendable == 30)
        program.now = .tokyo("06-08 05:00")
        for day in 1...7 { try program.receipt(.close("z\(day)", "2026-06-0\(day)")) }
        let balance = try program.balance(.card(1))
        #expect(balance.available == 40)
        #expect(balance.pending == 0)
        #expect(balance.held == 0)
        let history = try program.reply(to: .history(.card(1), limit: 2))
        guard case .history(let entries, _) = history else { return }
        #expect(entries.map(\.event.name) == ["points.confirm", "hold.timeout"])
        #expect(entries.map(\.cause.occurredAt) == [.tokyo("06-08 05:00"), .tokyo("06-01 12:30")])
        #expect(
            entries.map(\.cause.businessDay) == [.day("2026-06-08"), .day("2026-06-01")])
    }

    @Test func `closes a day once`() throws {
        let program = try TestProgram()
        try program.receipt(.join("a", card: .card(1)))
        program.now = .tokyo("06-02 06:00")
        let first = try program.receipt(.close("z", "2026-06-01"))
        let count = try program.entryCount
        #expect(try program.receipt(.close("z", "2026-06-01")) == first.replayed)
        // Another key is another command; it finds the day sealed and answers with its seal.
        #expect(try program.receipt(.close("y", "2026-06-01")) == first)
        #expect(try program.entryCount == count)
        #expect(try program.refusal(.close("z", "2026-06-02")) == .idempotencyConflict(key: "z"))
    }

    @Test func `refuses a day that has not come and one behind an open day`() throws {
        let program = try TestProgram()
        try program.receipt(.join("a", card: .card(1)))
        program.now = .tokyo("06-03 06:00")
        let before = try Snapshot(program.engine)
        #expect(try program.refusal(.close("z", "2026-06-04"))?.code == .dayNotClosable)
        #expect(try program.refusal(.close("z", "2026-06-02"))?.code == .dayNotClosable)
        #expect(try Snapshot(program.engine) == before)
        #expect(try program.refusal(.close("z", "2026-06-01")) == nil)
        #expect(try program.refusal(.close("y", "2026-06-03"))?.code == .dayNotClosable)
        #expect(try program.refusal(.close("y", "2026-06-02")) == nil)
    }

    @Test func `begins with the first day on which anything is booked`() throws {
        let program = try TestProgram()
        try program.receipt(.join("a", card: .card(1)))
        try program.receipt(
            .sale("s", to: nil, order: "1", yen: 1_100, at: .tokyo("05-30 12:00")))
        program.now = .tokyo("06-02 06:00")
        let refusal = try program.refusal(.close("z", "2026-06-01"))
        #expect(refusal?.code == .dayNotClosable)
        #expect(refusal?.message.contains("2026-05-30") == true)
        for day in ["2026-05-30", "2026-05-31", "2026-06-01"] {
            try program.receipt(.close("z \(day)", day))
        }
        // A day before the first one has no seal to answer with, and never gets one.
        #expect(try program.refusal(.close("y", "2026-05-29"))?.code == .dayNotClosable)
        #expect(try program.verification().differences == [])
    }

    @Test func `asks its own clock whether a day has come`() throws {
        let program = try TestProgram()
        try program.receipt(.join("a", card: .card(1)))
        program.now = .tokyo("06-01 13:00")
        try program.receipt(.close("y", "2026-06-01"))
        let refusal = try program.refusal(.close("z", "2026-06-02", at: .tokyo("06-02 12:00")))
        #expect(refusal?.code == .dayNotClosable)
    }

    @Test func `books what comes late on the first open day`() throws {
        let program = try TestProgram()
        try program.receipt(.join("a", card: .card(1)))
        program.now = .tokyo("06-03 06:00")
        try program.receipt(.close("y", "2026-06-01"))
        let late = Instant.tokyo("06-01 13:00")
        let sale = try program.receipt(
            .sale("s", to: .card(1), order: "1", yen: 1_100, at: late))
        #expect(sale.entry.cause.businessDay == .day("2026-06-02"))
        #expect(sale.entry.cause.occurredAt == late)
        #expect(sale.entry.cause.recordedAt == program.now)
        let own = try program.receipt(
            .sale("t", to: .card(1), order: "2", yen: 1_100, at: .tokyo("06-03 05:00")))
        #expect(own.entry.cause.businessDay == .day("2026-06-03"))
    }

    @Test(arguments: [UInt64](11...13))
    func `seals what the journal adds up to`(seed: UInt64) throws {
        let program = try TestProgram()
        var history = RandomHistory(seed: seed)
        try history.run(on: program, batches: 30)
        var seals: [DayClosed] = []
        var day = try program.engine.projections.program.openDay ?? .day("2026-06-01")
        let last = day.adding(days: 6)
        program.now = max(program.now, .tokyo("06-30 06:00"))
        while day < last {
            let receipt = try program.receipt(.close("close \(day)", "\(day)"))
            guard case .dayClosed(let seal) = receipt.entry.event else { return }
            seals.append(seal)
            day = day.adding(days: 1)
        }
        #expect(!seals.isEmpty)
        let postings = try program.postings()
        for seal in seals {
            var sums: [DayTotal: Int64] = [:]
            for posting in postings where posting.day == seal.day {
                let account = DayTotal(
                    account: posting.total.account, channel: posting.total.channel, points: 0)
                sums[account, default: 0] += posting.total.points
            }
            let totals = sums.map { total, points in
                DayTotal(account: total.account, channel: total.channel, points: points)
            }
            #expect(Set(seal.totals) == Set(totals), "seed \(seed), \(seal.day)")
            #expect(seal.totals.reduce(0) { $0 + $1.points } == 0)
        }
    }

    @Test func `closes a day of more members than one commit settles`() throws {
        let program = try TestProgram()
        let count = Int(EngineLimits.closeMembersPerStep) + 5
        try program.execute((1...count).map { .join("j\($0)", card: .card($0)) })
        try program.execute(
            (1...count).map {
                .grant("g\($0)", to: .card($0), 7, expiresOn: .day("2026-06-01"))
            })
        program.now = .tokyo("06-02 05:00")
        try program.receipt(.close("z", "2026-06-01"))
        #expect(try program.entryCount == Int64(1 + 3 * count + 1))
        #expect(try program.balance(.card(count)).available == 0)
    }
}
