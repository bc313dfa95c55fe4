// MARK: - What the next rules must keep

extension Ruleset {
    /// What would break the books that were kept, or take from members what they hold, under another set.
    package func problems(following former: Ruleset) -> [RulesProblem] {
        program.problems(following: former.program)
            + (tiers?.problems(following: former.tiers) ?? [])
    }
}

extension TierPolicy {
    /// Ranks that members may hold and that nobody would know any more; ranks may end all together.
    fileprivate func problems(following former: TierPolicy?) -> [RulesProblem] {
        let known = Set(tiers.flatMap(\.names))
        let gone = former?.tiers.flatMap(\.names).filter { !known.contains($0) } ?? []
        return gone.map {
            RulesProblem(
                file: "tiers.json", pointer: "/tiers",
                problem:
                    "\"\($0)\" is gone; it must stay, because members may hold it, or be named in "
                    + "\"replaces\" of the rank that takes its place")
        }
    }
}
