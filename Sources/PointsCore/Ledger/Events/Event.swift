/// What an entry says has happened: all that replies and projections are made of, and nothing that names a person.
package enum Event: Hashable, Sendable {
    /// A member joined, or got a card before registering.
    case joined(Joined)
    /// An identity of a kind was attached; its value is personal data and stands elsewhere.
    case identityLinked(kind: String)
    /// A member left.
    case withdrawn(Withdrawn)
    /// A member came back.
    case rejoined(Rejoined)
    /// Points were given, with the reason.
    case granted(reason: String)
    /// A balance was corrected, with the reason.
    case adjusted(reason: String)
    /// A balance came from another system.
    case balanceOpened(BalanceOpened)
    /// A basket was bought.
    case purchaseRecorded(PurchaseRecorded)
    /// A purchase was shipped; its points are or will be spendable.
    case purchaseConfirmed(PurchaseConfirmed)
    /// Something of a purchase came back, or all of it was voided.
    case purchaseReturned(PurchaseReturned)
    /// Points were set aside.
    case holdPlaced(HoldPlaced)
    /// A hold was given up.
    case holdReleased(hold: JournalPosition)
    /// A hold ran out of time.
    case holdTimedOut(hold: JournalPosition)
    /// Lots passed their last day.
    case lotsExpired
    /// Pending points reached the day on which they count.
    case pendingMatured(purchase: JournalPosition)
    /// A business day was closed.
    case dayClosed(DayClosed)
    /// Rules came into force.
    case rulesActivated(RulesActivated)
}

extension Event {
    /// The name in histories.
    package var name: String {
        switch self {
        case .joined: "member.join"
        case .identityLinked: "member.link"
        case .withdrawn: "member.withdraw"
        case .rejoined: "member.rejoin"
        case .granted: "points.grant"
        case .adjusted: "points.adjust"
        case .balanceOpened: "points.open"
        case .purchaseRecorded: "purchase.record"
        case .purchaseConfirmed: "purchase.confirm"
        case .purchaseReturned(let returned):
            returned.isVoid ? "purchase.void" : "purchase.return"
        case .holdPlaced: "hold.place"
        case .holdReleased: "hold.release"
        case .holdTimedOut: "hold.timeout"
        case .lotsExpired: "points.expire"
        case .pendingMatured: "points.confirm"
        case .dayClosed: "day.close"
        case .rulesActivated: "rules.activate"
        }
    }

    /// The member whom it brings into the program.
    package var joined: Joined? {
        switch self {
        case .joined(let joined): joined
        case .balanceOpened(let opened): opened.joined
        default: nil
        }
    }

    /// Whether time alone brought it about: such an entry is written on the way to another and answers no command.
    package var isConsequence: Bool {
        switch self {
        case .holdTimedOut, .lotsExpired, .pendingMatured: true
        default: false
        }
    }

    /// The points that a purchase earned by it.
    package var grants: [PurchaseGrant] {
        switch self {
        case .purchaseRecorded(let recorded): recorded.grants
        case .purchaseReturned(let returned): returned.toppedUp
        default: []
        }
    }

    /// What rules gave by it.
    package var awards: [RuleAward] {
        if case .purchaseRecorded(let recorded) = self { recorded.awards } else { [] }
    }

    /// The purchase it is about, if it is about one that was recorded before.
    package var purchase: JournalPosition? {
        switch self {
        case .purchaseConfirmed(let confirmed): confirmed.purchase
        case .purchaseReturned(let returned): returned.purchase
        case .pendingMatured(let purchase): purchase
        default: nil
        }
    }

    /// The hold that it ends, and how.
    package var endedHold: (id: JournalPosition, status: HoldStatus)? {
        switch self {
        case .holdReleased(let hold): (hold, .released)
        case .holdTimedOut(let hold): (hold, .expired)
        case .purchaseRecorded(let recorded): recorded.hold.map { ($0, .captured) }
        default: nil
        }
    }
}
