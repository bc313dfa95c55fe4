/// A condition whose parts stand by their places in a plan.
enum PlannedCondition: Hashable, Sendable {
    /// The test at a place.
    case test(Int)
    /// Every condition at these places.
    case all(Range<Int>)
    /// At least one of them.
    case any(Range<Int>)
    /// Not the condition at a place.
    case not(Int)
}
