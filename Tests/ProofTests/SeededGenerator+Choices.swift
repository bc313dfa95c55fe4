import TestSupport

extension SeededGenerator {
    /// A number of a range.
    mutating func number(_ range: ClosedRange<Int64>) -> Int64 {
        Int64.random(in: range, using: &self)
    }

    /// Whether something of that likelihood happens.
    mutating func chance(_ percent: Int64) -> Bool { number(1...100) <= percent }

    /// One of some values; `nil` if there are none.
    mutating func pick<Values: Collection>(_ values: Values) -> Values.Element? {
        values.randomElement(using: &self)
    }
}
