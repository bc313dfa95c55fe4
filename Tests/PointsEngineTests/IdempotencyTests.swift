import PointsCore
import Testing

struct IdempotencyTests {
    @Test func `answers the same key and content with the first receipt and writes nothing`() throws
    {
        let program = try TestProgram()
        let first = try program.receipt(.join("a", card: .card(1)))
        let count = try program.entryCount
        let second = try program.receipt(.join("a", card: .card(1)))
        #expect(!first.isReplay)
        #expect(second == first.replayed)
        #expect(try program.entryCount == count)
    }

    @Test func `refuses the same key with other content`() throws {
        let program = try TestProgram()
        try program.receipt(.join("a", card: .card(1)))
        let count = try program.entryCount
        #expect(
            try program.refusal(.join("a", card: .card(2))) == .idempotencyConflict(key: "a"))
        #expect(
            try program.refusal(.grant("a", to: .card(1), 5)) == .idempotencyConflict(key: "a"))
        #expect(try program.entryCount == count)
    }

    @Test func `leaves a refused command's key free`() throws {
        let program = try TestProgram()
        try program.receipt(.join("a", card: .card(1)))
        let before = try Snapshot(program.engine)
        #expect(
            try program.refusal(.adjust("b", .card(1), by: -5))
                == .insufficientPoints(available: 0, requested: 5))
        #expect(try Snapshot(program.engine) == before)
        let granted = try program.receipt(.grant("b", to: .card(1), 5))
        #expect(granted.entry.after.available == 5)
    }

    @Test(arguments: [false, true])
    func `replays after a restart`(isFlushed: Bool) throws {
        let program = try TestProgram()
        try program.receipt(.join("a", card: .card(1)))
        let first = try program.receipt(.grant("b", to: .card(1), 70))
        try program.reopen(flushing: isFlushed)
        program.now = program.now.adding(seconds: 100_000)
        let second = try program.receipt(.grant("b", to: .card(1), 70))
        #expect(second == first.replayed)
        #expect(
            try program.refusal(.grant("b", to: .card(1), 71)) == .idempotencyConflict(key: "b"))
    }

    @Test func `replays within one batch`() throws {
        let program = try TestProgram()
        let replies = try program.execute([
            .join("a", card: .card(1)), .grant("b", to: .card(1), 70),
            .grant("b", to: .card(1), 70), .grant("b", to: .card(1), 71),
        ])
        let first = try #require(replies[1].receipt)
        #expect(replies[2].receipt == first.replayed)
        #expect(replies[3].refusal == .idempotencyConflict(key: "b"))
        #expect(try program.balance(.card(1)).available == 70)
    }

    @Test(arguments: [false, true])
    func `replays every kind of change`(isFlushed: Bool) throws {
        let program = try TestProgram()
        let commands = try everyChange(on: program)
        for (command, first) in commands {
            if isFlushed { try program.reopen(flushing: true) }
            let second = try program.receipt(command)
            #expect(second.isReplay && second.entry == first.entry)
            #expect(second.purchase?.recorded == first.purchase?.recorded)
            #expect(second.hold == first.hold && second.member == first.member)
        }
    }

    /// Each change right after which it is repeated: nothing has come since.
    private func everyChange(on program: TestProgram) throws -> [(Command, Receipt)] {
        var done: [(Command, Receipt)] = []
        @discardableResult
        func keep(_ command: Command) throws -> Receipt {
            let receipt = try program.receipt(command)
            #expect(try program.receipt(command) == receipt.replayed)
            done.append((command, receipt))
            return receipt
        }
        try keep(.join("join", card: .card(1)))
        try keep(.grant("grant", to: .card(1), 500))
        try keep(.adjust("adjust", .card(1), by: -20))
        let hold = try keep(.hold("hold", .card(1), 50))
        try keep(.release("release", hold.entry.position))
        try keep(.sale("sale", to: .card(1), order: "1", yen: 2_200, redeem: 100))
        try keep(.sale("nobody", to: nil, order: "2", yen: 2_200))
        try keep(.sale("ec", to: .card(1), order: "1", yen: 2_200, quantity: 2, channel: "ec"))
        try keep(.confirm("confirm", "1"))
        try keep(.takeBack("return", "1", pieces: 1, channel: "ec"))
        try keep(.void("void", "1"))
        try keep(.activity("activity", of: .card(1), reference: "1"))
        try keep(.importing("import", [IdentityClaim(kind: "email", value: "a@b")], points: 9))
        program.now = .tokyo("06-02 06:00")
        try keep(.close("close", "2026-06-01"))
        return done
    }

    @Test func `replays leaving and coming back`() throws {
        let program = try TestProgram()
        let joined = try program.receipt(.join("a", card: .card(1)))
        let id = try #require(joined.member).id
        let left = try program.receipt(.withdraw("b", .id(id)))
        #expect(try program.receipt(.withdraw("b", .id(id))) == left.replayed)
        let back = try program.receipt(.rejoin("c", card: .card(1)))
        #expect(back.isRecognised)
        try program.reopen(flushing: true)
        #expect(try program.receipt(.rejoin("c", card: .card(1))) == back.replayed)
    }

    @Test func `replays a return as it was although more came back since`() throws {
        let program = try TestProgram()
        try program.execute([
            .join("a", card: .card(1)),
            .sale("b", to: .card(1), order: "1", yen: 3_300, quantity: 3),
        ])
        let first = try program.receipt(.takeBack("c", "1", pieces: 1))
        try program.receipt(.takeBack("d", "1", pieces: 2))
        let again = try program.receipt(.takeBack("c", "1", pieces: 1))
        #expect(again.entry == first.entry)
        #expect(again.purchase?.id == first.purchase?.id)
    }

    @Test func `replays joining as it was although the member was linked since`() throws {
        let program = try TestProgram()
        let first = try program.receipt(.join("a", card: .card(1)))
        let email = IdentityClaim(kind: "email", value: "a@example.jp")
        try program.receipt(.link("b", .card(.card(1)), email))
        let again = try program.receipt(.join("a", card: .card(1)))
        #expect(again == first.replayed)
    }

    @Test func `compares keys and order numbers by their bytes before and after a flush`() throws {
        // The same letter, composed and in two parts: Unicode calls them equal, bytes do not.
        let composed = "caf\u{e9}"
        let parted = "cafe\u{301}"
        var answers: [[Refusal?]] = []
        for isFlushed in [false, true] {
            let program = try TestProgram()
            try program.receipt(.join("a", card: .card(1)))
            try program.receipt(.grant(composed, to: .card(1), 10))
            try program.receipt(.sale("s", to: .card(1), order: composed, yen: 110))
            if isFlushed { try program.reopen(flushing: true) }
            answers.append([
                try program.refusal(.grant(parted, to: .card(1), 20)),
                try program.refusal(.sale("t", to: .card(1), order: parted, yen: 110)),
            ])
        }
        #expect(answers == [[nil, nil], [nil, nil]])
    }
}
