// MARK: - Who comes and goes

extension Generator {
    mutating func membership() -> Step.Deed {
        switch random.number(0...99) {
        case 0..<9:
            return .join(cards: [rememberedCard()], isProvisional: random.chance(40))
        case 9..<14: return register()
        case 14..<18: return .link(who(), card: rememberedCard())
        case 18..<22:
            let (owner, card) = ownCard()
            return .unlink(owner, card: card)
        case 22..<28:
            let (owner, lost) = ownCard()
            return .replaceCard(owner, lost: lost, with: random.chance(70) ? card() : nil)
        case 28..<35: return .suspend(who())
        case 35..<44: return resume()
        case 44..<53: return .withdraw(leaver())
        case 53..<64: return .rejoin(cards: returningCards())
        case 64..<83:
            let (other, survivor) = couple()
            return .merge(other, into: survivor)
        default:
            let (other, survivor) = merged()
            return .unmerge(other, from: survivor)
        }
    }

    mutating func previewOfMerging() -> Step.Deed {
        if random.chance(50) {
            let (other, survivor) = couple()
            return .previewMerge(other, into: survivor)
        }
        let (other, survivor) = merged()
        return .previewUnmerge(other, from: survivor)
    }

    /// Two who are there, most often.
    private mutating func couple() -> (other: Step.Who, survivor: Step.Who) {
        let there = standing(true)
        guard random.chance(90), let survivor = random.pick(there),
            let other = random.pick(there.filter { $0 != survivor })
        else { return (who(), who()) }
        return (.joined(other), .joined(survivor))
    }

    /// Somebody who is part of another, most often.
    private mutating func merged() -> (other: Step.Who, survivor: Step.Who) {
        let merged = model.people.keys.sorted().filter {
            model.people[$0]?.mergedInto != nil
        }
        guard random.chance(92), let other = random.pick(merged),
            let survivor = model.people[other]?.mergedInto
        else { return (who(), who()) }
        return (.joined(other), .joined(random.chance(90) ? survivor : model.answering(for: other)))
    }

    /// A card that nobody registered, most often.
    private mutating func register() -> Step.Deed {
        let provisional = standing(true).filter { model.people[$0]?.status == .provisional }
        let card = random.chance(50) ? [rememberedCard()] : []
        guard random.chance(85), let person = random.pick(provisional) else {
            return .register(who(), cards: card)
        }
        return .register(.joined(person), cards: card)
    }

    private mutating func resume() -> Step.Deed {
        let suspended = standing(true).filter { model.people[$0]?.status == .suspended }
        guard random.chance(85), let person = random.pick(suspended) else { return .resume(who()) }
        return .resume(.joined(person))
    }

    /// Often somebody who has set points aside.
    private mutating func leaver() -> Step.Who {
        let holders = standing(true).filter { person in
            model.people[person]?.points.holds.contains { $0.until > clock } == true
        }
        if random.chance(70), let person = random.pick(holders) { return .joined(person) }
        return who()
    }

    /// Who has left comes back most often.
    private mutating func returningCards() -> [Int] {
        let left = model.leavers.filter {
            model.people[model.answering(for: $0.value.person)]?.isAway == true
        }
        let old = random.pick(left.keys.sorted()) ?? rememberedCard()
        return random.chance(75) ? [old] : [rememberedCard(), old]
    }

    /// Now and then one by which somebody is known.
    private mutating func rememberedCard() -> Int {
        let known = model.leavers.keys.sorted().filter { model.owners[$0] == nil }
        if random.chance(35), let card = random.pick(known) { return card }
        return card()
    }

    /// A member with a card of theirs, most often.
    private mutating func ownCard() -> (owner: Step.Who, card: Int) {
        guard random.chance(80), let card = random.pick(model.owners.keys.sorted()),
            let owner = model.owners[card]
        else { return (who(), card()) }
        return (random.chance(40) ? .card(card) : .joined(owner), card)
    }
}
