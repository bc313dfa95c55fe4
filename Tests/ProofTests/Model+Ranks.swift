// MARK: - Ranks

extension Model {
    /// "Tiers: by net spend, earned points or visits over a rolling or calendar window".
    func basis(of person: Int, on day: Int) -> Int64 {
        guard let ranks = policy.ranks, let counted = people[person]?.rank.counted else { return 0 }
        let months = ranks.window(in: Times.monthNumber(of: day))
        return counted.reduce(0) { months.contains($1.key) ? $0 + $1.value : $0 }
    }

    /// What a purchase counts as it is now.
    func worth(of sale: Int) -> Int64 {
        guard let ranks = policy.ranks, let purchase = purchases[sale] else { return 0 }
        switch ranks.metric {
        case .points: return purchase.grants.reduce(0) { $0 + $1.points }
        case .visits: return purchase.isOver ? 0 : 1
        case .spend, .spendWithoutTax:
            return money(
                purchase.basket, purchase.left, redeemed: purchase.redeemed,
                withTax: ranks.metric == .spend)
        }
    }

    private func money(
        _ basket: Step.Basket, _ pieces: [Int64], redeemed: Int64, withTax: Bool
    ) -> Int64 {
        let price = price(basket, pieces)
        let shares = shares(of: redeemed, in: basket, at: price)
        return price.rates.reduce(0) { sum, rate in
            let places = basket.lines.indices.filter { basket.lines[$0].taxRate == rate }
            let paid = places.reduce(0) { $0 + price.gross[$1] - shares[$1] }
            return sum + paid - (withTax ? 0 : paid * rate / (100 + rate))
        }
    }

    /// The rank by which a sale is judged: "as of occurredAt".
    func rank(of person: Int?) -> Int {
        guard policy.ranks != nil, let rank = person.flatMap({ people[$0]?.rank }) else {
            return 0
        }
        return rank.rank(at: now)
    }

    /// "Up at once".
    mutating func countTowardsRank(_ sale: Int) {
        guard let ranks = policy.ranks, let purchase = purchases[sale], purchase.earns,
            let buyer = purchase.person, worth(of: sale) > 0,
            now >= people[buyer]?.rank.startedAt ?? now
        else { return }
        let (now, month, worth) = (now, Times.monthNumber(of: today), worth(of: sale))
        purchases[sale]?.counts = Purchase.Counts(month: month, period: people[buyer]?.rank.period)
        edit(buyer) { person in
            person.rank.counted[month, default: 0] += worth
            // Months that no window has any more are forgotten.
            let newest = person.rank.counted.filter { $0.value > 0 }.keys.max() ?? month
            person.rank.counted = person.rank.counted.filter { $0.key >= newest - ranks.months }
            person.rank.latestSale = max(now, person.rank.latestSale ?? now)
        }
        guard let person = people[buyer], status(of: buyer) == .active,
            let latest = person.rank.latestSale
        else { return }
        let day = Times.day(of: latest)
        let reached = ranks.carried(by: basis(of: buyer, on: day))
        guard reached > 0, reached >= person.rank.held else { return }
        let last = ranks.lastDay(reachedOn: day)
        edit(buyer) { person in
            if reached > person.rank.held {
                person.rank.become(reached, since: latest)
                person.rank.lastDay = last
            } else {
                person.rank.lastDay = max(last, person.rank.lastDay ?? last)
            }
        }
    }

    /// "Returns count backwards", as far as the sale counts at all.
    mutating func countReturn(of sale: Int, worthBefore before: Int64) {
        guard let purchase = purchases[sale], let counts = purchase.counts,
            let person = purchase.person, people[person]?.rank.period == counts.period,
            fault != .returnsCount
        else { return }
        count(worth(of: sale) - before, in: counts.month, broughtBy: person)
    }

    /// What comes back without a receipt is taken off the month in which it comes.
    mutating func countUnreceipted(_ basket: Step.Basket, earning points: Int64, of person: Int) {
        guard let ranks = policy.ranks, ranks.metric != .visits else { return }
        let pieces = basket.lines.map(\.quantity)
        let worth =
            ranks.metric == .points
            ? points : money(basket, pieces, redeemed: 0, withTax: ranks.metric == .spend)
        count(-worth, in: Times.monthNumber(of: today), for: person)
    }

    mutating func count(_ worth: Int64, in month: Int, for person: Int) {
        edit(person) {
            $0.rank.counted[month] = max(0, ($0.rank.counted[month] ?? 0) + worth)
        }
    }

    /// "Down only at the review".
    mutating func reviewRank(of person: Int, keptThrough last: Int) {
        guard let ranks = policy.ranks, let held = people[person]?.rank.held else { return }
        let carried = ranks.carried(by: basis(of: person, on: last))
        let place = carried >= held ? carried : ranks.fallsOneStep ? held - 1 : carried
        edit(person) { person in
            person.rank.lastDay = place > 0 ? ranks.lastDay(reachedOn: last + 1) : nil
            guard place != held else { return }
            person.rank.become(place, since: Times.start(of: last + 1))
        }
    }

    /// The rank as replies show it; nothing of who is away.
    func rankFigures(of person: Int, at moment: Int64) -> [String: Int64] {
        guard let ranks = policy.ranks, people[person]?.isThere == true else { return [:] }
        var later = self
        later.settle(person, at: moment)
        guard let rank = later.people[person]?.rank else { return [:] }
        let basis = basis(of: person, on: Times.day(of: moment))
        var figures = ["rank": Int64(rank.held), "rank.basis": basis]
        figures["rank.lastDay"] = rank.lastDay.map { Int64($0) }
        if rank.held < ranks.thresholds.count {
            figures["rank.missing"] = max(0, ranks.thresholds[rank.held] - basis)
        }
        return figures
    }
}
