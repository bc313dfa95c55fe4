package import PointsCore

/// What an engine is given from outside: rules, clock and chance are values, so that a run can be repeated.
package struct EngineSetup {
    /// The rules to be in force; `nil` to go on under those that were.
    package var rules: RulesSource?
    /// Reads a set of rules from its kept content.
    package var readRules: ([UInt8]) throws(Refusal) -> Ruleset
    /// Looks at the form and the examples of a set of rules.
    package var checkRules: ([UInt8]) throws(Refusal) -> RulesCheck
    /// Says in words what differs between two sets of rules.
    package var compareRules: ([UInt8], [UInt8]) throws(Refusal) -> [RulesChange]
    /// Judges recorded sales by a draft beside the rules of then, reading the database at a path; a JSON object comes of it.
    package var rehearseRules: (String, RehearseRules) throws(Refusal) -> [UInt8]
    /// The time.
    package var clock: () -> Instant
    /// 64 random bits, for ids.
    package var randomBits: () -> UInt64

    /// Everything an engine needs besides the database.
    package init(
        rules: RulesSource?, readRules: @escaping ([UInt8]) throws(Refusal) -> Ruleset,
        checkRules: @escaping ([UInt8]) throws(Refusal) -> RulesCheck,
        compareRules: @escaping ([UInt8], [UInt8]) throws(Refusal) -> [RulesChange],
        rehearseRules: @escaping (String, RehearseRules) throws(Refusal) -> [UInt8] = {
            _, _ throws(Refusal) in throw .internalFault("this engine rehearses no rules")
        },
        clock: @escaping () -> Instant, randomBits: @escaping () -> UInt64
    ) {
        self.rules = rules
        self.readRules = readRules
        self.checkRules = checkRules
        self.compareRules = compareRules
        self.rehearseRules = rehearseRules
        self.clock = clock
        self.randomBits = randomBits
    }
}
