extension [Absorbed] {
    /// Points of somebody are used, or come back, of all with whom they came in but those whose own affair it is.
    mutating func use(_ points: Int64, of whose: Int, for buyer: Int?) {
        for place in indices {
            self[place].inner.use(points, of: whose, for: buyer)
            let members = self[place].members
            let isTheirs = buyer.map(members.contains) ?? false
            if members.contains(whose), !isTheirs { self[place].used += points }
        }
    }

    /// Points are lost by leaving as soon as a purchase of those whose they are gives them.
    mutating func lose(_ points: Int64, of whose: Int, for buyer: Int) {
        for place in indices {
            self[place].inner.lose(points, of: whose, for: buyer)
            let members = self[place].members
            if members.contains(whose), members.contains(buyer) { self[place].used += points }
        }
    }

    /// What a purchase counts changes, for the buyer and for everybody into whom the buyer's counts came.
    ///
    /// Tells whether the one who has these, after so many beginnings, is among them.
    mutating func count(
        _ worth: Int64, in month: Int, broughtBy buyer: Int, period: Int
    ) -> Bool {
        guard let place = firstIndex(where: { $0.members.contains(buyer) }) else { return false }
        let own = self[place].ownPeriod
        let reaches =
            self[place].person == buyer
            || self[place].inner.count(worth, in: month, broughtBy: buyer, period: own)
        if reaches {
            self[place].counted[month] = Swift.max(0, (self[place].counted[month] ?? 0) + worth)
        }
        return reaches && self[place].period == period
    }
}
