package import PointsCore

/// A value as SQLite has it in a column.
package enum StoredValue: Hashable, Sendable {
    /// Nothing.
    case null
    /// A number; no table of Meguri's has fractions.
    case integer(Int64)
    /// Text, compared by its bytes.
    case text(ExactText)
    /// Bytes.
    case bytes([UInt8])

    /// Whether it comes before another in the order of a key.
    func precedes(_ other: StoredValue) -> Bool {
        switch (self, other) {
        case (.integer(let left), .integer(let right)): left < right
        case (.text(let left), .text(let right)): left < right
        case (.bytes(let left), .bytes(let right)): left.lexicographicallyPrecedes(right)
        default: kind < other.kind
        }
    }

    /// SQLite sorts numbers before text before bytes.
    private var kind: Int {
        switch self {
        case .null: 0
        case .integer: 1
        case .text: 2
        case .bytes: 3
        }
    }
}
