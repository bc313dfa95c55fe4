import PointsCore
import PointsEngine
import PointsRules
import PointsStore
import TestSupport
import Testing

/// `activity.record` on a real database: 50 points for a review, at most 80 a day.
struct ActivityRecordTests {
    private func program(_ rules: RulesSource? = nil, members: Int = 2) throws -> TestProgram {
        let program = try TestProgram(try rules ?? ActivityProgram.source())
        for member in 1...members {
            try program.receipt(.join("j\(member)", card: .card(member)))
        }
        return program
    }

    private func recorded(_ receipt: Receipt) throws -> ActivityRecorded {
        guard case .activityRecorded(let recorded) = receipt.entry.event else {
            throw Refusal.internalFault("\(receipt.entry.event.name)")
        }
        return recorded
    }

    /// What verification and a rebuild find after everything was written.
    private func expectSound(_ program: TestProgram) throws {
        #expect(try program.verification().differences == [])
        let live = try Snapshot(program.engine)
        try program.close(flushing: true)
        #expect(try Engine.compare(path: program.path).difference == nil)
        #expect(try Engine.verify(path: program.path).found.differences == [])
        #expect(try Engine.rebuild(path: program.path) == live.position.number)
        try program.open()
        #expect(try Snapshot(program.engine) == live)
    }

    // MARK: Once only

    @Test(arguments: [false, true])
    func `is answered again under its key, and under its reference with another key`(
        isFlushed: Bool
    ) throws {
        let program = try program()
        let command = Command.activity("a", of: .card(1), subject: "sku", reference: "r-1")
        let first = try program.receipt(command)
        #expect(try recorded(first).lots.map(\.points) == [50])
        let entries = try program.entryCount
        if isFlushed { try program.reopen(flushing: true) }
        program.now = .noon.adding(seconds: 3_600)
        #expect(try program.receipt(command) == first.replayed)
        #expect(
            try program.receipt(
                .activity("b", of: .card(1), subject: "other", reference: "r-1")) == first.replayed)
        #expect(try program.entryCount == entries)
        #expect(try program.balance(.card(1)).available == 50)
        // A key that was only answered again is free.
        try program.receipt(.grant("b", to: .card(2), 1))
        try expectSound(program)
    }

    @Test func `a reference is one of its channel, of its activity and of its member`() throws {
        let program = try program(
            try ActivityProgram.source(caps: #"[{"points": 999, "per": "day"}]"#))
        try program.receipt(.activity("a", of: .card(1), reference: "1"))
        let others: [Command] = [
            .activity("b", of: .card(1), reference: "1", channel: "store"),
            .activity("c", of: .card(1), reference: "1", channel: nil),
            .activity("d", of: .card(1), "survey", reference: "1"),
            .activity("e", of: .card(1), reference: "2"),
            .activity("f", of: .card(1)), .activity("g", of: .card(1)),
            // An order of the same number is none of them.
            .sale("s", to: .card(1), order: "1", yen: 1_100, channel: "ec"),
        ]
        for command in others { #expect(!(try program.receipt(command).isReplay)) }
        #expect(
            try program.refusal(.activity("h", of: .card(2), reference: "1"))
                == .invalidParams(
                    pointer: "/reference", expected: "one that no activity of another member has"))
        #expect(try program.balance(.card(1)).available == 6 * 50)
        try expectSound(program)
    }

    @Test func `the second of two in one batch is the first's again`() throws {
        let program = try program()
        let replies = try program.execute([
            .activity("a", of: .card(1), reference: "1"),
            .activity("b", of: .card(1), reference: "1"),
        ])
        let receipts = try replies.map { try #require(try $0.get().receipt) }
        #expect(receipts[1] == receipts[0].replayed)
        #expect(try program.balance(.card(1)).available == 50)
    }

    @Test(arguments: [false, true])
    func `a rule that counts once for a subject gives each member its points once`(
        isFlushed: Bool
    ) throws {
        let program = try program(try ActivityProgram.source(oncePerSubject: true))
        func earned(_ command: Command) throws -> Int64 {
            if isFlushed { try program.reopen(flushing: true) }
            return try recorded(program.receipt(command)).lots.reduce(0) { $0 + $1.points }
        }
        #expect(try earned(.activity("a", of: .card(1), subject: "A")) == 50)
        #expect(try earned(.activity("b", of: .card(1), subject: "A", reference: "r")) == 0)
        #expect(try earned(.activity("c", of: .card(1), subject: "A", channel: "store")) == 0)
        #expect(try earned(.activity("d", of: .card(1), subject: "B")) == 30)
        #expect(try earned(.activity("e", of: .card(2), subject: "A")) == 50)
        // Who does not say what it is about gets nothing.
        #expect(try earned(.activity("f", of: .card(2))) == 0)
        // What a cap cut to nothing was not given yet.
        #expect(try earned(.activity("g", of: .card(1), subject: "C")) == 0)
        program.now = .tokyo("06-02 12:00")
        #expect(try earned(.activity("h", of: .card(1), subject: "C")) == 50)
        #expect(try earned(.activity("i", of: .card(1), subject: "C")) == 0)
        try expectSound(program)
        try program.close(flushing: true)
        try program.raw { database in
            try database.execute("DELETE FROM orders WHERE \"order\" LIKE '%activities/review%B'")
        }
        #expect(try Engine.compare(path: program.path).difference?.table == .orders)
        #expect(try !Engine.verify(path: program.path).found.isOK)
    }

    // MARK: What it earns

    @Test func `many at once never earn more than the caps allow`() throws {
        let caps = #"[{"points": 80, "per": "day"}, {"points": 1005, "per": "campaign"}]"#
        let program = try program(try ActivityProgram.source(caps: caps), members: 20)
        let commands = (0..<200).map { index in
            Command.activity("a\(index)", of: .card(index % 20 + 1), reference: "\(index)")
        }
        let replies = try program.execute(commands)
        #expect(replies.allSatisfy { $0.refusal == nil })
        let balances = try (1...20).map { try program.balance(.card($0)).available }
        // 20 first reviews come to 1,000, and 5 of the budget are left for the first second one.
        #expect(balances == [55] + Array(repeating: 50, count: 19))
        try expectSound(program)
    }

    @Test func `a late one is judged by the rules and counted on the day of its moment`() throws {
        let program = try program()
        let next = try ActivityProgram.source(points: 7)
        try program.receipt(.activate("new", next, from: .tokyo("06-02 05:00")))
        program.rules = next
        program.now = .tokyo("06-03 12:00")
        func earned(_ key: String, _ moment: String) throws -> [Int64] {
            try recorded(
                program.receipt(.activity(key, of: .card(1), at: .tokyo(moment)))
            ).lots.map(\.points)
        }
        #expect(try earned("a", "06-03 10:00") == [7])
        #expect(try earned("b", "06-01 12:30") == [50])
        // Half past four still is 1 June, and 30 are left of its 80.
        #expect(try earned("c", "06-02 04:30") == [30])
        #expect(try earned("d", "06-02 05:00") == [7])
        try expectSound(program)
    }

    @Test func `one of a closed day is booked on the first open one and counted on its own`() throws
    {
        let program = try program()
        try program.receipt(.activity("a", of: .card(1), at: .tokyo("06-01 12:30")))
        program.now = .tokyo("06-02 12:00")
        try program.receipt(.close("close", "2026-06-01"))
        let late = try program.receipt(.activity("b", of: .card(1), at: .tokyo("06-01 13:00")))
        #expect(late.entry.cause.businessDay == .day("2026-06-02"))
        #expect(try recorded(late).lots.map(\.points) == [30])
        try expectSound(program)
    }

    @Test func `is the channel's company's, or the first company's without a channel`() throws {
        let program = try program()
        let companies = try ["store", "ec", nil].map { channel in
            let receipt = try program.receipt(
                .activity("a\(channel ?? "")", of: .card(1), channel: channel))
            return try recorded(receipt).lots.map(\.terms.company)
        }
        #expect(companies == [["store-co"], ["ec-co"], []])
        let other = try program.receipt(.activity("z", of: .card(2), channel: nil))
        #expect(try recorded(other).lots.map(\.terms.company) == ["ec-co"])
    }

    // MARK: Who and what

    @Test func `refuses a member who is not there, and one who had left`() throws {
        let program = try program()
        #expect(try program.refusal(.activity("a", of: .card(9)))?.code == .memberUnknown)
        let id = try #require(try program.receipt(.join("k", card: .card(3))).member?.id)
        program.now = .noon.adding(seconds: 7_200)
        try program.receipt(.withdraw("w", .id(id)))
        func command(_ key: String, at moment: Instant) -> Command {
            .change(
                key, "activity.record",
                .recordActivity(RecordActivity(member: .id(id), activity: "review")),
                at: moment, channel: "ec")
        }
        #expect(
            try program.refusal(command("b", at: .noon.adding(seconds: 7_200)))
                == .memberWithdrawn(id))
        let late = try program.receipt(command("c", at: .noon.adding(seconds: 60)))
        #expect(try recorded(late).lots.isEmpty && late.entry.postings.isEmpty)
        try expectSound(program)
    }

    @Test func `takes the names of the settings alone, where there are some`() throws {
        let program = try program(
            try ActivityProgram.source([
                #""anonymousSales": true"#:
                    #""anonymousSales": true, "activities": ["review", "survey"]"#
            ]))
        #expect(
            try program.refusal(.activity("a", of: .card(9), "reveiw"))
                == .invalidParams(
                    pointer: "/activity", expected: "an activity of the program: review, survey"))
        #expect(try recorded(program.receipt(.activity("a", of: .card(1), "survey"))).lots.isEmpty)
        let free = try self.program()
        #expect(try recorded(free.receipt(.activity("a", of: .card(1), "dance"))).lots.isEmpty)
    }

    // MARK: In the books

    @Test func `stands in histories and in every export of points`() throws {
        let program = try program()
        try program.receipt(.activity("a", of: .card(1), reference: "r"))
        try program.receipt(.activity("b", of: .card(1), "survey"))
        let reply = try program.reply(to: .history(.card(1), limit: 10))
        guard case .history(let entries, _) = reply else {
            throw Refusal.internalFault("no history")
        }
        #expect(
            entries.map(\.event.name) == ["activity.record", "activity.record", "member.join"])
        for format in ExportFormat.allCases where format != .purchases {
            var text = ""
            let request = ExportRequest(
                format: format, members: 0...Int64.max, readRules: CheckRules.read)
            try Engine.export(path: program.path, request) { piece in
                text += piece
                return true
            }
            #expect(text.contains("activity.record") && text.contains("50"), "\(format)")
        }
    }

    @Test func `a reference that is lost or leads elsewhere is found`() throws {
        let program = try program()
        try program.receipt(.activity("a", of: .card(1), reference: "r"))
        try program.close(flushing: true)
        for change in [
            "UPDATE orders SET position = 2", "DELETE FROM orders",
            "INSERT INTO orders VALUES ('ec', char(31) || 'review' || char(31) || 'x', 4)",
        ] {
            try program.raw { try $0.execute(change) }
            #expect(try Engine.compare(path: program.path).difference?.table == .orders)
            let found = try Engine.verify(path: program.path).found.differences
            #expect(found.map(\.invariant).contains("projection.orders"))
            _ = try Engine.rebuild(path: program.path)
            #expect(try Engine.verify(path: program.path).found.differences == [])
        }
    }

    @Test(arguments: [UInt64](1...4))
    func `random histories with lost replies and restarts earn each activity once`(
        seed: UInt64
    ) throws {
        let program = try program(
            try ActivityProgram.source(caps: #"[{"points": 120, "per": "day"}]"#))
        var random = SeededGenerator(seed: seed)
        var given: [String: Int64] = [:]
        var seen: Set<String> = []
        for step in 0..<120 {
            let card = Int.random(in: 1...2, using: &random)
            let day = Int.random(in: 1...3, using: &random)
            let reference = "\(card)-\(day)-\(Int.random(in: 0..<8, using: &random))"
            program.now = .tokyo("06-04 12:00")
            let receipt = try program.receipt(
                .activity(
                    "k\(step)", of: .card(card), reference: reference,
                    at: .tokyo("06-0\(day) 13:00")))
            #expect(receipt.isReplay == !seen.insert(reference).inserted)
            if !receipt.isReplay { given["\(card)-\(day)", default: 0] += 50 }
            if step.isMultiple(of: 17) { try program.reopen(flushing: step.isMultiple(of: 2)) }
        }
        for card in 1...2 {
            let expected = given.filter { $0.key.hasPrefix("\(card)-") }
                .reduce(Int64(0)) { $0 + min(120, $1.value) }
            #expect(try program.balance(.card(card)).available == expected, "seed \(seed)")
        }
        try expectSound(program)
    }
}
