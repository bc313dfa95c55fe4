import PointsCore
import PointsRules
import Testing

/// Caps over several orders in a back-test: 1,100 yen earn 10 points, and a rule with a cap gives 30 more.
struct BacktestCapTests {
    private static func rule(_ points: Int, per scope: String) throws -> RulesetSource {
        try CheckRules.adding([
            "earn/extra":
                #""award": {"type": "fixed", "points": 30}, "caps": [{"points": \#(points), "per": "\#(scope)"}]"#
        ])
    }

    /// Sales to two members in turn, the fourth a month later; the sixth is voided.
    private static func program(_ rules: RulesetSource? = nil) throws -> TestProgram {
        let program = try TestProgram(try rules?.forEngine() ?? CheckRules.source())
        try program.execute([.join("a", card: .card(1)), .join("b", card: .card(2))])
        for (place, card) in [1, 1, 2, 1, 2, 2].enumerated() {
            if place == 3 { program.now = .tokyo("07-01 12:00") }
            try program.receipt(
                .sale("s\(place)", to: .card(card), order: "\(place)", yen: 1_100))
        }
        try program.receipt(.void("v", "5"))
        return program
    }

    @Test(arguments: [
        // What each member gets ever: 30 and 20 for the first, 30 and 20 for the second.
        ("member", 50, [40, 30, 40, 10, 30, 0]),
        // What all get together: 30, 30 and the last 10.
        ("campaign", 70, [40, 40, 20, 10, 10, 0]),
        // In July each begins anew.
        ("month", 40, [40, 20, 40, 40, 40, 0]),
        // On 1 June 30 and 5 for the first.
        ("day", 35, [40, 15, 40, 40, 40, 0]),
    ])
    func `a draft keeps its caps, sale after sale`(
        _ scope: String, _ points: Int, _ expected: [Int64]
    ) throws {
        let test = try Backtest(try Self.rule(points, per: scope).checked(), on: Self.program())
        #expect(test.sales.map(\.draft.points) == expected)
        #expect(test.sales.map(\.active.points) == [10, 10, 10, 10, 10, 0])
        let extra = expected.reduce(0, +) - 50
        let rule = test.report.rules.first { $0.id == "earn/extra" }
        #expect(rule?.row.draft.points == Int128(extra) && rule?.row.active.points == 0)
        #expect(rule?.title?.en == "earn/extra title")
    }

    @Test func `the active side has what caps really left, and the draft begins with the period`()
        throws
    {
        let rules = try Self.rule(50, per: "member")
        let test = try Backtest(rules.checked(), on: Self.program(rules), from: "2026-07-01")
        // In June the first got 30 and 20, the second 30.
        #expect(test.points == [[10, 40], [30, 40], [0, 0]])
        #expect(test.report.bookings.differing == 0)
        let against = try Backtest(
            rules.checked(), on: Self.program(rules), against: rules.checked(),
            from: "2026-07-01")
        #expect(against.points == [[40, 40], [40, 40], [0, 0]])
    }

    @Test func `what a return leaves has on the active side what caps left then`() throws {
        let group = #""stacking": {"group": "g", "pick": "best"}"#
        let rules = try CheckRules.adding([
            "earn/extra":
                #"\#(group), "award": {"type": "fixed", "points": 30}, "caps": [{"points": 50, "per": "member"}]"#,
            "earn/large":
                #"\#(group), "when": {"orderTotal": {"min": 2000}}, "award": {"type": "fixed", "points": 40}"#,
        ])
        let program = try TestProgram(rules.forEngine())
        try program.execute([
            .join("a", card: .card(1)),
            .sale("1", to: .card(1), order: "1", yen: 2_200, quantity: 2),
            .sale("2", to: .card(1), order: "2", yen: 1_100),
            .sale("3", to: .card(1), order: "3", yen: 1_100),
            // Too little is left for the large order's points, and the cap is used up by now.
            .takeBack("4", "1", pieces: 1),
        ])
        let test = try Backtest(rules.checked(), on: program)
        #expect(test.points == [[10, 40], [40, 30], [30, 10]])
        #expect(test.report.bookings.differing == 0)
    }

    @Test func `a day is counted as the draft's calendar has it`() throws {
        let program = try TestProgram()
        try program.execute([.join("a", card: .card(1))])
        // One business day as it was sold, two where it begins at midnight.
        for moment in ["06-01 23:00", "06-02 01:00", "06-02 04:00"] {
            program.now = .tokyo(moment)
            try program.receipt(.sale(moment, to: .card(1), order: moment, yen: 1_100))
        }
        let late = try CheckRules.source([
            #""businessDayStartsAt": "05:00""#: #""businessDayStartsAt": "00:00""#
        ])
        let draft = try CheckRules.adding(
            [
                "earn/extra":
                    #""effective": {"from": "2026-06-02"}, "award": {"type": "fixed", "points": 30}, "caps": [{"points": 35, "per": "day"}]"#
            ], to: late)
        #expect(
            try Backtest(draft.checked(), on: program).points == [[10, 10], [10, 40], [10, 15]])
    }
}
