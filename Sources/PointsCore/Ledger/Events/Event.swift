/// What an entry says has happened: all that replies and projections are made of, and nothing that names a person.
package enum Event: Hashable, Sendable {
    /// A member joined, or got a card before registering.
    case joined(Joined)
    /// An identity of a kind was attached; its value is personal data and stands elsewhere.
    case identityLinked(kind: String)
    /// An identity of a kind was taken from the member.
    case identityUnlinked(kind: String)
    /// A lost identity of a kind was blocked, and another may have taken its place.
    case identityReplaced(kind: String)
    /// Somebody put a name to a card.
    case registered(Registered)
    /// The member was barred.
    case suspended(reason: String)
    /// The member is not barred any more.
    case resumed(Resumed)
    /// Another member became part of this one.
    case absorbed(Absorbed)
    /// The member became part of another.
    case mergedInto(MemberID)
    /// Somebody who had become part of the member goes again.
    case released(Parted)
    /// The member, who had become part of another, is one of their own again.
    case cameApart(Parted)
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
    /// A member claimed an offer.
    case offerClaimed(OfferClaimed)
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
    /// A member corrected what they had told about themself: which fields, never what stands in them.
    case profileChanged(fields: [String])
    /// The personal data of who had left is gone.
    case erased(Erased)
    /// A business day was closed.
    case dayClosed(DayClosed)
    /// Rules came into force, or were announced.
    case rulesActivated(RulesActivated)
    /// A member agreed to something or refused it.
    case consentsRecorded(ConsentsRecorded)
    /// A member set switches.
    case preferencesSet([PreferenceSetting])
    /// A version of a policy was published.
    case policyPublished(PolicyPublished)
}

extension Event {
    /// The name in histories.
    package var name: String {
        switch self {
        case .joined: "member.join"
        case .identityLinked: "member.link"
        case .identityUnlinked: "member.unlink"
        case .identityReplaced: "member.replaceIdentity"
        case .registered: "member.register"
        case .suspended: "member.suspend"
        case .resumed: "member.resume"
        case .absorbed, .mergedInto: "member.merge"
        case .released, .cameApart: "member.unmerge"
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
        case .offerClaimed: "offer.claim"
        case .holdPlaced: "hold.place"
        case .holdReleased: "hold.release"
        case .holdTimedOut: "hold.timeout"
        case .lotsExtended: "points.extend"
        case .lotsExpired: "points.expire"
        case .pendingMatured: "points.confirm"
        case .tierReviewed: "tier.review"
        case .profileChanged: "member.update"
        case .erased: "member.erase"
        case .dayClosed: "day.close"
        case .rulesActivated: "rules.activate"
        case .consentsRecorded: "consent.record"
        case .preferencesSet: "preference.set"
        case .policyPublished: "policy.publish"
        }
    }

    /// Where the member stands by it; `nil` if it changes nothing of that.
    package var status: MemberStatus? {
        switch self {
        case .withdrawn: .withdrawn
        case .rejoined, .registered: .active
        case .suspended: .suspended
        case .resumed(let resumed): resumed.status
        case .mergedInto: .merged
        case .cameApart(let parted): parted.status
        default: joined.map { $0.status }
        }
    }

    /// The day of joining that a member has from then on, for who is known already; `nil` if nothing changes of it.
    package var joinedAnewOn: CivilDate? {
        switch self {
        case .registered(let registered): registered.on
        case .rejoined(let rejoined): rejoined.on
        case .absorbed(let absorbed): absorbed.joinedOn
        case .released(let parted), .cameApart(let parted): parted.joinedOn
        default: nil
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
        case .holdTimedOut, .lotsExtended, .lotsExpired, .pendingMatured, .tierReviewed,
            .mergedInto, .cameApart:
            false
        case .purchaseReturned(let returned): !returned.isStep
        case .consentsRecorded(let recorded): !recorded.isStep
        case .joined(let joined): !joined.isStep
        case .absorbed(let absorbed): !absorbed.isStep
        case .activityRecorded(let recorded): recorded.counts == nil
        case .erased(let erased): !erased.isDue
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
        case .offerClaimed(let claimed): claimed.capUses
        default: joiningBonus?.capUses ?? []
        }
    }

    /// What a member brings into this one by it, or takes along.
    package var estate: Estate? {
        switch self {
        case .absorbed(let absorbed): absorbed.estate
        case .cameApart(let parted): parted.estate
        default: nil
        }
    }

    /// The row number of the member who bought what it is about, if that was another who came in by a merge; 0 for the
    /// member; `nil` if it is about no return.
    var buyer: Int64? {
        if case .purchaseReturned(let returned) = self { returned.buyer } else { nil }
    }

    /// Whether lots pass their last day by it.
    var isExpiry: Bool { self == .lotsExpired }

    /// What it gave for joining.
    package var joiningBonus: JoiningBonus? {
        switch self {
        case .joined(let joined): joined.bonus
        case .registered(let registered): registered.bonus
        case .rejoined(let rejoined): rejoined.bonus
        default: nil
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
        case .offerClaimed(let claimed): claimed.awards
        default: joiningBonus?.awards ?? []
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
