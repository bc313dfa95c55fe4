import TestSupport

@testable import PointsCore

// MARK: - Small values

extension RandomEntry {
    mutating func flag() -> Bool { Bool.random(using: &random) }

    mutating func number() -> Int64 {
        let bits = Int64.random(in: 0...62, using: &random)
        return Int64(bitPattern: random.next()) >> bits
    }

    mutating func position() -> JournalPosition { JournalPosition(number()) }

    mutating func instant() -> Instant {
        Instant(
            milliseconds: Int64.random(
                in: -62_135_596_800_000...253_402_300_799_999, using: &random))
    }

    mutating func day() -> CivilDate {
        CivilDate(
            dayNumber: Int.random(
                in: CivilDate.firstDayNumber...CivilDate.lastDayNumber, using: &random))
    }

    mutating func text() -> String {
        one(["", "store", "ec", "standard", "期間限定", "e\u{301}", "naïve", "\u{0}", "🎁", "x/y"])
    }

    mutating func bytes() -> [UInt8] {
        (0..<Int.random(in: 0...32, using: &random)).map { _ in
            UInt8.random(in: 0...255, using: &random)
        }
    }

    mutating func one<Value>(_ values: [Value]) -> Value {
        values[Int.random(in: 0..<values.count, using: &random)]
    }

    mutating func maybe<Value>(_ make: (inout RandomEntry) -> Value) -> Value? {
        flag() ? make(&self) : nil
    }

    mutating func many<Value>(_ make: (inout RandomEntry) -> Value) -> [Value] {
        var values: [Value] = []
        for _ in 0..<Int.random(in: 0...4, using: &random) { values.append(make(&self)) }
        return values
    }
}
