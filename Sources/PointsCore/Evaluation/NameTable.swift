/// The names of one kind that rules mention, as small numbers.
struct NameTable: Hashable, Sendable {
    private var numbers: [String: Int] = [:]

    /// Whether no rule mentions any.
    var isEmpty: Bool { numbers.isEmpty }

    /// The number of a name, a new one if it has none.
    mutating func number(of name: String) -> Int {
        if let known = numbers[name] { return known }
        numbers[name] = numbers.count
        return numbers.count - 1
    }

    /// The numbers of some names.
    mutating func numbers(of names: some Sequence<String>) -> NumberSet {
        NumberSet(names.sorted().map { number(of: $0) })
    }

    /// The number of a name; −1 for one that no rule mentions, or for none.
    func find(_ name: String?) -> Int {
        guard !numbers.isEmpty, let name else { return -1 }
        return numbers[name] ?? -1
    }
}
