internal import PointsCore

extension Verification {
    /// Notes a fault of an entry under the invariant that it breaks.
    mutating func note(_ fault: LedgerFault, of entry: Entry) {
        note(
            .init(
                invariant: fault.invariant, member: entry.member, transaction: entry.position,
                detail: fault.message))
    }
}
