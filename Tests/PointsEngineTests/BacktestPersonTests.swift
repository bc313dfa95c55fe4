import PointsCore
import PointsEngine
import PointsRules
import Testing

/// What a draft asks of a buyer: 1,100 yen earn 10 points, and a rule that applies gives 100 more.
struct BacktestPersonTests {
    private static func rule(
        _ condition: String, to base: RulesSource? = nil
    ) throws -> RulesetSource {
        try CheckRules.adding(
            [
                "earn/extra":
                    #""when": {\#(condition)}, "award": {"type": "fixed", "points": 100}"#
            ], to: base)
    }

    private static func born(_ date: String) -> Profile {
        Profile(values: ["birthDate": date])
    }

    // MARK: What the sale keeps

    @Test func `the first purchase is the one that stood first when it was sold`() throws {
        let program = try TestProgram()
        try program.execute([
            .join("a", card: .card(1)), .join("b", card: .card(2)),
            .sale("1", to: .card(1), order: "1", yen: 1_100),
            .sale("2", to: .card(1), order: "2", yen: 1_100),
            .sale("3", to: .card(2), order: "3", yen: 1_100), .void("3v", "3"),
            .sale("4", to: .card(2), order: "4", yen: 1_100),
            .sale("5", to: nil, order: "5", yen: 1_100),
        ])
        let test = try Backtest(try Self.rule(#""firstPurchase": true"#).checked(), on: program)
        #expect(test.points == [[10, 110], [10, 10], [0, 0], [10, 110], [0, 0]])
    }

    @Test func `membership is counted to the day of the sale`() throws {
        let program = try TestProgram()
        try program.execute([
            .join("a", card: .card(1), at: .tokyo("05-01 12:00")),
            .join("b", card: .card(2), at: .tokyo("05-25 12:00")),
            .sale("1", to: .card(1), order: "1", yen: 1_100),
            .sale("2", to: .card(2), order: "2", yen: 1_100),
        ])
        program.now = .tokyo("06-20 12:00")
        try program.execute([.sale("3", to: .card(2), order: "3", yen: 1_100, channel: "ec")])
        let draft = try Self.rule(#""memberSince": {"maxDays": 20}"#).checked()
        #expect(try Backtest(draft, on: program).points == [[10, 10], [10, 110], [10, 10]])
    }

    @Test func `ranks have their rows, their winners and their losers`() throws {
        let program = try TestProgram(TierProgram.source())
        try program.execute([
            .join("a", card: .card(1)), .join("b", card: .card(2)), .join("c", card: .card(3)),
            .sale("1", to: .card(1), order: "1", yen: 11_000),
        ])
        program.now = .tokyo("06-02 12:00")
        try program.execute([
            .sale("2", to: .card(1), order: "2", yen: 1_100),
            .sale("3", to: .card(2), order: "3", yen: 1_100),
            .sale("4", to: .card(3), order: "4", yen: 3_300),
        ])
        // Half the points, and 100 for silver.
        let half = try CheckRules.files([
            ("earn/base.json", #""points": 1, "per": 100"#, #""points": 1, "per": 200"#)
        ])
        let draft = try Self.rule(#""tier": "silver""#, to: half.forEngine()).checked()
        let test = try Backtest(draft, on: program)
        #expect(test.points == [[100, 50], [10, 105], [10, 5], [30, 15]])
        let tiers = test.report.tiers
        #expect(tiers.map(\.name) == ["regular", "silver"])
        #expect(tiers.map(\.row.sales) == [3, 1])
        #expect(tiers.map(\.row.payable) == [15_400, 1_100])
        #expect(
            tiers.map { [$0.row.active.points, $0.row.draft.points] } == [[140, 70], [10, 105]])
        let members = test.report.members
        #expect([members.gaining, members.losing, members.staying] == [1, 2, 0])
        #expect(members.winners.map { [$0.id.number, $0.active, $0.draft] } == [[1, 110, 155]])
        #expect(
            members.losers.map { [$0.id.number, $0.active, $0.draft] } == [
                [3, 30, 15], [2, 10, 5],
            ])
    }

    // MARK: What the profile tells

    /// Born in June, in July, nobody knows when, told so that nobody can read it, and erased; and a sale to nobody.
    private static func people(_ rules: RulesSource? = nil) throws -> TestProgram {
        let program = try TestProgram(
            rules
                ?? CheckRules.source([
                    #""erasePersonalDataAfterDays": 30"#: #""erasePersonalDataAfterDays": 0"#
                ]))
        let profiles = [
            born("1990-06-15"), born("1980-07-01"), nil, born("15.6.1990"), born("1990-06-15"),
        ]
        for (place, profile) in profiles.enumerated() {
            let card = String.card(place + 1)
            try program.receipt(.join("j\(place)", card: card, profile: profile))
            try program.receipt(.sale("s\(place)", to: card, order: "\(place)", yen: 1_100))
        }
        try program.receipt(.sale("n", to: nil, order: "n", yen: 1_100))
        try program.receipt(.withdraw("w", .card(.card(5))))
        return program
    }

    @Test(arguments: [
        (#""birthdayMonth": true"#, [110, 10, 10, 10, 10, 0] as [Int64]),
        (#""not": {"birthdayMonth": true}"#, [10, 110, 110, 110, 110, 0]),
        // On 1 June the second is 45 and the first 35.
        (#""ageRange": {"min": 45, "max": 150}"#, [10, 110, 10, 10, 10, 0]),
        (#""ageRange": {"min": 0, "max": 45}"#, [110, 110, 10, 10, 10, 0]),
    ])
    func `what nobody asked at the till the profile answers`(
        _ condition: String, _ expected: [Int64]
    ) throws {
        let program = try Self.people()
        #expect(try program.number("SELECT count(*) FROM profiles") == 3)
        let draft = try Self.rule(condition).checked()
        let test = try Backtest(draft, on: program)
        #expect(test.sales.map(\.draft.points) == expected)
        #expect(test.sales.map(\.active.points) == [10, 10, 10, 10, 10, 0])
        #expect(test.sales.map(\.draft.isUnasked) == [false, false, true, true, true, false])
        #expect(try test.part("unasked") == #"{"purchases":3,"activities":0}"#)
        #expect(test.report.text(in: .en).contains("Date of birth not known\n  purchases   3\n"))
        #expect(test.report.text(in: .ja).contains("生年月日が不明"))
        #expect(test.report.page(in: .en).contains("<h2>Date of birth not known</h2>"))
        // The other side of it is asked in the same way.
        let back = try Backtest(CheckRules.draft(), on: program, against: draft)
        #expect(back.points == test.points.map { $0.reversed() })
        #expect(try back.part("unasked") == #"{"purchases":3,"activities":0}"#)
    }

    @Test func `a sale of which nothing is left is not counted as not asked`() throws {
        let program = try Self.people()
        try program.execute([.void("v", "2"), .takeBack("t", "3", pieces: nil)])
        let test = try Backtest(try Self.rule(#""birthdayMonth": true"#).checked(), on: program)
        #expect(test.sales.map(\.draft.points) == [110, 10, 0, 0, 10, 0])
        #expect(try test.part("unasked") == #"{"purchases":1,"activities":0}"#)
    }

    @Test func `nothing is said about births where nobody asks`() throws {
        let test = try Backtest(CheckRules.generousDraft(), on: Self.people())
        #expect(try test.part("unasked") == #"{"purchases":0,"activities":0}"#)
        #expect(!test.report.text(in: .en).contains("Date of birth"))
    }

    @Test func `what was asked at the till keeps its answer`() throws {
        let rules = try Self.rule(
            #""birthdayMonth": true"#,
            to: CheckRules.source([
                #""erasePersonalDataAfterDays": 30"#: #""erasePersonalDataAfterDays": 0"#
            ]))
        let program = try Self.people(rules.forEngine())
        let test = try Backtest(rules.checked(), on: program)
        #expect(
            test.points == [[110, 110], [10, 10], [10, 10], [10, 10], [110, 110], [0, 0]])
        #expect(try test.part("unasked") == #"{"purchases":0,"activities":0}"#)
        #expect(test.report.bookings.differing == 0)
    }

    @Test func `an age that the draft bounds otherwise is asked anew`() throws {
        func rules(from years: Int) throws -> RulesetSource {
            try CheckRules.adding([
                "earn/seniors":
                    #""when": {"ageRange": {"min": \#(years), "max": 150}}, "award": {"type": "multiply", "by": 2, "of": ["earn/base"]}"#
            ])
        }
        let program = try TestProgram(try rules(from: 65).forEngine())
        try program.execute([
            .join("a", card: .card(1), profile: Self.born("1950-01-01")),
            .join("b", card: .card(2), profile: Self.born("1964-01-01")),
            .sale("1", to: .card(1), order: "1", yen: 11_000),
            .sale("2", to: .card(2), order: "2", yen: 11_000),
        ])
        let test = try Backtest(try rules(from: 60).checked(), on: program)
        #expect(test.points == [[200, 200], [100, 200]])
        #expect(test.report.total.active.points == 300 && test.report.total.draft.points == 400)
    }

    @Test func `birthdays are those of the business day`() throws {
        let program = try TestProgram()
        try program.execute([
            .join("a", card: .card(1), profile: Self.born("1990-07-01"))
        ])
        for moment in ["07-01 04:59", "07-01 05:00", "08-01 04:59", "08-01 05:00"] {
            program.now = .tokyo(moment)
            try program.receipt(.sale(moment, to: .card(1), order: moment, yen: 1_100))
        }
        let month = try Backtest(try Self.rule(#""birthdayMonth": true"#).checked(), on: program)
        #expect(month.sales.map(\.draft.points) == [10, 110, 110, 10])
        let age = try Backtest(
            try Self.rule(#""ageRange": {"min": 36, "max": 36}"#).checked(), on: program)
        #expect(age.sales.map(\.draft.points) == [10, 110, 110, 110])
    }
}
