/// Sets that only grow together (union–find).
struct DisjointSets {
    private var parents: [Int32]

    init(count: Int) {
        parents = (0..<Int32(count)).map(\.self)
    }
}

// MARK: - Uniting

extension DisjointSets {
    /// The smallest element of the set.
    mutating func root(of element: Int) -> Int {
        var element = element
        while parents[element] != element {
            parents[element] = parents[Int(parents[element])]
            element = Int(parents[element])
        }
        return element
    }

    mutating func unite(_ left: Int, _ right: Int) {
        let (first, second) = (root(of: left), root(of: right))
        parents[max(first, second)] = Int32(min(first, second))
    }
}
