/// One thing that conditions ask of a sale, in numbers; equal ones of several rules are asked once.
enum PlannedTest: Hashable, Sendable {
    /// A name of this kind is one of these.
    case name(PlannedNames.Kind, NumberSet)
    /// The business day's day of the month, a bit each.
    case dayOfMonth(UInt32)
    /// Its day of the week, a bit each.
    case weekday(UInt32)
    /// The business day lies within one of these periods of day numbers.
    case dates([ClosedRange<Int>])
    /// The minute of the local day.
    case timeOfDay(from: Int, to: Int)
    /// What the basket costs.
    case orderTotal(AmountBound, includesTax: Bool)
    /// What it holds of the lines that a filter lets through.
    case basket(filter: Int, quantity: AmountBound?, amount: AmountBound?, includesTax: Bool)
    /// Whether it is the member's first.
    case firstPurchase(Bool)
    /// Since when somebody is a member.
    case memberSince(MembershipAge)
    /// What is true of the person.
    case person(PersonalTrait)
}
