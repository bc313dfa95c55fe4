/// How many points may pay for a basket.
package struct Redeemable: Hashable, Sendable {
    /// The most, by the rules.
    package let max: Int64
    /// The fewest, if any.
    package let min: Int64
    /// In multiples of this.
    package let unit: Int64

    /// Between the fewest and the most, in units.
    package init(max: Int64, min: Int64, unit: Int64) {
        self.max = max
        self.min = min
        self.unit = unit
    }

    /// The same for somebody who has only so many points: a multiple of the unit, or nothing below the fewest.
    package func limited(to spendable: Int64) -> Redeemable {
        let most = Swift.min(max, spendable)
        let whole = most - most % unit
        return Redeemable(max: whole >= min ? whole : 0, min: min, unit: unit)
    }

    /// Why so many points may not pay.
    package enum Obstacle: String, Hashable, Sendable, CaseIterable {
        /// They are more than may pay for the basket.
        case aboveMax = "above_max"
        /// They are fewer than may pay at a time.
        case belowMin = "below_min"
        /// They are no multiple of the unit.
        case notInUnits = "not_in_units"
    }

    /// What keeps so many points from paying; `nil` if they may.
    package func obstacle(to points: Int64) -> Obstacle? {
        if points > max { return .aboveMax }
        if points < min { return .belowMin }
        return points % unit == 0 ? nil : .notInUnits
    }

    /// Why so many points may not pay, in words; `nil` if they may.
    package func objection(to points: Int64) -> String? {
        switch obstacle(to: points) {
        case .aboveMax: "Points may pay \(max) of this basket; \(points) were to pay."
        case .belowMin: "At least \(min) points pay at a time; \(points) were to pay."
        case .notInUnits: "Points pay in multiples of \(unit); \(points) were to pay."
        case nil: nil
        }
    }
}
