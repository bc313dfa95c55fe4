/// What opening an engine made of the rules that it was given.
package enum RulesAtStart: Hashable, Sendable {
    /// They are in force, or announced; or none were given.
    case agreed
    /// They are new to the database: they came into force in the place of a set, or as the first.
    case activated(insteadOf: [UInt8]?)
    /// They were activated before and are not in force now: the set that is stays.
    case passedOver(for: [UInt8])
}
