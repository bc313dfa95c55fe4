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
    /// Points were given, with the reason and who else agreed.
    case granted(reason: String, approvedBy: String? = nil)
    /// A balance was corrected, with the reason and who else agreed.
    case adjusted(reason: String, approvedBy: String? = nil)
    /// A balance came from another system.
    case balanceOpened(BalanceOpened)
    /// A basket was bought.
    case purchaseRecorded(PurchaseRecorded)
    /// A purchase was shipped; its points are or will be spendable.
    case purchaseConfirmed(PurchaseConfirmed)
    /// Something of a purchase came back, or all of it was voided.
    case purchaseReturned(PurchaseReturned)
    /// An order was voided before its sale arrived.
    case orderVoided(order: String)
    /// Something came back of which nobody knows when it was bought.
    case unreceiptedReturned(UnreceiptedReturned)
    /// A member did something besides buying.
    case activityRecorded(ActivityRecorded)
    /// Points were set aside.
    case holdPlaced(HoldPlaced)
    /// A hold was given up.
    case holdReleased(hold: JournalPosition)
    /// A hold ran out of time.
    case holdTimedOut(hold: JournalPosition)
    /// Activity moved the last day of the lots that follow it on.
    case lotsExtended(until: CivilDate)
    /// Lots passed their last day.
    case lotsExpired
    /// Pending points reached the day on which they count.
    case pendingMatured(purchase: JournalPosition)
    /// A rank was judged again once it had been kept as long as it had to be.
    case tierReviewed(TierReviewed)
    /// A business day was closed.
    case dayClosed(DayClosed)
    /// Rules came into force, or were announced.
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
        case .orderVoided: "purchase.void"
        case .unreceiptedReturned: "purchase.returnWithoutReceipt"
        case .activityRecorded: "activity.record"
        case .holdPlaced: "hold.place"
        case .holdReleased: "hold.release"
        case .holdTimedOut: "hold.timeout"
        case .lotsExtended: "points.extend"
        case .lotsExpired: "points.expire"
        case .pendingMatured: "points.confirm"
        case .tierReviewed: "tier.review"
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

    /// Whether it is the answer to a command: what time brought about, and what a command does on the way to its own entry,
    /// is not.
    package var answersCommand: Bool {
        switch self {
        case .holdTimedOut, .lotsExtended, .lotsExpired, .pendingMatured, .tierReviewed: false
        case .purchaseReturned(let returned): !returned.isStep
        default: true
        }
    }

    /// How many purchases more stand by it, or fewer.
    package var purchaseCountChange: Int64 {
        switch self {
        case .purchaseRecorded(let recorded): recorded.summary.status.stands ? 1 : 0
        case .purchaseReturned(let returned): returned.summary.status.stands ? 0 : -1
        default: 0
        }
    }

    /// What it adds to what rules have given under their caps.
    package var capUses: [CapUse] {
        switch self {
        case .purchaseRecorded(let recorded): recorded.capUses
        case .purchaseReturned(let returned): returned.capUses
        case .activityRecorded(let recorded): recorded.capUses
        default: []
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
        switch self {
        case .purchaseRecorded(let recorded): recorded.awards
        case .unreceiptedReturned(let returned): returned.awards
        case .activityRecorded(let recorded): recorded.awards
        default: []
        }
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
}
