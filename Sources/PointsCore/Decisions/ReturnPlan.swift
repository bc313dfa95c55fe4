/// The postings of a return, worked out step by step: first redeemed points go back, then earned ones are taken.
struct ReturnPlan {
    /// What is to be posted so far.
    private(set) var postings: [Posting] = []
    /// Redeemed points that went back and may be spent.
    private(set) var restored: Int64 = 0
    /// Redeemed points that went back to lots past their last day.
    private(set) var restoredExpired: Int64 = 0
    /// Earned points that the remaining basket does not earn.
    private(set) var clawedBack: Int64 = 0
    /// How many of them were not there to take.
    private(set) var shortfall: Int64 = 0
    /// Points that each grant of the purchase still earns.
    private(set) var earned: [Int64]
    /// How many of them have come true.
    private(set) var confirmed: [Int64]
    /// Points earned beyond what was earned before.
    private(set) var toppedUp: [PurchaseGrant] = []

    private let situation: Situation
    private let purchase: Purchase
    private let isAway: Bool
    /// Where what it earns beyond comes from: 0, or a buyer who became part of the member.
    private let origin: Int64
    private var wallet: Wallet
    /// What somebody who is away left behind: a return adds to it or takes from it.
    private var left: Wallet
    /// What leaving has cost the member for good.
    private var forgone: Wallet

    /// A plan for a purchase of the desk's member.
    init(desk: Desk, purchase: Purchase) {
        situation = desk.situation
        self.purchase = purchase
        isAway = desk.member?.status == .withdrawn
        origin = desk.member.map { $0.id.number == purchase.member ? 0 : purchase.member } ?? 0
        wallet = desk.member?.wallet ?? Wallet()
        left = Wallet(lots: desk.member?.departure?.lots ?? [])
        forgone = Wallet(lots: desk.member?.forgone ?? [])
        earned = purchase.grants.map(\.points)
        confirmed = purchase.confirmed
    }

    // MARK: Redeemed points

    /// Gives redeemed points back to the lots they came from.
    ///
    /// Who has left gets them forfeited: they are among what a return within the days of grace brings back. What has expired meanwhile follows the program's policy.
    mutating func restore(_ points: Int64, rules: Ruleset) throws(Refusal) {
        let already = purchase.recorded.summary.redeemed - purchase.summary.redeemed
        for lot in purchase.restoration(of: points, after: already) {
            let company = lot.terms.company
            postings.append(Posting(.redeemed(company: company), -lot.points))
            guard let terms = restoredTerms(for: lot.terms, rules: rules) else {
                // Of what came in with another member it is told whose it was.
                postings.append(
                    Posting(
                        .expired(company: company), lot.points,
                        lot: lot.terms.from == 0 ? nil : lot.terms))
                restoredExpired += lot.points
                continue
            }
            let back = Lot(terms: terms, points: lot.points)
            if isAway {
                postings.append(
                    Posting(.forfeited(company: company), back.points, lot: back.terms))
                left = try left.adding([back])
            } else {
                postings.append(Posting(.available, back.points, lot: back.terms))
                wallet = try wallet.adding([back])
            }
            restored += back.points
        }
    }

    /// The lot that takes the points back; `nil` if they stay expired.
    private func restoredTerms(for terms: LotTerms, rules: Ruleset) -> LotTerms? {
        if case .newLot = rules.program.restore {
            return wallet.terms(
                for: terms.pointClass, of: terms.company, grantedOn: situation.today,
                validity: rules.validity(of: terms.pointClass) ?? rules.program.validity
            ).from(terms.from)
        }
        let terms = wallet.current(terms)
        if terms.isSpendable(on: situation.today) { return terms }
        if case .originalLotGrace(let days) = rules.program.restore {
            return terms.expiring(on: situation.today.adding(days: days))
        }
        return nil
    }

    // MARK: Earned points

    /// Takes back what the remaining basket does not earn, and gives what it earns beyond; the oldest grants are kept first.
    mutating func adjustEarnings(
        to evaluation: Evaluation, of pieces: [Int64], rules: Ruleset, policy: ShortfallPolicy
    ) {
        let (kept, beyond) = purchase.distribute(evaluation, in: rules.program.calendar)
        for place in purchase.grants.indices {
            earned[place] = kept[place]
            claw(purchase.grants[place].points - kept[place], ofGrantAt: place, policy: policy)
        }
        let waits = !isAway && zip(pieces, purchase.shipped).contains { $0 > $1 }
        for portion in beyond { topUp(portion, rules: rules, waits: waits) }
    }

    /// Takes what waits first, then what was cancelled when the member left and is not there to take, then what has come
    /// true.
    private mutating func claw(
        _ points: Int64, ofGrantAt place: Int, policy: ShortfallPolicy
    ) {
        let grant = purchase.grants[place]
        let company = grant.terms.company
        let waiting = waiting(of: grant)
        let cancelled = max(
            0, grant.points - confirmed[place] - waiting.reduce(0) { $0 + $1.points })
        let waited = take(points, of: waiting)
        let due = min(max(0, points - waited - cancelled), confirmed[place])
        confirmed[place] -= due
        clawedBack += waited + due
        guard due > 0 else { return }
        postings.append(Posting(.issued(company: company), due))
        let own = ownLots(of: grant)
        let lost = takeForgone(due, of: own)
        let missing = due - lost - take(due - lost, first: own)
        guard missing > 0 else { return }
        shortfall += missing
        switch policy {
        case .debt:
            postings.append(Posting(.debt, -missing))
            wallet.debt -= missing
        case .refund, .forgive:
            postings.append(Posting(.adjusted(company: company), -missing))
        }
    }

    /// What waits of a grant: what nobody has confirmed yet before what has its day.
    private func waiting(of grant: PurchaseGrant) -> [PendingGrant] {
        guard grant.isPending else { return [] }
        return wallet.pendingGrants(of: purchase.id).filter { $0.terms == grant.terms }
    }

    /// Takes points that wait; says how many it found.
    private mutating func take(_ points: Int64, of waiting: [PendingGrant]) -> Int64 {
        var missing = points
        for part in waiting where missing > 0 {
            let taken = min(missing, part.points)
            missing -= taken
            postings.append(Posting(.pending, -taken, lot: part.terms, owner: part.owner))
            postings.append(Posting(.issued(company: part.terms.company), taken))
        }
        return points - missing
    }

    /// Takes points that the member lost by leaving: the program has them already.
    private mutating func takeForgone(_ points: Int64, of own: [LotTerms]) -> Int64 {
        guard !isAway else { return 0 }
        var missing = points
        for lot in forgone.lots
        where missing > 0 && own.contains(where: { lot.terms.isSameGrant(as: $0) }) {
            let taken = Lot(terms: lot.terms, points: min(missing, lot.points))
            missing -= taken.points
            postings.append(
                Posting(.forfeited(company: lot.terms.company), -taken.points, lot: lot.terms))
            forgone.takeAll(taken)
        }
        return points - missing
    }

    /// The lots that a grant opened: on the day of the sale, or on the days on which its points came true.
    private func ownLots(of grant: PurchaseGrant) -> [LotTerms] {
        guard grant.isPending else { return [grant.terms] }
        return purchase.opened.filter {
            $0.pointClass == grant.terms.pointClass && $0.company == grant.terms.company
        }
    }

    /// Takes points from the purchase's own lots, then in consumption order; says how many it found.
    private mutating func take(_ points: Int64, first own: [LotTerms]) -> Int64 {
        let all = isAway ? left.lots : wallet.lots
        let lots = all.filter { $0.terms.isSpendable(on: situation.today) }
        let isOwn = lots.map { lot in own.contains { lot.terms.isSameGrant(as: $0) } }
        let order =
            zip(lots, isOwn).filter(\.1).map(\.0) + zip(lots, isOwn).filter { !$0.1 }.map(\.0)
        var missing = points
        for lot in order where missing > 0 {
            let taken = min(missing, lot.points)
            missing -= taken
            let drawn = Lot(terms: lot.terms, points: taken)
            if isAway {
                postings.append(
                    Posting(.forfeited(company: lot.terms.company), -taken, lot: lot.terms))
                left.takeAll(drawn)
            } else {
                postings.append(Posting(.available, -taken, lot: lot.terms))
                wallet.takeAll(drawn)
            }
        }
        return points - missing
    }

    private mutating func topUp(
        _ portion: Evaluation.Portion, rules: Ruleset, waits waitsForShipment: Bool
    ) {
        let soldOn = situation.calendar.businessDay(of: purchase.occurredAt)
        let ownDate = portion.pending?.latestConfirmation(
            ofSaleOn: soldOn, in: situation.calendar)
        let waits =
            portion.pending == nil
            ? waitsForShipment : !isAway && ownDate.map { $0 > situation.now } ?? false
        let terms = wallet.terms(
            for: portion.pointClass, of: purchase.company, grantedOn: situation.today,
            validity: portion.validity
        ).from(origin)
        let grant = PurchaseGrant(
            terms: terms, validity: portion.validity, points: portion.points, isPending: waits,
            confirmsAt: waits ? ownDate ?? purchase.latestConfirmation(under: rules) : nil)
        toppedUp.append(grant)
        postings.append(Posting(.issued(company: terms.company), -portion.points))
        if isAway {
            postings.append(
                Posting(.forfeited(company: terms.company), portion.points, lot: terms))
        } else if waits {
            postings.append(
                Posting(.pending, portion.points, lot: terms, owner: purchase.id))
        } else {
            let credit = wallet.creditPostings(for: [Lot(terms: terms, points: portion.points)])
            for posting in credit where posting.account == .debt { wallet.debt += posting.points }
            postings += credit
        }
    }
}
