import PointsCore

/// What the rest of the set tells about one rule: the names it may use, the calendar of its
/// examples.
struct RuleSurroundings {
    /// The settings, with stand-ins where they are wrong.
    let program: Program
    /// Ids of all earning rules, sorted.
    let earnRules: [String]
    /// Ids of those that look at the basket, not at what others gave.
    let plainRules: Set<String>
    /// Ids of those that give points for money.
    let moneyRules: Set<String>
    /// Ids of all rules for activities, sorted.
    let activityRules: [String]
    /// Ids of all segments, sorted.
    let segments: [String]
    /// For what members are asked to agree, and the companies that ask for it; `nil` in a set that asks for nothing.
    let purposes: [String: [String]]?
    /// Ids of the ranks, in their order; none in a program without, where any name may be used.
    let tiers: [String]

    /// Names of the channels, sorted.
    var channels: [String] { program.channels.keys.sorted() }
    /// Names of the activities, sorted; none in a program without a list of them, where any name may be used.
    ///
    /// A list with a name that is wrong by itself is none: nothing is said of others because of it.
    var activities: [String] {
        guard let names = program.activities, !names.isEmpty, !names.contains("") else { return [] }
        // Joining is one, whether or not it is listed.
        return names.union([JoiningBonus.activity]).sorted()
    }
    /// Names of the companies, sorted.
    var companies: [String] { program.companies.sorted() }
}
