/// How much one step of a day's close may do; a value, so that a test can give small ones.
struct CloseBounds {
    /// Members passed over, see ``EngineLimits/closeMembersPerStep``.
    var membersMax = EngineLimits.closeMembersPerStep
    /// Entries written, see ``EngineLimits/closeEntriesPerStep``; the last member's may be a few more.
    var entriesMax = EngineLimits.closeEntriesPerStep
}
