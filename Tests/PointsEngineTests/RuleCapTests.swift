import Foundation
import PointsCore
import PointsEngine
import PointsJSON
import PointsRules
import TestSupport
import Testing

/// Caps over several orders and what rules ask about a person, on disk.
struct RuleCapTests {
    private static func rules(
        changing changes: [(file: String, old: String, new: String)] = []
    ) throws -> RulesSource {
        let kept = try CheckRules.files(changes)
        let files = try [
            (
                "earn/opening",
                #""award": {"type": "fixed", "points": 10}, "caps": [{"points": 25, "per": "month"}, {"points": 45, "per": "campaign"}]"#
            ),
            (
                "earn/birthday",
                #""when": {"birthdayMonth": true}, "award": {"type": "fixed", "points": 100}"#
            ),
            (
                "earn/welcome",
                #""when": {"firstPurchase": true}, "award": {"type": "fixed", "points": 1000}"#
            ),
        ].map { id, parts in
            RulesetSource.File(
                path: id + ".json",
                content: try JSON(
                    parsing: #"""
                        {"id": "\#(id)", "kind": "earn", "title": {"ja": "x", "en": "x"}, \#(parts),
                         "examples": [{"name": "any", "given": {"channel": "store", "birthDate": "2000-01-01",
                          "lines": [{"amount": 0, "taxRate": 0}]}, "expect": {"points": 10}}]}
                        """#))
        }
        let source = RulesetSource(files: kept.files + files)
        return RulesSource(ruleset: try source.ruleset(), content: source.canonicalBytes)
    }

    private static func earned(
        _ order: String, by card: Int, in program: TestProgram
    ) throws -> [String: Int64] {
        let reply = try program.reply(
            to: .sale(order, to: .card(card), order: order, yen: 110))
        guard case .done(let receipt) = reply else { throw Refusal.internalFault("\(reply)") }
        return Dictionary(
            uniqueKeysWithValues: receipt.entry.event.awards.map { ($0.rule, $0.points) })
    }

    @Test
    func `caps are kept through a restart, with and without a flush, and verify`() throws {
        let program = try TestProgram(Self.rules())
        try program.execute([.join("a", card: .card(1)), .join("b", card: .card(2))])
        #expect(try Self.earned("1", by: 1, in: program)["earn/opening"] == 10)
        try program.reopen(flushing: false)
        #expect(try Self.earned("2", by: 1, in: program)["earn/opening"] == 10)
        try program.reopen(flushing: true)
        #expect(try Self.earned("3", by: 1, in: program)["earn/opening"] == 5)
        #expect(try Self.earned("4", by: 2, in: program)["earn/opening"] == 10)
        try program.reopen(flushing: true)
        #expect(try Self.earned("5", by: 2, in: program)["earn/opening"] == 10)
        #expect(try Self.earned("6", by: 2, in: program)["earn/opening"] == 0)
        try program.close(flushing: true)
        #expect(try Engine.verify(path: program.path).found.isOK)
        #expect(try Engine.compare(path: program.path).difference == nil)
    }

    @Test
    func `the first purchase is the member's first that stands`() throws {
        let program = try TestProgram(Self.rules())
        try program.execute([.join("a", card: .card(1))])
        #expect(try Self.earned("1", by: 1, in: program)["earn/welcome"] == 1_000)
        try program.reopen(flushing: true)
        #expect(try Self.earned("2", by: 1, in: program)["earn/welcome"] == nil)
    }

    @Test(arguments: [("1990-06-30", Int64?(100)), ("1990-07-01", nil), (nil as String?, nil)])
    func `asks the profile for the month of birth and keeps only the answer`(
        _ birthDate: String?, _ points: Int64?
    ) throws {
        let program = try TestProgram(Self.rules())
        var profile: Profile?
        if let birthDate { profile = Profile(values: ["birthDate": birthDate]) }
        try program.execute([.join("a", card: .card(1), profile: profile)])
        #expect(try Self.earned("1", by: 1, in: program)["earn/birthday"] == points)
        try program.close(flushing: true)
        let bytes = try Data(contentsOf: URL(filePath: program.path))
        // The date stands in the profile, once, and nowhere else.
        let needle = Data((birthDate ?? "no date").utf8)
        var count = 0
        var rest = bytes[...]
        while let found = rest.firstRange(of: needle) {
            count += 1
            rest = rest[found.upperBound...]
        }
        #expect(count == (birthDate == nil ? 0 : 1))
    }

    /// Born in June: a sale in June earns 100 more, and so goods without a receipt take as much back.
    @Test
    func `asks the profile for what comes back without a receipt`() throws {
        let rules = try Self.rules(
            changing: [
                (
                    file: "program.json", old: #""restore": "original_lot"}"#,
                    new: #""restore": "original_lot", "withoutReceipt": {"moneyMax": 5000}}"#
                )
            ])
        let program = try TestProgram(rules)
        let profile = Profile(values: ["birthDate": "1990-06-30"])
        try program.execute([.join("a", card: .card(1), profile: profile)])
        let earned = try Self.earned("1", by: 1, in: program).filter { $0.key != "earn/welcome" }
        let line = BasketLine(name: "1", quantity: 1, amount: Yen(110), taxRate: 10)
        let back = try program.receipt(
            .change(
                "b", "purchase.returnWithoutReceipt",
                .returnUnreceipted(.card(.card(1)), Basket(lines: [line], amountsIncludeTax: true)),
                channel: "store"))
        guard case .unreceiptedReturned(let returned) = back.entry.event else {
            throw Refusal.internalFault("\(back)")
        }
        #expect(returned.awards.contains { $0.rule == "earn/birthday" && $0.points == 100 })
        #expect(returned.clawedBack == earned.values.reduce(0, +))
    }
}
