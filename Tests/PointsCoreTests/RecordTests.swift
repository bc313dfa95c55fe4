import TestSupport
import Testing

@testable import PointsCore

struct RecordTests {
    @Test(arguments: 0..<RandomEntry.eventKinds, [UInt64(51), 52, 53])
    func `reads back every kind of entry with all its fields`(kind: Int, seed: UInt64) throws {
        var random = RandomEntry(seed: seed)
        for _ in 0..<10 {
            let entry = random.entry(kind: kind)
            let bytes = entry.record()
            let read = try Entry(record: bytes)
            try #require(read == entry, "kind \(kind), seed \(seed)")
            try #require(read.record() == bytes, "kind \(kind), seed \(seed)")
        }
    }

    @Test(arguments: 0..<RandomEntry.eventKinds, [UInt64(56), 57])
    func `an outline says what the entry says`(_ kind: Int, _ seed: UInt64) throws {
        var random = RandomEntry(seed: seed)
        let entry = random.entry(kind: kind)
        let outline = try EntryOutline(record: entry.record())
        #expect(outline.position == entry.position && outline.member == entry.member)
        switch entry.event {
        case .purchaseReturned(let returned):
            #expect(outline.subject == .returned(returned.purchase))
        case .rulesActivated(let activated):
            #expect(outline.subject == .rulesActivated(activated.hash))
        default: #expect(outline.subject == .other)
        }
    }

    @Test(arguments: 0..<RandomEntry.eventKinds)
    func `refuses every beginning of a record`(kind: Int) throws {
        var random = RandomEntry(seed: 54)
        let bytes = random.entry(kind: kind).record()
        for length in bytes.indices {
            try #require(throws: LedgerFault.self) { try Entry(record: Array(bytes[..<length])) }
        }
        #expect(throws: LedgerFault.self) { try Entry(record: bytes + [0]) }
    }

    @Test(arguments: 0..<RandomEntry.eventKinds)
    func `a changed byte gives a fault or another entry`(kind: Int) throws {
        var random = RandomEntry(seed: 55)
        let entry = random.entry(kind: kind)
        let bytes = entry.record()
        for index in bytes.indices {
            for bit in 0..<8 {
                var changed = bytes
                changed[index] ^= 1 << UInt8(bit)
                guard let read = try? Entry(record: changed) else { continue }
                try #require(read.record() != bytes, "kind \(kind), byte \(index)")
            }
        }
    }

    @Test(arguments: UInt64(56)..<60)
    func `random bytes are no entry and no crash`(seed: UInt64) throws {
        var random = SeededGenerator(seed: seed)
        for _ in 0..<500 {
            let body = (0..<Int.random(in: 0...200, using: &random)).map { _ in
                UInt8.random(in: 0...UInt8.random(in: 1...255, using: &random), using: &random)
            }
            try #require(throws: LedgerFault.self, "seed \(seed)") {
                try Entry(record: [RecordWriter.version] + body)
            }
        }
    }

    static let numbers: [(number: Int64, body: [UInt8])] = [
        (0, [0]), (-1, [1]), (1, [2]), (-64, [127]), (64, [128, 1]),
        (Int64.max, [254, 255, 255, 255, 255, 255, 255, 255, 255, 1]),
        (Int64.min, [255, 255, 255, 255, 255, 255, 255, 255, 255, 1]),
    ]

    @Test(arguments: numbers)
    func `writes numbers as folded LEB128`(_ number: Int64, _ body: [UInt8]) throws {
        var writer = RecordWriter()
        writer.number(number)
        let bytes = writer.bytes()
        #expect(bytes == [1, 0, 0] + body)
        var reader = try RecordReader(bytes)
        #expect(try reader.number() == number)
        try reader.finish()
    }

    @Test(arguments: [
        [UInt8(128), 0], [129, 128, 0], [255, 255, 255, 255, 255, 255, 255, 255, 255, 2],
        [128, 128, 128, 128, 128, 128, 128, 128, 128, 128, 1], [128],
    ])
    func `refuses a number that is too long or not in its shortest form`(_ body: [UInt8]) throws {
        var reader = try RecordReader([1, 0, 0] + body)
        #expect(throws: LedgerFault.self) { try reader.number() }
    }

    @Test(arguments: [[UInt8](), [2, 0, 0], [0], [1, 1, 1, 0xff, 0], [1, 200, 0]])
    func `refuses another version and bad tables`(_ bytes: [UInt8]) {
        #expect(throws: LedgerFault.self) { try RecordReader(bytes) }
    }

    @Test
    func `keeps texts apart that only look the same`() throws {
        let entry = Samples.entry(.granted(reason: "e\u{301}"))
        var cause = Samples.cause
        cause.actor = "\u{e9}"
        let other = Entry(
            position: entry.position, member: 1, previous: entry.previous, cause: cause,
            event: entry.event, postings: [], after: Balance())
        let read = try Entry(record: other.record())
        guard case .granted(let reason, _) = read.event else { return }
        #expect(Array(reason.utf8) == Array("e\u{301}".utf8))
        #expect(read.cause.actor.map { Array($0.utf8) } == Array("\u{e9}".utf8))
        #expect(other.record() != entry.record())
    }

    @Test
    func `keeps lots apart whose classes only look the same`() throws {
        let composed = Samples.terms("2026-12-31", class: "\u{e9}")
        let decomposed = Samples.terms("2026-12-31", class: "e\u{301}")
        let entry = Samples.entry(
            .granted(reason: "x"),
            postings: [
                Posting(.available, 1, lot: composed), Posting(.available, 2, lot: decomposed),
            ])
        let read = try Entry(record: entry.record())
        #expect(
            read.postings.map { Array(($0.lot?.pointClass.name ?? "").utf8).count } == [2, 3])
    }

    @Test
    func `keeps a long exact fraction`() throws {
        let exact = Fraction(Int128(Int64.max) * 4, over: 3)
        let award = RuleAward(
            rule: "r", points: 3, base: 1, exact: exact, rounding: .floor, rounded: 3)
        let recorded = PurchaseRecorded(
            order: "o", soldOn: Times.day("2026-04-10"), basket: Programs.basket((1, 1, 10)),
            standing: .anonymous, hold: nil,
            summary: PurchaseSummary(
                status: .completed, total: .zero, redeemed: 0, payable: .zero, tax: .zero),
            grants: [], awards: [award])
        let entry = Samples.entry(.purchaseRecorded(recorded))
        let read = try Entry(record: entry.record())
        #expect(read.event.awards.first?.exact == exact)
    }

    @Test
    func `reads back what stands for the program and for a day`() throws {
        var random = RandomEntry(seed: 60)
        var book = DayBook(day: Times.day("2026-04-10"))
        for kind in [4, 7, 9, 10] { book.apply(random.entry(kind: kind), hash: [UInt8(kind)]) }
        #expect(book.transactions == 4)
        #expect(try DayBook(record: book.record()) == book)
        let seal = book.seal
        let closing = random.entry(kind: 15)
        book.apply(closing, hash: [0])
        #expect(book.seal == seal)
        #expect(book.sealedBy == closing.position)
        #expect(try DayBook(record: book.record()) == book)
        var state = ProgramState()
        let activated = RulesActivated(hash: [7], effectiveFrom: Times.noon("2026-04-01"))
        let entry = Entry(
            position: JournalPosition(1), member: 0, previous: .none, cause: Samples.cause,
            event: .rulesActivated(activated), postings: [], after: Balance())
        try state.apply(entry, hash: [9])
        #expect(try ProgramState(record: state.record()) == state)
        #expect(state.activation(at: Times.noon("2026-05-01"))?.position == JournalPosition(1))
        #expect(state.head == ChainHead(position: JournalPosition(1), hash: [9]))
        #expect(throws: LedgerFault.self) { try state.apply(entry, hash: [9]) }
    }
}
