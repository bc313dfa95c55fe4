// MARK: - Transforming

extension Reading {
    /// The same reading of another value.
    package func map<Other: Sendable & Hashable>(
        _ transform: (Value) -> Other
    ) -> Reading<Other> {
        switch self {
        case .missing: .missing
        case .placeholder(let value): .placeholder(transform(value))
        case .value(let value): .value(transform(value))
        case .restored(let value): .restored(transform(value))
        case .invalid(let problem): .invalid(problem)
        }
    }
}
