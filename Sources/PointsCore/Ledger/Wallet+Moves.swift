// MARK: - Postings for what often happens

extension Hold {
    /// Everything back to the lots it came from.
    var releasePostings: [Posting] {
        lots.flatMap { lot in
            [
                Posting(.held, -lot.points, lot: lot.terms, owner: id),
                Posting(.available, lot.points, lot: lot.terms, owner: id),
            ]
        }
    }
}

extension Lot {
    /// The points leave the wallet for an account of the program, of the company that issued them.
    func leavingPostings(for account: (String) -> Account) -> [Posting] {
        [
            Posting(.available, -points, lot: terms),
            Posting(account(terms.company), points),
        ]
    }
}

extension Wallet {
    /// New points come in, each lot above zero: what is owed is paid first.
    func creditPostings(for lots: [Lot]) -> [Posting] {
        var owed = -debt
        var postings: [Posting] = []
        for lot in lots {
            let paid = min(owed, lot.points)
            owed -= paid
            if paid > 0 { postings.append(Posting(.debt, paid)) }
            if lot.points > paid {
                postings.append(Posting(.available, lot.points - paid, lot: lot.terms))
            }
        }
        return postings
    }

    /// Points granted by the companies of the lots.
    func issuePostings(for lots: [Lot]) -> [Posting] {
        lots.map { Posting(.issued(company: $0.terms.company), -$0.points) }
            + creditPostings(for: lots)
    }

    /// Pending points become lots on a business day.
    func confirmationPostings(for grants: [PendingGrant], on day: CivilDate) -> [Posting] {
        grants.map { Posting(.pending, -$0.points, lot: $0.terms, owner: $0.owner) }
            + creditPostings(
                for: grants.map { Lot(terms: confirmedTerms(of: $0, on: day), points: $0.points) })
    }

    /// Pending grants of a purchase, those without a day first.
    func pendingGrants(of purchase: JournalPosition) -> [PendingGrant] {
        pendingGrants.filter { $0.owner == purchase }
            + pendingGrants.filter { $0.purchase == purchase && $0.owner != purchase }
    }

    /// The wallet with these lots put in, to see what could be drawn from it.
    func adding(_ lots: [Lot]) throws(Refusal) -> Wallet {
        var wallet = self
        do throws(LedgerFault) {
            for lot in lots { try wallet.put(lot) }
        } catch {
            throw .internalFault(error.message)
        }
        return wallet
    }

    /// Takes points that are known to be in a lot.
    mutating func takeAll(_ taken: Lot) {
        guard let index = lots.firstIndex(where: { $0.terms == taken.terms }) else { return }
        lots[index].points -= taken.points
        if lots[index].points <= 0 { lots.remove(at: index) }
    }
}
