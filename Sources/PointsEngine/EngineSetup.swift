package import PointsCore

/// What an engine is given from outside: rules, clock and chance are values, so that a run can be repeated.
package struct EngineSetup {
    /// The rules to be in force; `nil` to go on under those that were.
    package var rules: RulesSource?
    /// Reads a set of rules from its kept content.
    package var readRules: ([UInt8]) throws(Refusal) -> Ruleset
    /// The time.
    package var clock: () -> Instant
    /// 64 random bits, for ids.
    package var randomBits: () -> UInt64

    /// Everything an engine needs besides the database.
    package init(
        rules: RulesSource?, readRules: @escaping ([UInt8]) throws(Refusal) -> Ruleset,
        clock: @escaping () -> Instant, randomBits: @escaping () -> UInt64
    ) {
        self.rules = rules
        self.readRules = readRules
        self.clock = clock
        self.randomBits = randomBits
    }
}
