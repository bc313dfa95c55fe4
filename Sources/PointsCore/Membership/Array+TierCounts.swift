extension [TierCount] {
    /// Adds to a month, or takes from it what came back; counts stay in order, and none falls below zero.
    mutating func add(_ count: TierCount) {
        let place = firstIndex { ($0.month, $0.metric.rawValue) >= count.key }
        guard let place, self[place].key == count.key else {
            if count.amount > 0 { insert(count, at: place ?? endIndex) }
            return
        }
        self[place].amount += count.amount
        if self[place].amount <= 0 { remove(at: place) }
    }
}
