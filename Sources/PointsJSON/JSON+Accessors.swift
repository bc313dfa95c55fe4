// MARK: - Accessors

extension JSON {
    /// Whether this is `null`.
    package var isNull: Bool {
        if case .null = self { true } else { false }
    }

    /// The string, or nil for any other kind.
    package var string: String? {
        if case .string(let value) = self { value } else { nil }
    }

    /// The truth value, or nil for any other kind.
    package var bool: Bool? {
        if case .bool(let value) = self { value } else { nil }
    }

    /// The elements, or nil for any other kind.
    package var array: [JSON]? {
        if case .array(let value) = self { value } else { nil }
    }

    /// The members, or nil for any other kind.
    package var object: JSONObject? {
        if case .object(let value) = self { value } else { nil }
    }

    /// The number if it is exactly an `Int64`, however it is written.
    ///
    /// `1000`, `1000.0` and `1e3` are the same; a fraction, a number out of range and any other
    /// kind of value are nil.
    package var exactInteger: Int64? {
        switch self {
        case .integer(let value): value
        case .decimal(let value): value.exactInteger
        case .null, .bool, .string, .array, .object: nil
        }
    }

    /// The member with this key; nil if there is none or if this is not an object.
    package subscript(_ key: String) -> JSON? {
        object?[key]
    }

    /// What kind of value this is, with its article, for complaints: "expected a string, found a
    /// number".
    package var kindName: String {
        switch self {
        case .null: "null"
        case .bool: "true or false"
        case .integer, .decimal: "a number"
        case .string: "a string"
        case .array: "an array"
        case .object: "an object"
        }
    }
}
