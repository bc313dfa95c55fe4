/// What a cell was found to say.
package enum Reading<Value: Sendable & Hashable>: Hashable, Sendable {
    /// Nothing: the cell is empty. A missing number is not zero.
    case missing

    /// Something that only fills the field, such as 1900-01-01; it counts as missing.
    case placeholder(Value)

    /// A value.
    case value(Value)

    /// A value that lacked its leading zero; likely, not certain.
    case restored(Value)

    /// Nothing that can be used.
    case invalid(FieldProblem)
}

// MARK: - Access

extension Reading {
    /// The value, restored or not; nil if the cell says nothing.
    package var usable: Value? {
        switch self {
        case .value(let value), .restored(let value): value
        case .missing, .placeholder, .invalid: nil
        }
    }

    /// The problem, if that is what came out.
    package var problem: FieldProblem? {
        if case .invalid(let problem) = self { problem } else { nil }
    }
}
