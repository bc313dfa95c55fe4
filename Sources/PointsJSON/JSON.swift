/// A JSON value (RFC 8259).
///
/// Two values are equal if they are written alike but for white space, escapes and the order of
/// members: `1` and `1.0` differ (see ``exactInteger`` and ``canonicalBytes()``), and strings are
/// compared by their bytes.
package enum JSON: Sendable {
    /// `null`.
    case null

    /// `true` or `false`.
    case bool(Bool)

    /// A number without fraction or exponent that fits an `Int64`; `-0` is zero.
    case integer(Int64)

    /// Every other number, with its digits as written.
    case decimal(JSONDecimal)

    /// A string, unescaped.
    case string(String)

    /// An array, in order.
    case array([JSON])

    /// An object; its members keep their order.
    case object(JSONObject)
}

// MARK: - Equality

extension JSON: Hashable {
    /// Strings by their bytes, objects regardless of order.
    package static func == (left: JSON, right: JSON) -> Bool {
        switch (left, right) {
        case (.null, .null): true
        case (.bool(let left), .bool(let right)): left == right
        case (.integer(let left), .integer(let right)): left == right
        case (.decimal(let left), .decimal(let right)): left == right
        case (.string(let left), .string(let right)): ExactString(left) == ExactString(right)
        case (.array(let left), .array(let right)): left == right
        case (.object(let left), .object(let right)): left == right
        default: false
        }
    }

    /// Agrees with `==`.
    package func hash(into hasher: inout Hasher) {
        hasher.combine(kindName)
        switch self {
        case .null: break
        case .bool(let value): hasher.combine(value)
        case .integer(let value): hasher.combine(value)
        case .decimal(let value): hasher.combine(value)
        case .string(let value): hasher.combine(ExactString(value))
        case .array(let value): hasher.combine(value)
        case .object(let value): hasher.combine(value)
        }
    }
}

// MARK: - Literals

extension JSON: ExpressibleByNilLiteral {
    /// `null`.
    package init(nilLiteral: ()) {
        self = .null
    }
}

extension JSON: ExpressibleByBooleanLiteral {
    /// `true` or `false`.
    package init(booleanLiteral value: Bool) {
        self = .bool(value)
    }
}

extension JSON: ExpressibleByIntegerLiteral {
    /// An integer.
    package init(integerLiteral value: Int64) {
        self = .integer(value)
    }
}

extension JSON: ExpressibleByStringLiteral {
    /// A string.
    package init(stringLiteral value: String) {
        self = .string(value)
    }
}

extension JSON: ExpressibleByArrayLiteral {
    /// An array.
    package init(arrayLiteral elements: JSON...) {
        self = .array(elements)
    }
}

extension JSON: ExpressibleByDictionaryLiteral {
    /// An object with its members in the order written; a key given twice is a programming error.
    package init(dictionaryLiteral members: (String, JSON)...) {
        self = .object(JSONObject(distinct: members))
    }
}
