/// Since when somebody must be a member for a rule to apply (`memberSince`).
package struct MembershipAge: Hashable, Sendable {
    /// Joined on one of these days; `nil` on any.
    package let joined: ClosedRange<CivilDate>?
    /// For so many days: 0 on the day of joining.
    package let days: AmountBound

    /// Days of joining, and days since.
    package init(joined: ClosedRange<CivilDate>?, days: AmountBound) {
        self.joined = joined
        self.days = days
    }

    /// Whether somebody who joined on a day is meant on another.
    package func holds(joinedOn since: CivilDate, on day: CivilDate) -> Bool {
        joined?.contains(since) ?? true
            && days.contains(Int64(day.dayNumber) - Int64(since.dayNumber))
    }
}
