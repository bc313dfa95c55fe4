import PointsCore

/// What `tiers.json` holds.
struct TierFile {
    let policy: TierPolicy
    let examples: [TierExample]

    /// Reads the file.
    init(_ value: RuleValue, in surroundings: RuleSurroundings) {
        let object = TierPolicy.members(of: value)
        policy = TierPolicy(object, in: surroundings)
        examples = TierExample.list(object, of: policy, in: surroundings)
    }
}
