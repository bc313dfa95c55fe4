/// Where the member's purchases and activities begin, newest first, as a fold over the member's entries: each names the one
/// before it, so that the newest few are found without an index and without a walk over everything else.
///
/// There is one of each, none before the first. Who became part of another keeps a trail of their own: the person has all of them.
package struct CustomerTrail: Hashable, Sendable {
    /// The newest purchases, newest first.
    package internal(set) var purchases: [JournalPosition] = []
    /// The newest activities, newest first.
    package internal(set) var activities: [JournalPosition] = []

    /// Nothing was done.
    package init() {}
}

// MARK: - The fold

extension CustomerTrail {
    /// Carries out an entry of the member.
    ///
    /// - Throws: ``LedgerFault/chainBroken(expected:found:)`` if it names others as those before it.
    mutating func apply(_ entry: Entry) throws(LedgerFault) {
        switch entry.event {
        case .purchaseRecorded(let recorded):
            try CustomerTrail.check(recorded.previous, purchases)
            purchases = [entry.position]
        case .activityRecorded(let recorded):
            try CustomerTrail.check(recorded.previous, activities)
            activities = [entry.position]
        default: break
        }
    }

    private static func check(
        _ named: [JournalPosition], _ known: [JournalPosition]
    ) throws(LedgerFault) {
        guard named == known else {
            throw .chainBroken(expected: known.first ?? .none, found: named.first ?? .none)
        }
    }
}
