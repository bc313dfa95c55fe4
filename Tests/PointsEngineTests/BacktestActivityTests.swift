import PointsCore
import PointsEngine
import PointsRules
import TestSupport
import Testing

/// What members did besides buying, in a back-test.
struct BacktestActivityTests {
    private static func review(
        _ parts: String, points: Int = 50, to base: RulesSource? = nil
    ) throws -> RulesetSource {
        try CheckRules.adding(
            [
                "activities/review":
                    #""activity": "review", \#(parts) "award": {"type": "fixed", "points": \#(points)}"#
            ], to: base)
    }

    /// Four reviews, two of them about the same, at 50 points and at most 80 a day; and a sale for 10 points.
    private static func program() throws -> TestProgram {
        let program = try TestProgram(ActivityProgram.source())
        try program.execute([
            .join("a", card: .card(1)), .join("b", card: .card(2)),
            .activity("1", of: .card(1), subject: "x"),
            .activity("2", of: .card(1), subject: "x"),
            .activity("3", of: .card(1), subject: "y", channel: nil),
            .activity("4", of: .card(2), subject: "x"),
            .activity("5", of: .card(2), "survey"),
            .sale("s", to: .card(2), order: "s", yen: 1_100),
        ])
        return program
    }

    @Test func `comes to what a person reckons`() throws {
        let draft = try Self.review(#""oncePer": "subject","#, points: 20).checked()
        let test = try Backtest(draft, on: Self.program())
        #expect(test.activityPoints == [[50, 20], [30, 0], [0, 20], [50, 20], [0, 0]])
        #expect(test.points == [[10, 10]])
        #expect(
            try test.part("activities")
                == #"{"recorded":5,"active":{"points":130,"cost":130},"draft":{"points":60,"cost":60},"difference":{"points":-70,"cost":-70},"names":[{"activity":"review","recorded":4,"active":{"points":130,"cost":130},"draft":{"points":60,"cost":60},"difference":{"points":-70,"cost":-70}},{"activity":"survey","recorded":1,"active":{"points":0,"cost":0},"draft":{"points":0,"cost":0},"difference":{"points":0,"cost":0}}],"rules":[{"rule":"activities/review","title":{"ja":"案","en":"activities/review title"},"active":{"times":3,"points":130,"cost":130},"draft":{"times":3,"points":60,"cost":60},"difference":{"points":-70,"cost":-70}}]}"#
        )
        // Sales stay by themselves; members get all of it.
        #expect(test.report.total.active.points == 10 && test.report.rules.count == 1)
        let losers = test.report.members.losers
        #expect(
            losers.map { [$0.id.number, $0.active, $0.draft] } == [[1, 80, 40], [2, 60, 30]])
        for language in Language.allCases {
            let title = language.pick("購入以外の活動", "Activities besides buying")
            #expect(test.report.text(in: language).contains(title + "\n"))
            #expect(test.report.page(in: language).contains("<h2>\(title)</h2>"))
        }
    }

    @Test func `what was cheaper for some is dearer the other way round`() throws {
        let draft = try Self.review(#""oncePer": "subject","#, points: 20).checked()
        let active = try RulesetSource(
            canonicalBytes: ActivityProgram.source().content
        ).checked()
        let test = try Backtest(active, on: Self.program(), against: draft)
        #expect(test.activityPoints == [[20, 50], [0, 30], [20, 0], [20, 50], [0, 0]])
        #expect(test.report.members.winners.map(\.difference) == [40, 30])
    }

    @Test(arguments: [
        (#"[{"points": 70, "per": "member"}]"#, [50, 20, 0, 50, 0] as [Int64]),
        (#"[{"points": 120, "per": "campaign"}]"#, [50, 50, 20, 0, 0]),
    ])
    func `a draft keeps its caps, and takes only the days of the period`(
        _ caps: String, _ expected: [Int64]
    ) throws {
        let program = try Self.program()
        let draft = try Self.review(#""caps": \#(caps),"#).checked()
        #expect(
            try Backtest(draft, on: program).activities.map(\.draft.points) == expected)
        program.now = .tokyo("06-02 12:00")
        try program.execute([.activity("6", of: .card(1))])
        let later = try Backtest(draft, on: program, from: "2026-06-02")
        #expect(later.activityPoints == [[50, 50]])
    }

    @Test func `a draft without rules for activities gives nothing for them`() throws {
        let test = try Backtest(CheckRules.draft(), on: Self.program())
        #expect(test.activityPoints.map { $0[1] } == [0, 0, 0, 0, 0])
        #expect(test.report.activities.total.recorded == 5)
        #expect(test.report.members.losing == 2)
        let none = try Backtest(CheckRules.draft(), on: TestProgram())
        #expect(!none.report.text(in: .en).contains("Activities"))
    }

    // MARK: Where the member stood

    @Test func `is judged by the rank, the membership and the birthday of its moment`() throws {
        let program = try TestProgram(TierProgram.source())
        let june = Profile(values: ["birthDate": "1990-06-15"])
        try program.execute([
            .join("a", card: .card(1), profile: june), .join("b", card: .card(2)),
            .activity("1", of: .card(1)),
            .sale("2", to: .card(1), order: "2", yen: 11_000),
        ])
        program.now = .tokyo("06-02 12:00")
        try program.execute([
            .activity("3", of: .card(1)), .activity("4", of: .card(2)),
            // Late: from before the rise.
            .activity("5", of: .card(1), at: .tokyo("06-01 11:00")),
        ])
        // Silver is kept through the end of June, but not by who leaves.
        program.now = .tokyo("06-20 12:00")
        try program.execute([
            .withdraw("6", .card(.card(1))), .rejoin("7", card: .card(1)),
            .activity("8", of: .card(1)),
        ])
        program.now = .tokyo("07-05 12:00")
        try program.execute([.activity("9", of: .card(1))])
        func given(_ condition: String) throws -> [Int64] {
            let draft = try Self.review(#""when": {\#(condition)},"#).checked()
            return try Backtest(draft, on: program).activities.map(\.draft.points)
        }
        #expect(try given(#""tier": "silver""#) == [0, 50, 0, 0, 0, 0])
        #expect(try given(#""tier": "regular""#) == [50, 0, 50, 50, 50, 50])
        #expect(try given(#""memberSince": {"minDays": 1}"#) == [0, 50, 50, 0, 0, 50])
        #expect(try given(#""birthdayMonth": true"#) == [50, 50, 0, 50, 50, 0])
        let draft = try Self.review(#""when": {"birthdayMonth": true},"#).checked()
        let test = try Backtest(draft, on: program)
        #expect(try test.part("unasked") == #"{"purchases":0,"activities":1}"#)
    }

    @Test func `a card that nobody registered earns where the rules say so`() throws {
        let program = try TestProgram(ActivityProgram.source())
        try program.execute([
            .join("a", card: .card(1), provisional: true), .activity("1", of: .card(1)),
        ])
        let strict = try CheckRules.source([
            #""provisional": {"earn": true"#: #""provisional": {"earn": false"#
        ])
        #expect(
            try Backtest(try Self.review("", to: strict).checked(), on: program).activityPoints
                == [[50, 0]])
    }

    // MARK: Whatever happens

    /// Rules for reviews by rank, by membership, once for a subject and under caps.
    private static func manyRules() throws -> RulesetSource {
        let rules = [
            ("rank", #""when": {"tier": ["silver", "gold"]},"#, 7),
            ("newcomer", #""when": {"memberSince": {"maxDays": 9}},"#, 11),
            ("birthday", #""when": {"birthdayMonth": true},"#, 13),
            ("once", #""oncePer": "subject","#, 17),
            ("capped", #""caps": [{"points": 50, "per": "month"}],"#, 19),
            ("budget", #""caps": [{"points": 400, "per": "campaign"}],"#, 23),
        ].map { name, parts, points in
            (
                "activities/\(name)",
                #""activity": "review", "stacking": {"group": "\#(name)"}, \#(parts) "award": {"type": "fixed", "points": \#(points)}"#
            )
        }
        return try CheckRules.adding(
            Dictionary(uniqueKeysWithValues: rules), to: TierProgram.source())
    }

    @Test(arguments: 1...4 as ClosedRange<UInt64>)
    func `the same draft changes nothing, and the parts add up`(_ seed: UInt64) throws {
        var random = SeededGenerator(seed: seed)
        let rules = try Self.manyRules()
        let program = try TestProgram(rules.forEngine())
        for card in 1...6 {
            let month = Int.random(in: 5...8, using: &random)
            try program.receipt(
                .join(
                    "j\(card)", card: .card(card),
                    profile: Profile(values: ["birthDate": "1990-0\(month)-15"])))
        }
        for step in 1...200 {
            program.now = program.now.adding(seconds: Int64.random(in: 1...60_000, using: &random))
            let card = String.card(Int.random(in: 1...6, using: &random))
            switch Int.random(in: 0..<12, using: &random) {
            case 0..<6:
                let subject = ["x", "y", nil].randomElement(using: &random) ?? nil
                let late = Bool.random(using: &random)
                try program.execute([
                    .activity(
                        "\(step)", of: card, subject: subject,
                        at: late ? program.now.adding(seconds: -200_000) : nil)
                ])
            case 6..<10:
                let yen = Int64.random(in: 1...20_000, using: &random)
                try program.execute([.sale("\(step)", to: card, order: "\(step)", yen: yen)])
            case 10: try program.execute([.void("\(step)", "\(step - 1)")])
            default:
                try program.execute([
                    .withdraw("\(step)", .card(card)), .rejoin("\(step)r", card: card),
                ])
            }
        }
        let test = try Backtest(rules.checked(), on: program)
        #expect(test.activities.count > 60)
        for activity in test.activities {
            #expect(activity.active == activity.draft, "\(activity.activity)")
        }
        let report = test.report
        #expect(report.activityRules.count == 6)
        let given = report.activities.total
        #expect(
            report.activityRules.reduce(0) { $0 + $1.row.draft.points } == given.draft.points)
        #expect(
            report.activityRules.reduce(0) { $0 + $1.row.active.cost } == given.active.cost)
        #expect(report.members.staying == 6)
        let other = try Backtest(Self.review("", points: 40).checked(), on: program).report
        let members = (other.members.winners + other.members.losers).map(\.difference)
        let sums = (other.total, other.activities.total)
        #expect(
            Int128(members.reduce(0, +))
                == sums.0.draft.points - sums.0.active.points + sums.1.draft.points
                - sums.1.active.points)
        #expect(
            other.activities.names.values.reduce(0) { $0 + $1.draft.points }
                == sums.1.draft.points)
    }
}
