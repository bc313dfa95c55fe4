/// A journal that cannot be folded: somebody changed it, or the engine has a fault.
package enum LedgerFault: Error, Hashable, Sendable {
    /// A posting takes more from a lot than is in it.
    case lotOverdrawn(LotTerms)
    /// A posting on lots names none.
    case lotMissing(Account)
    /// A posting names a hold that is not open.
    case holdMissing(JournalPosition)
    /// A posting takes pending points that are not there.
    case grantMissing(JournalPosition)
    /// A debt was paid more than once.
    case debtAboveZero(Int64)
    /// The postings of a transaction do not sum to zero.
    case unbalanced(sum: Int64)
    /// An entry is about a purchase that is not there or cannot have this happen to it.
    case purchaseMissing(JournalPosition)
    /// An entry is about a member that did not join before it.
    case memberMissing(Int64)
    /// An entry does not follow the one that it names as its predecessor.
    case chainBroken(expected: JournalPosition, found: JournalPosition)
    /// The hash of an entry does not follow from its bytes and the entry before.
    case hashBroken(JournalPosition)
    /// The balance kept in an entry is not what the postings come to.
    case balanceWrong(kept: Int64, folded: Int64)
    /// What the entry is about cannot be read from the database.
    case unloadable(String)
    /// The bytes of an entry are not in the documented form.
    case unreadable(offset: Int, expected: String)
}

extension LedgerFault {
    /// What is wrong, in a sentence.
    package var message: String {
        switch self {
        case .lotOverdrawn(let terms):
            "More points leave the lot granted on \(terms.grantedOn) than are in it."
        case .lotMissing(let account): "A posting on \(account.name) names no lot."
        case .holdMissing(let hold):
            "A posting names the hold \(hold.text(prefix: JournalPosition.holdPrefix)), which is not open."
        case .grantMissing(let purchase):
            "More pending points of \(purchase.text(prefix: JournalPosition.purchasePrefix)) move than there are."
        case .debtAboveZero(let debt): "The debt account stands at +\(debt)."
        case .unbalanced(let sum): "The postings sum to \(sum) instead of 0."
        case .purchaseMissing(let purchase):
            "The purchase \(purchase.text(prefix: JournalPosition.purchasePrefix)) cannot have this happen to it."
        case .memberMissing(let number): "Member number \(number) had not joined."
        case .chainBroken(let expected, let found):
            "The entry follows entry \(found.number); the member's last was \(expected.number)."
        case .hashBroken(let position):
            "Entry \(position.number) or the one before it was changed: its hash does not follow."
        case .balanceWrong(let kept, let folded):
            "The entry says \(kept) points are available; the postings come to \(folded)."
        case .unloadable(let problem): problem
        case .unreadable(let offset, let expected):
            "The bytes at \(offset) should be \(expected)."
        }
    }

    /// The invariant that does not hold, by its short name.
    package var invariant: String {
        switch self {
        case .unbalanced: "transaction.balanced"
        case .lotOverdrawn, .lotMissing: "lots"
        case .holdMissing: "holds"
        case .grantMissing: "pending"
        case .debtAboveZero: "debt"
        case .purchaseMissing: "purchase"
        case .memberMissing: "member"
        case .chainBroken: "chain.order"
        case .hashBroken: "chain.hash"
        case .balanceWrong: "balance"
        case .unloadable: "projection"
        case .unreadable: "journal.bytes"
        }
    }
}
