import PointsCore
import PointsEngine
import PointsRules
import PointsStore
import Testing

struct BacktestTests {
    /// Two members' sales on three days, one to nobody, one voided, half of one back.
    private func smallProgram() throws -> TestProgram {
        let program = try TestProgram()
        let replies = try program.execute([
            .join("a", card: .card(1)), .grant("g", to: .card(1), 1_000),
            .join("b", card: .card(2)),
            .sale("1", to: .card(1), order: "1", yen: 1_078),
            .sale("2", to: .card(1), order: "2", yen: 2_200, quantity: 2, redeem: 100),
            .takeBack("2b", "2", pieces: 1),
            .sale("3", to: .card(2), order: "3", yen: 1_100, channel: "ec"),
            .sale("4", to: nil, order: "4", yen: 1_100),
            .sale("5", to: .card(2), order: "5", yen: 5_500), .void("5v", "5"),
        ])
        #expect(replies.allSatisfy { $0.refusal == nil })
        return program
    }

    @Test func `comes to what a person reckons`() throws {
        let test = try Backtest(CheckRules.generousDraft(), on: smallProgram())
        // 980 yen; 1,000 yen of which 90 are tax; 1,000 yen; nobody; nothing left.
        #expect(test.points == [[9, 14], [9, 13], [10, 15], [0, 0], [0, 0]])
        #expect(
            try test.part("seen")
                == #"{"purchases":5,"members":2,"anonymous":1,"whole":3,"partlyReturned":1,"returned":0,"voided":1,"pieces":6,"piecesBack":2}"#
        )
        #expect(
            try test.part("total")
                == #"{"purchases":5,"payable":4278,"active":{"points":28,"cost":28,"ratePercent":"0.655"},"draft":{"points":42,"cost":42,"ratePercent":"0.982"},"difference":{"points":14,"cost":14}}"#
        )
        #expect(
            try test.part("channels")
                == #"[{"channel":"ec","purchases":1,"payable":1100,"active":{"points":10,"cost":10,"ratePercent":"0.909"},"draft":{"points":15,"cost":15,"ratePercent":"1.364"},"difference":{"points":5,"cost":5}},{"channel":"store","purchases":4,"payable":3178,"active":{"points":18,"cost":18,"ratePercent":"0.566"},"draft":{"points":27,"cost":27,"ratePercent":"0.850"},"difference":{"points":9,"cost":9}}]"#
        )
        #expect(
            try test.part("rules")
                == #"[{"rule":"earn/base","title":{"ja":"基本ポイント","en":"Base points"},"active":{"purchases":3,"points":28,"cost":28},"draft":{"purchases":3,"points":42,"cost":42},"difference":{"points":14,"cost":14}}]"#
        )
        #expect(
            try test.part("booked")
                == #"{"pointsAtSale":88,"points":28,"differing":{"purchases":0,"points":0,"examples":[]}}"#
        )
        #expect(
            try test.part("redemption")
                == #"{"purchases":1,"points":100,"notAllowed":{"purchases":1,"points":100,"aboveMax":0,"belowMin":1,"notInUnits":0}}"#
        )
    }

    @Test func `names who gains and how many sales change by how much`() throws {
        let test = try Backtest(CheckRules.generousDraft(), on: smallProgram(), top: 1)
        let members = test.report.members
        #expect([members.gaining, members.losing, members.staying] == [2, 0, 0])
        #expect(members.winners.map { [$0.active, $0.draft, $0.difference] } == [[18, 27, 9]])
        #expect(members.winners.first?.id.number == 1 && members.losers.isEmpty)
        let changed = test.report.bands.filter { $0.sales > 0 }
        #expect(changed.map { [$0.from, $0.to, $0.sales] } == [[0, 0, 2], [1, 9, 3]])
        #expect(changed.map(\.points) == [0, 14])
    }

    @Test func `the other way round the same members lose`() throws {
        let program = try smallProgram()
        let forth = try Backtest(CheckRules.generousDraft(), on: program)
        let back = try Backtest(
            CheckRules.draft(), on: program, against: CheckRules.generousDraft())
        #expect(back.points == forth.points.map { $0.reversed() })
        #expect(back.report.members.losers.map(\.id) == forth.report.members.winners.map(\.id))
        #expect(back.report.members.losing == 2)
        // What was booked proves nothing about rules by which nobody judged.
        #expect(try back.part("booked") == #"{"pointsAtSale":88,"points":28}"#)
        #expect(
            try back.part("active").contains(
                Hexadecimal.text(of: CheckRules.generousDraft().ruleset.hash)))
    }

    @Test func `takes the business days of the sales, both ends included`() throws {
        let program = try TestProgram()
        try program.execute([.join("a", card: .card(1), at: .tokyo("05-01 12:00"))])
        let moments = ["05-10 04:59", "05-10 05:00", "05-12 04:59", "05-12 05:00"]
        for moment in moments {
            program.now = .tokyo(moment)
            try program.execute([.sale(moment, to: .card(1), order: moment, yen: 1_100)])
        }
        // It reaches the journal after the day was closed, and is booked on a later one.
        program.now = .tokyo("05-31 12:00")
        try program.execute([
            .close("c", "2026-05-10"),
            .sale("late", to: .card(1), order: "late", yen: 3_300, at: .tokyo("05-10 12:00")),
        ])
        let test = try Backtest(
            CheckRules.draft(), on: program, from: "2026-05-10", to: "2026-05-11")
        #expect(test.points == [[10, 10], [10, 10], [30, 30]])
        #expect(try test.part("months").contains(#"[{"month":"2026-05","purchases":3,"#))
    }

    @Test func `judges each sale by the rules under which it was sold`() throws {
        let program = try smallProgram()
        try program.close(flushing: true)
        let later = try CheckRules.files([
            ("earn/base.json", #""points": 1, "per": 100"#, #""points": 2, "per": 100"#),
            ("earn/base.json", #"{"points": 9}"#, #"{"points": 19}"#),
            ("earn/point-up-day.json", #"{"points": 27}"#, #"{"points": 57}"#),
        ])
        let engine = try Engine(
            path: program.path,
            setup: EngineSetup(
                rules: RulesSource(
                    ruleset: later.ruleset(), content: later.canonicalBytes),
                readRules: CheckRules.read, checkRules: RulesetSource.check,
                compareRules: CheckRules.compare, clock: { .tokyo("06-02 12:00") },
                randomBits: { 1 }))
        _ = engine.execute([.sale("n", to: .card(2), order: "n", yen: 11_000)])
        let test = try Backtest(CheckRules.draft(), on: program)
        #expect(test.report.sets.map(\.sales).sorted() == [1, 5])
        #expect(test.report.total.active.points == 228 && test.report.total.active.cost == 228)
        #expect(test.report.total.draft.points == 128 && test.report.total.draft.cost == 128)
    }

    @Test func `a card that nobody registered earns where the rules say so`() throws {
        let program = try TestProgram()
        try program.execute([
            .join("a", card: .card(1), provisional: true),
            .sale("1", to: .card(1), order: "1", yen: 1_100),
        ])
        let draft = try CheckRules.draft([
            ("program.json", #""provisional": {"earn": true"#, #""provisional": {"earn": false"#)
        ])
        #expect(try Backtest(draft, on: program).points == [[10, 0]])
    }

    @Test func `a period without a sale has an empty report`() throws {
        let test = try Backtest(
            CheckRules.draft(), on: smallProgram(), from: "2027-01-01", to: "2027-01-31")
        #expect(test.sales.isEmpty && test.report.months.isEmpty && test.report.rules.isEmpty)
        #expect(
            try test.part("total")
                == #"{"purchases":0,"payable":0,"active":{"points":0,"cost":0},"draft":{"points":0,"cost":0},"difference":{"points":0,"cost":0}}"#
        )
    }

    @Test(arguments: [0, 1])
    func `ends when nobody wants the rest`(_ steps: Int) throws {
        let program = try smallProgram()
        let draft = try CheckRules.draft().ruleset
        let request = BacktestRequest(
            days: .day("2026-01-01") ... .day("2026-12-31"), draft: draft,
            readRules: CheckRules.read)
        var told = 0
        let isWhole = try Engine.backtest(
            path: program.path, request,
            progress: { _ in
                told += 1
                return told <= steps
            },
            { _ in })
        #expect(!isWhole && told == steps + 1)
    }
}
