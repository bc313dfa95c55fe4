internal import PointsCore

/// Holds identities against the rules before anything is matched: what the engine takes for one must be one here,
/// and what it would refuse must not reach it.
struct IdentityCheck {
    private let mapping: SourceMapping
    private let basis: ProgramBasis

    init(_ mapping: SourceMapping, basis: ProgramBasis) {
        self.mapping = mapping
        self.basis = basis
    }
}

// MARK: - Checking

extension IdentityCheck {
    /// Brings the identities of a record into the engine's form, and rejects the rows of members who have left.
    func apply(to record: inout NormalisedRecord) {
        var identities: [MemberIdentity] = []
        for (place, identity) in record.identities.enumerated() {
            if let comparable = basis.comparable(identity) {
                if !identities.contains(comparable) { identities.append(comparable) }
            } else if place == 0, record.rejection == nil {
                record.rejection = .identityUnreadable(
                    column: mapping.identities[0].column, .identityForm)
            } else {
                remark(identity, of: mapping.identities, &record)
            }
        }
        record.identities = identities
        var links: [MemberIdentity] = []
        for link in record.links {
            if let comparable = basis.comparable(link) {
                links.append(comparable)
            } else {
                remark(link, of: mapping.links, &record)
            }
        }
        record.links = links
        if record.isWithdrawn { record.rejection = record.rejection ?? .withdrawn }
    }

    private func remark(
        _ identity: MemberIdentity, of columns: [IdentityColumn], _ record: inout NormalisedRecord
    ) {
        let column = columns.last { $0.kind == identity.kind }?.column ?? identity.kind
        record.remarks.append(
            FieldRemark(column: column, problem: .identityForm, cell: identity.value))
    }
}
