import PointsCore
import PointsEngine
import Testing

/// Who looked at whom is kept.
struct AuditTests {
    private let program: TestProgram

    init() throws {
        program = try TestProgram()
        for number in 1...3 {
            try program.receipt(
                .join(
                    "j\(number)", card: .card(number),
                    profile: Profile(values: ["familyNameKana": "ヤマダ"])))
        }
    }

    private func look(_ number: Int, _ actor: String) -> Command {
        .question("member.get", .getMember(.card(.card(number)), including: []), actor: actor)
    }

    private func list(_ command: Command) throws -> (looks: [AuditedLook], next: Int64?) {
        guard case .audit(let looks, let next) = try program.reply(to: command) else {
            throw Refusal.internalFault("no audit")
        }
        return (looks, next)
    }

    @Test func `keeps who was shown, to whom, and by what kind of key`() throws {
        try program.reply(to: look(1, "clerk-1"))
        try program.reply(to: .export(.card(.card(2))))
        try program.reply(to: .search(family: "ヤマ", actor: "clerk-2", terminal: "T1"))
        try program.reply(to: .search(family: "ササ"))
        try program.reply(to: .balance(of: .card(1)))
        #expect(try program.refusal(look(9, "clerk-1")) == .memberUnknown)
        let looks = try list(.audit()).looks
        #expect(
            looks.map(\.method) == [
                "member.search", "member.search", "member.export", "member.get",
            ])
        #expect(looks.map(\.key) == ["name", "name", "store_card", "store_card"])
        #expect(looks.map(\.shown) == [0, 3, 1, 1])
        #expect(looks.map { $0.members.map(\.number) } == [[], [1, 2, 3], [2], [1]])
        #expect(looks.map(\.actor) == [nil, "clerk-2", nil, "clerk-1"])
        #expect(looks[1].terminal == "T1" && !looks[1].isUnmasked && looks[3].isUnmasked)
        // The list is a look itself.
        #expect(try list(.audit()).looks.first?.method == "audit.list")
    }

    @Test func `lists by member, actor and time, page by page`() throws {
        for number in 0..<6 {
            program.now = program.now.adding(seconds: 60)
            try program.reply(to: look(number % 3 + 1, number < 3 ? "a" : "b"))
        }
        #expect(try list(.audit(of: .card(.card(2)))).looks.count == 2)
        #expect(try list(.audit(by: "a")).looks.map { $0.members[0].number } == [3, 2, 1])
        let from = Instant.noon.adding(seconds: 120)
        let to = Instant.noon.adding(seconds: 300)
        #expect(try list(.audit(by: "b", from: from, to: to)).looks.count == 1)
        #expect(try list(.audit(by: "a", from: from)).looks.count == 2)
        var numbers: [Int64] = []
        var next: Int64?
        repeat {
            let page = try list(.audit(of: .card(.card(1)), limit: 1, start: next))
            numbers += page.looks.map(\.number)
            next = page.next
        } while next != nil && numbers.count < 20
        #expect(numbers == numbers.sorted(by: >) && Set(numbers).count == numbers.count)
    }

    @Test func `writes nothing for a look until something else is committed or enough wait`() throws
    {
        try program.reply(to: look(1, "a"))
        #expect(try program.number("SELECT count(*) FROM audit") == 0)
        try program.receipt(.grant("g", to: .card(1), 5))
        #expect(try program.number("SELECT count(*) FROM audit") == 1)
        try program.execute((0..<256).map { _ in look(2, "a") })
        #expect(try program.number("SELECT count(*) FROM audit") == 257)
        try program.reply(to: look(3, "a"))
        program.now = program.now.adding(seconds: 6)
        #expect(try program.engine.hasWork)
        try program.engine.work()
        #expect(try program.number("SELECT count(*) FROM audit") == 258)
        try program.reply(to: look(3, "a"))
        try program.reopen(flushing: true)
        #expect(try program.number("SELECT count(*) FROM audit") == 259)
    }

    @Test func `keeps no word of what was searched`() throws {
        try program.reply(to: .search(family: "ヤマ"))
        try program.reply(to: look(1, "a"))
        try program.reopen(flushing: true)
        let words: Int64 = try program.number(
            """
            SELECT count(*) FROM audit WHERE key LIKE '%ヤマ%' OR key LIKE '%49%'
                OR members LIKE '%49%'
            """)
        #expect(words == 0)
    }

    @Test func `is removed after its days as a day is closed`() throws {
        try program.reply(to: look(1, "a"))
        try program.reopen(flushing: true)
        let calendar = try program.engine.calendar
        var day = CivilDate.day("2026-06-01")
        var kept: [Int64] = []
        for number in 0...401 {
            program.now = calendar.end(of: day).adding(seconds: 60)
            try program.receipt(.close("z\(number)", day.description))
            if number >= 399 { kept.append(try program.number("SELECT count(*) FROM audit")) }
            day = day.adding(days: 1)
        }
        #expect(kept == [1, 0, 0])
        #expect(try program.number("SELECT count(*) FROM audited") == 0)
    }
}
