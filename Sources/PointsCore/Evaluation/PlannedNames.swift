/// The names that rules mention, by their kinds.
struct PlannedNames: Hashable, Sendable {
    /// Whose name it is.
    enum Kind: Int, Hashable, Sendable, CaseIterable {
        case channel
        case company
        case store
        case terminal
        case tier
        case paymentMethod
    }

    private var tables = Kind.allCases.map { _ in NameTable() }
    /// Articles.
    var skus = NameTable()
    /// Paths of categories.
    var categories = NameTable()

    /// The numbers of names of a kind.
    mutating func numbers(of kind: Kind, _ names: Set<String>) -> NumberSet {
        tables[kind.rawValue].numbers(of: names)
    }

    /// The numbers of a sale's names, by kind.
    func numbers(in context: SaleContext) -> [Int] {
        Kind.allCases.map { kind in
            let name: String? =
                switch kind {
                case .channel: context.channel
                case .company: context.company
                case .store: context.store
                case .terminal: context.terminal
                case .tier: context.standing.tier
                case .paymentMethod: context.paymentMethod
                }
            return tables[kind.rawValue].find(name)
        }
    }

    /// The categories that rules mention among a path and those above it, with their depths: `food/dairy` and `food`.
    func matches(ofCategory path: String) -> [(category: Int, depth: Int)] {
        guard !categories.isEmpty else { return [] }
        var matches: [(category: Int, depth: Int)] = []
        var depth = 1
        let bytes = path.utf8
        var end = bytes.startIndex
        while end != bytes.endIndex {
            if bytes[end] == UInt8(ascii: "/") {
                let number = categories.find(String(path[..<end]))
                if number >= 0 { matches.append((number, depth)) }
                depth += 1
            }
            end = bytes.index(after: end)
        }
        let number = categories.find(path)
        if number >= 0 { matches.append((number, depth)) }
        return matches
    }
}
