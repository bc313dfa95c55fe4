/// A set of small numbers, a bit each.
struct NumberSet: Hashable, Sendable {
    private var words: [UInt64] = []

    /// Numbers from 0.
    init(_ numbers: some Sequence<Int>) {
        for number in numbers {
            while words.count <= number / 64 { words.append(0) }
            words[number / 64] |= 1 << UInt64(number % 64)
        }
    }

    /// Whether a number is among them; a negative one stands for a name that no rule knows, and is not.
    func contains(_ number: Int) -> Bool {
        guard number >= 0, number / 64 < words.count else { return false }
        return words[number / 64] & (1 << UInt64(number % 64)) != 0
    }
}
