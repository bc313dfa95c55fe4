import PointsCore
import PointsEngine
import Testing

/// Which set of rules judges what, while sets are announced, activated and taken back.
struct RulesVersionTests {
    private let program: TestProgram
    private let (single, double, triple): (RulesSource, RulesSource, RulesSource)

    /// 100 yen earn one point; somebody is a member.
    init() throws {
        program = try TestProgram()
        (single, double, triple) = (
            try CheckRules.earning(1), try CheckRules.earning(2), try CheckRules.earning(3)
        )
        try program.receipt(.join("j", card: .card(1)))
    }

    /// What 1,000 yen and tax earn that were paid at a moment.
    private func earned(at moment: String, _ order: String = "1") throws -> Int64? {
        try program.receipt(
            .sale(
                "sale \(order) \(moment)", to: .card(1), order: order + moment, yen: 1_100,
                at: .tokyo(moment))
        ).purchase?.earned
    }

    private func view(at moment: String? = nil) throws -> RulesView {
        let reply = try program.reply(to: .rules(at: moment.map { .tokyo($0) }))
        guard case .rules(let view) = reply else { throw Refusal.internalFault("\(reply)") }
        return view
    }

    /// Opens the program under other rules.
    private func restart(under rules: RulesSource) throws {
        program.rules = rules
        try program.reopen(flushing: true)
    }

    // MARK: Sales

    @Test(arguments: [
        ("06-01 11:59", Int64(10)),  // before anything was activated: a till that was offline
        ("06-01 12:00", 20), ("06-03 11:59", 20),
        ("06-03 12:00", 30), ("06-03 13:00", 30),
    ])
    func `a sale is judged by the set of its moment`(_ moment: String, _ points: Int64) throws {
        try program.receipt(.activate("a", triple, from: .tokyo("06-03 12:00")))
        try program.receipt(.activate("b", double))
        program.now = .tokyo("06-03 13:00")
        #expect(try earned(at: moment) == points)
    }

    @Test
    func `a return is judged by the set of its sale, whatever has come since`() throws {
        try program.receipt(
            .sale("s", to: .card(1), order: "1", yen: 2_200, quantity: 2))
        for (key, rules) in [("a", double), ("b", triple)] {
            program.now = program.now.adding(seconds: 3_600)
            try program.receipt(.activate(key, rules))
        }
        let back = try program.receipt(.takeBack("r", "1", pieces: 1))
        guard case .purchaseReturned(let returned) = back.entry.event else {
            throw Refusal.internalFault("\(back)")
        }
        #expect(returned.clawedBack == 10)
        #expect(try earned(at: "06-01 14:00") == 30)
    }

    @Test
    func `an announced set is taken back by another of the same moment`() throws {
        try program.receipt(.activate("a", double, from: .tokyo("06-02 12:00")))
        try program.receipt(.activate("b", single, from: .tokyo("06-02 12:00")))
        program.now = .tokyo("06-02 13:00")
        #expect(try earned(at: "06-02 13:00") == 10)
    }

    // MARK: Starting

    @Test(arguments: [false, true])
    func `a start under the rules in force keeps an announcement`(isFlushed: Bool) throws {
        try program.receipt(.activate("a", double, from: .tokyo("06-02 12:00")))
        let count = try program.entryCount
        try program.reopen(flushing: isFlushed)
        #expect(try program.entryCount == count)
        #expect(try program.engine.rulesAtStart == .agreed)
        program.now = .tokyo("06-02 12:00")
        #expect(try earned(at: "06-02 12:00") == 20)
        #expect(try earned(at: "06-02 11:59") == 10)
    }

    @Test
    func `a start under announced rules does not bring them forward`() throws {
        try program.receipt(.activate("a", double, from: .tokyo("06-02 12:00")))
        let count = try program.entryCount
        try restart(under: double)
        #expect(try program.entryCount == count)
        #expect(try earned(at: "06-01 12:00") == 10)
    }

    @Test
    func `a start under other rules activates them until those that are announced`() throws {
        try program.receipt(.activate("a", double, from: .tokyo("06-02 12:00")))
        try restart(under: triple)
        #expect(
            try program.engine.rulesAtStart == .activated(insteadOf: single.ruleset.hash))
        program.now = .tokyo("06-02 12:00")
        #expect(try earned(at: "06-01 12:00") == 30)
        #expect(try earned(at: "06-02 12:00") == 20)
    }

    @Test
    func `a start under rules that were replaced since does not bring them back`() throws {
        try program.receipt(.activate("a", double, from: .tokyo("06-02 12:00")))
        program.now = .tokyo("06-02 12:00")
        let count = try program.entryCount
        try restart(under: single)
        #expect(try program.engine.rulesAtStart == .passedOver(for: double.ruleset.hash))
        #expect(try program.entryCount == count)
        #expect(try earned(at: "06-02 12:00") == 20)
        program.now = .tokyo("06-02 12:01")
        try program.receipt(.activate("b", single))
        #expect(try earned(at: "06-02 12:01") == 10)
    }

    @Test
    func `a start under rules that would break the books is refused`() throws {
        program.rules = try CheckRules.source([#""timeZone": "Asia/Tokyo""#: #""timeZone": "UTC""#])
        let error = try #require(throws: EngineError.self) {
            try program.reopen(flushing: true)
        }
        #expect(
            error.message
                == "The rules cannot follow those in the database. program.json at /timeZone: "
                + "found UTC, expected Asia/Tokyo: the books are kept in it")
    }

    // MARK: Looking

    @Test
    func `tells what is in force, what is announced and what there was`() throws {
        try program.receipt(
            .activate("a", triple, from: .tokyo("06-03 12:00"), reason: "summer"))
        try program.receipt(.activate("b", double, from: .tokyo("06-02 12:00")))
        let now = try view()
        #expect(now.current.activated.hash == single.ruleset.hash)
        #expect(now.current.effectiveFrom == nil && now.content == single.content)
        let hashes = [double, triple].map(\.ruleset.hash)
        #expect(now.announced.map(\.activated.hash) == hashes)
        #expect(now.announced.last?.activated.reason == "summer")
        #expect(now.history.map(\.entry.position.number) == [4, 3, 1])
        #expect(try view(at: "06-02 12:00").current.activated.hash == hashes[0])
        #expect(try view(at: "06-04 12:00").current.activated.hash == hashes[1])
        #expect(try view(at: "01-01 12:00") == now)
        program.now = .tokyo("06-02 12:00")
        #expect(try view().announced.map(\.activated.hash) == [triple.ruleset.hash])
        #expect(try Engine.rules(path: program.path, at: program.now) == view())
    }

    @Test(arguments: [false, true])
    func `everything is there after a restart and adds up`(isFlushed: Bool) throws {
        try program.receipt(.activate("a", triple, from: .tokyo("06-03 12:00")))
        let first = try program.receipt(.activate("b", double, reason: "r"))
        let before = try view()
        program.rules = double
        try program.reopen(flushing: isFlushed)
        #expect(try view() == before)
        #expect(try Engine.rules(path: program.path, at: program.now) == before)
        #expect(try program.receipt(.activate("b", double, reason: "r")) == first.replayed)
        #expect(try program.verification().isOK)
        try program.close(flushing: isFlushed)
        #expect(try Engine.verify(path: program.path).found.isOK)
        #expect(try Engine.rebuild(path: program.path) == 4)
        try program.open()
        #expect(try view() == before)
    }
}
