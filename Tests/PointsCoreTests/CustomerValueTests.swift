import TestSupport
import Testing

@testable import PointsCore

struct CustomerValueTests {
    private static func change(
        _ channel: String, _ day: Int, _ frequency: Int64, _ spend: Int64, paid: Int64? = nil
    ) throws -> ValueChange {
        let date = Times.day("2026-01-01").adding(days: day)
        return try #require(
            ValueChange(
                channel: channel, day: date,
                figures: ValueFigures(frequency: frequency, spend: spend, paid: paid ?? spend)))
    }

    private static func value(_ changes: [ValueChange]) throws -> CustomerValue {
        var value = CustomerValue()
        for change in changes {
            value.add(change)
            try #require(try read(written(value)) == value)
        }
        return value
    }

    private static func written(_ value: CustomerValue) -> [UInt8] {
        var writer = RecordWriter()
        value.write(to: &writer)
        return writer.bytes()
    }

    private static func read(_ bytes: [UInt8]) throws -> CustomerValue {
        var reader = try RecordReader(bytes)
        let value = try CustomerValue(from: &reader)
        try reader.finish()
        return value
    }

    private static func days(_ first: Int, _ last: Int) -> ClosedRange<CivilDate> {
        let start = Times.day("2026-01-01")
        return start.adding(days: first)...start.adding(days: last)
    }

    @Test func `adds up by channel and over all of them`() throws {
        let value = try Self.value([
            Self.change("store", 3, 1, 1_000), Self.change("ec", 9, 1, 500, paid: 400),
            Self.change("store", 3, 1, 200), Self.change("store", 20, 1, 70),
        ])
        #expect(value.figures == ValueFigures(frequency: 4, spend: 1_770, paid: 1_670))
        #expect(value.span == Self.days(3, 20))
        #expect(value.channel("ec")?.figures == ValueFigures(frequency: 1, spend: 500, paid: 400))
        #expect(value.channel("store")?.span == Self.days(3, 20))
        #expect(value.channel("store")?.days.count == 2)
        #expect(value.channel("app") == nil)
        #expect(value.isCrossChannel)
        #expect(value.channels.map(\.channel) == ["ec", "store"])
    }

    @Test func `the purchase before is the last once the last is undone`() throws {
        var value = try Self.value([
            Self.change("store", 3, 1, 1_000), Self.change("ec", 9, 1, 500),
        ])
        value.add(try Self.change("ec", 9, -1, -500))
        #expect(value.span == Self.days(3, 3))
        #expect(value.channels.count == 1)
        #expect(!value.isCrossChannel)
        value.add(try Self.change("store", 3, -1, -1_000))
        #expect(value.span == nil)
        #expect(value.figures.isZero)
    }

    @Test func `a day on which things only come back is no day of a purchase`() throws {
        let value = try Self.value([
            Self.change("store", 3, 1, 1_000), Self.change("store", 9, 0, -300),
            Self.change("ec", 12, 0, -50),
        ])
        #expect(value.figures == ValueFigures(frequency: 1, spend: 650, paid: 650))
        #expect(value.span == Self.days(3, 3))
        #expect(value.channel("ec")?.span == nil)
        #expect(!value.isCrossChannel)
    }

    @Test func `days before the last 400 are put together and their first and last stay`() throws {
        let kept = CoreLimits.purchaseDaysKept
        var value = try Self.value([
            Self.change("store", 0, 1, 100), Self.change("store", 1, 0, -5),
            Self.change("store", 5, 2, 300), Self.change("store", kept + 5, 1, 10),
        ])
        let store = try #require(value.channel("store"))
        #expect(store.before.figures == ValueFigures(frequency: 1, spend: 95, paid: 95))
        #expect(store.before.span == Self.days(0, 0))
        #expect(store.days.map(\.figures.frequency) == [2, 1])
        #expect(value.figures(on: Self.days(0, kept)).spend == 300)
        // It came in late, and what is older than what is kept goes to the rest at once.
        value.add(try Self.change("store", -20, 1, 7))
        #expect(value.span == Self.days(-20, kept + 5))
        // An old purchase that comes back no longer moves the first day, as long as another stands.
        value.add(try Self.change("store", -20, -1, -7))
        #expect(value.span == Self.days(-20, kept + 5))
        #expect(value.figures == ValueFigures(frequency: 4, spend: 405, paid: 405))
        value.add(try Self.change("store", 0, -1, -95))
        #expect(value.channel("store")?.before.figures.isZero == true)
        #expect(value.span == Self.days(5, kept + 5))
    }

    @Test(arguments: UInt64(1)...20)
    func `sales that come in any order come to the same`(_ seed: UInt64) throws {
        var random = SeededGenerator(seed: seed)
        let changes = try (0..<120).map { _ in
            let yen = Int64.random(in: 0...9_000, using: &random)
            return try Self.change(
                ["store", "ec", "app"].randomElement(using: &random) ?? "",
                Int.random(in: 0...1_500, using: &random), 1, yen,
                paid: Bool.random(using: &random) ? yen : yen / 2)
        }
        let value = try Self.value(changes)
        for _ in 0..<3 {
            #expect(try Self.value(changes.shuffled(using: &random)) == value)
        }
    }

    @Test(arguments: UInt64(1)...20)
    func `a second person comes in and goes out again`(_ seed: UInt64) throws {
        var random = SeededGenerator(seed: seed)
        func person(through last: Int) throws -> [ValueChange] {
            try (0..<40).map { _ in
                try Self.change(
                    ["store", "ec", "app"].randomElement(using: &random) ?? "",
                    Int.random(in: 0...last, using: &random), 1,
                    Int64.random(in: 1...9_000, using: &random))
            } + [Self.change("store", last, 1, 1)]
        }
        // Nothing is older than what is kept: then nothing is lost by it.
        let one = try person(through: 400)
        let other = try Self.value(try person(through: 390))
        var value = try Self.value(one)
        let before = value
        value.merge(other)
        #expect(value.figures == before.figures + other.figures)
        let later = try Self.change("ec", 395, 1, 77)
        value.add(later)
        value.separate(other)
        #expect(value == (try Self.value(one + [later])))
    }

    @Test(arguments: UInt64(1)...20)
    func `two persons who become one have bought what both have`(_ seed: UInt64) throws {
        var random = SeededGenerator(seed: seed)
        func person() throws -> [ValueChange] {
            try (0..<60).map { _ in
                try Self.change(
                    ["store", "ec"].randomElement(using: &random) ?? "",
                    Int.random(in: 0...1_500, using: &random), 1,
                    Int64.random(in: 1...9_000, using: &random))
            }
        }
        let (one, other) = (try person(), try person())
        var merged = try Self.value(one)
        merged.merge(try Self.value(other))
        #expect(merged == (try Self.value(one + other)))
        merged.separate(try Self.value(other))
        #expect(merged.figures == (try Self.value(one)).figures)
    }

    @Test func `nobody joins or parts without a trace of anything`() throws {
        var value = CustomerValue()
        value.merge(CustomerValue())
        value.separate(CustomerValue())
        #expect(value == CustomerValue())
    }

    @Test func `who comes every week fills two hundred bytes`() throws {
        let weeks = try (0..<120).map { week in
            try Self.change("store", week * 7, 1, 3_000 + Int64(week))
        }
        let bytes = Self.written(try Self.value(weeks))
        #expect(bytes.count == 201)
        let daily = try (0..<900).map { try Self.change("store", $0, 1, 900, paid: 850) }
        let size = Self.written(try Self.value(daily)).count
        #expect(size == 1_635)
    }

    @Test func `bytes that are not the shortest are refused`() throws {
        let bytes = Self.written(try Self.value([Self.change("store", 0, 2, 100)]))
        for index in bytes.indices {
            for bit in 0..<8 {
                var changed = bytes
                changed[index] ^= 1 << UInt8(bit)
                guard let read = try? Self.read(changed) else { continue }
                try #require(Self.written(read) == changed, "byte \(index), bit \(bit)")
            }
        }
    }
}
