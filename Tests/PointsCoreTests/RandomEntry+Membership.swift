@testable import PointsCore

// MARK: - Joining, standing, merging

extension RandomEntry {
    /// An event about who is a member.
    mutating func membership(_ kind: Int) -> Event {
        switch kind {
        case 22:
            .registered(
                Registered(
                    on: day(), bonus: maybe { $0.bonus() }, bonusBefore: maybe { $0.day() }))
        case 23: .suspended(reason: text())
        case 24: .resumed(Resumed(reason: text(), status: one(MemberStatus.allCases)))
        case 25: .identityUnlinked(kind: text())
        case 26: .identityReplaced(kind: text())
        case 27:
            .absorbed(
                Absorbed(
                    member: id(), status: one(MemberStatus.allCases), joinedOn: day(),
                    estate: estate(depth: 1), standing: maybe { $0.tierStanding() }))
        case 28: .mergedInto(id())
        case 29: .released(parted())
        case 31, 32, 33: consentEvent(kind)
        case 34: .profileChanged(fields: many { $0.text() })
        case 35: .erased(Erased(isDue: flag(), isForgotten: flag()))
        case 36:
            .offerClaimed(
                OfferClaimed(
                    offer: text(), lots: many { Lot(terms: $0.terms(), points: $0.number()) },
                    awards: many { $0.award() }, capUses: many { $0.capUse() }))
        default: .cameApart(parted())
        }
    }

    private mutating func id() -> MemberID { MemberID(number: number(), token: number().magnitude) }

    private mutating func parted() -> Parted {
        Parted(
            other: id(), status: one(MemberStatus.allCases), joinedOn: day(),
            estate: estate(depth: 1))
    }

    private mutating func estate(depth: Int) -> Estate {
        var member = Member(joined())
        member.wallet.holds = many {
            Hold(
                id: $0.position(), lots: [], order: $0.maybe { $0.text() },
                expiresAt: $0.instant())
        }
        member.wallet.pendingGrants = many {
            PendingGrant(
                owner: $0.position(), purchase: $0.position(), terms: $0.terms(), points: 0,
                validity: $0.validity(), confirmsAt: $0.maybe { $0.instant() })
        }
        member.wallet.debt = -abs(number() / 2)
        member.purchaseCount = number()
        member.wallet.activeUntil = maybe { $0.day() }
        member.forgone = many { Lot(terms: $0.terms(), points: $0.number()) }
        if let use = maybe({ $0.capUse() }) { member.capCounts.add(use) }
        var estate = Estate(member) { $0 }
        guard depth > 0 else { return estate }
        let absorbed = Absorbed(
            member: id(), status: one(MemberStatus.allCases), joinedOn: day(),
            estate: self.estate(depth: depth - 1), standing: nil)
        estate.absorbed = [Absorption(absorbed, by: position(), at: instant(), period: number())]
        return estate
    }

    mutating func joined() -> Joined {
        Joined(
            id: MemberID(number: number(), token: random.next()),
            as: one(MemberStatus.allCases), on: day(), bonus: maybe { $0.bonus() },
            bonusBefore: maybe { $0.day() }, isStep: flag())
    }

    mutating func bonus() -> JoiningBonus {
        JoiningBonus(
            lots: many { Lot(terms: $0.terms(), points: $0.number()) },
            awards: many { $0.award() }, capUses: many { $0.capUse() })
    }
}
