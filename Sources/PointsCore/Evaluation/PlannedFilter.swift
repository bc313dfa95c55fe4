/// A line condition whose parts stand by their places in a plan.
enum PlannedFilter: Hashable, Sendable {
    /// Every filter at these places lets the line through.
    case all(Range<Int>)
    /// At least one of them does.
    case any(Range<Int>)
    /// The filter at a place does not.
    case not(Int)
    /// The line's category is one of these or lies under one.
    case category(NumberSet)
    /// The line's article is one of these.
    case sku(NumberSet)
}
