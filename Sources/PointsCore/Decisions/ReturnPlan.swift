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
    /// Points earned beyond what was earned before.
    private(set) var toppedUp: [PurchaseGrant] = []

    private let situation: Situation
    private let purchase: Purchase
    private let position: JournalPosition
    private let isAway: Bool
    private var wallet: Wallet
    /// What somebody who is away left behind: a return adds to it or takes from it.
    private var left: Wallet
    /// What leaving has cost the member for good.
    private var forgone: Wallet

    /// A plan for a purchase of the desk's member.
    init(desk: Desk, purchase: Purchase) {
        situation = desk.situation
        self.purchase = purchase
        position = desk.nextPosition
        isAway = desk.member?.status == .withdrawn
        wallet = desk.member?.wallet ?? Wallet()
        left = Wallet(lots: desk.member?.departure?.lots ?? [])
        forgone = Wallet(lots: desk.member?.forgone ?? [])
        earned = purchase.grants.map(\.points)
    }

    // MARK: Redeemed points

    /// Gives redeemed points back to the lots they came from.
    ///
    /// Who has left gets them forfeited: they are among what a return within the days of grace brings back. What has expired meanwhile follows the program's policy.
    mutating func restore(_ points: Int64, program: Program) throws(Refusal) {
        let already = purchase.recorded.summary.redeemed - purchase.summary.redeemed
        for lot in purchase.restoration(of: points, after: already) {
            let company = lot.terms.company
            postings.append(Posting(.redeemed(company: company), -lot.points))
            guard let terms = restoredTerms(for: lot.terms, program: program) else {
                postings.append(Posting(.expired(company: company), lot.points))
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
    private func restoredTerms(for terms: LotTerms, program: Program) -> LotTerms? {
        func until(_ day: CivilDate?) -> LotTerms {
            LotTerms(
                pointClass: terms.pointClass, company: terms.company,
                grantedOn: program.restore == .newLot ? situation.today : terms.grantedOn,
                expiresOn: day)
        }
        if case .newLot = program.restore {
            return until(program.validity.expiry(grantedOn: situation.today))
        }
        if terms.isSpendable(on: situation.today) { return terms }
        if case .originalLotGrace(let days) = program.restore {
            return until(situation.today.adding(days: days))
        }
        return nil
    }

    // MARK: Earned points

    /// Takes back what the remaining basket does not earn, and gives what it earns beyond; the oldest grants are kept first.
    mutating func adjustEarnings(
        to evaluation: Evaluation, policy: ShortfallPolicy
    ) throws(Refusal) {
        var due: [Evaluation.Portion] = evaluation.portions
        for place in purchase.grants.indices {
            let grant = purchase.grants[place]
            let portion = due.firstIndex {
                $0.pointClass == grant.terms.pointClass && $0.validity == grant.validity
            }
            let kept = min(grant.points, portion.map { due[$0].points } ?? 0)
            if let portion { due[portion].points -= kept }
            earned[place] = kept
            claw(grant.points - kept, of: grant, policy: policy)
        }
        for portion in due where portion.points > 0 && !purchase.grants.isEmpty {
            topUp(portion)
        }
    }

    private mutating func claw(
        _ points: Int64, of grant: PurchaseGrant, policy: ShortfallPolicy
    ) {
        guard points > 0 else { return }
        let company = grant.terms.company
        if grant.isPending, purchase.maturedAt == nil {
            // What does not wait any more was cancelled when the member left: there is nothing to take.
            let waiting = wallet.pendingGrants.first {
                $0.purchase == purchase.id && $0.terms == grant.terms
            }
            let taken = min(points, waiting?.points ?? 0)
            guard taken > 0 else { return }
            clawedBack += taken
            postings.append(Posting(.pending, -taken, lot: grant.terms, owner: purchase.id))
            postings.append(Posting(.issued(company: company), taken))
            return
        }
        clawedBack += points
        postings.append(Posting(.issued(company: company), points))
        let own = lotTerms(of: grant)
        let lost = takeForgone(points, of: own)
        let missing = points - lost - take(points - lost, first: own)
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

    /// Takes points that the member lost by leaving: the program has them already.
    private mutating func takeForgone(_ points: Int64, of own: LotTerms) -> Int64 {
        guard !isAway, let lot = forgone.lots.first(where: { $0.terms == own }) else { return 0 }
        let taken = Lot(terms: own, points: min(points, lot.points))
        postings.append(Posting(.forfeited(company: own.company), -taken.points, lot: own))
        forgone.takeAll(taken)
        return taken.points
    }

    /// The lot that a grant opened: on the day of the sale, or on the day on which its points began to count.
    private func lotTerms(of grant: PurchaseGrant) -> LotTerms {
        guard grant.isPending, let maturedAt = purchase.maturedAt else { return grant.terms }
        let day = situation.calendar.businessDay(of: maturedAt)
        return LotTerms(
            pointClass: grant.terms.pointClass, company: grant.terms.company, grantedOn: day,
            expiresOn: grant.validity.expiry(grantedOn: day))
    }

    /// Takes points from the purchase's own lot, then in consumption order; says how many it found.
    private mutating func take(_ points: Int64, first own: LotTerms) -> Int64 {
        let all = isAway ? left.lots : wallet.lots
        let lots = all.filter { $0.terms.isSpendable(on: situation.today) }
        let order = lots.filter { $0.terms == own } + lots.filter { $0.terms != own }
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

    private mutating func topUp(_ portion: Evaluation.Portion) {
        let waits = !purchase.isConfirmed && !isAway
        let terms = LotTerms(
            pointClass: portion.pointClass, company: purchase.company,
            grantedOn: situation.today,
            expiresOn: portion.validity.expiry(grantedOn: situation.today))
        let grant = PurchaseGrant(
            terms: terms, validity: portion.validity, points: portion.points, isPending: waits,
            confirmsAt: purchase.grants.compactMap(\.confirmsAt).min())
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
