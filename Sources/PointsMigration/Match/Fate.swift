/// What becomes of one row.
package enum Fate: Hashable, Sendable {
    /// The row is the first of its group and becomes a member.
    case create(group: Int)

    /// The row joins the member that another row of its group creates.
    case join(group: Int, because: MatchEvidence)

    /// A person must look at it.
    case review(ReviewReason)

    /// It cannot be migrated.
    case reject(RejectReason)
}

// MARK: - Access

extension Fate {
    /// The group of a row that is migrated; nil for any other.
    package var group: Int? {
        switch self {
        case .create(let group), .join(let group, _): group
        case .review, .reject: nil
        }
    }
}
