/// Why a row cannot be migrated.
package enum RejectReason: Hashable, Sendable {
    /// The row has no identity of its own.
    case identityMissing(column: String)

    /// The row's own identity cannot be read.
    case identityUnreadable(column: String, FieldProblem)

    /// The balance cannot be read.
    case pointsUnreadable(column: String, FieldProblem)

    /// The day on which the balance expires cannot be read.
    case expiryUnreadable(column: String, FieldProblem)

    /// The member has left; the points stay behind.
    case withdrawn

    /// The row says again what an earlier one said.
    case duplicateRow(first: RowKey)
}

// MARK: - Text

extension RejectReason {
    /// The stable name of the reason.
    package var code: String {
        switch self {
        case .identityMissing: "identity_missing"
        case .identityUnreadable(_, let problem): "identity_\(problem.rawValue)"
        case .pointsUnreadable(_, let problem): "points_\(problem.rawValue)"
        case .expiryUnreadable(_, let problem): "expiry_\(problem.rawValue)"
        case .withdrawn: "withdrawn"
        case .duplicateRow: "duplicate_row"
        }
    }

    /// One sentence without capital and full stop.
    package var message: String {
        switch self {
        case .identityMissing(let column): "\(column) is empty"
        case .identityUnreadable(let column, let problem),
            .pointsUnreadable(let column, let problem),
            .expiryUnreadable(let column, let problem):
            "\(column): \(problem.message)"
        case .withdrawn: "the member has left"
        case .duplicateRow(let first): "repeats row \(first.record)"
        }
    }
}
