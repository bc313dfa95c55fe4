// MARK: - Ranks

extension Member {
    /// The last business day before the rank is reviewed; `nil` for the lowest, and for who is away.
    var tierKeptThrough: CivilDate? {
        isThere ? tiers.standing?.keptThrough : nil
    }

    /// The rank at a moment; `nil` for who has left, and in a program without ranks.
    package func tierView(
        under rules: Ruleset, reviewedBy policies: TierTimeline, at moment: Instant
    ) -> TierView? {
        guard let policy = rules.tiers, isThere else { return nil }
        return TierView(
            tiers, joinedOn: joinedOn, under: policy, reviewedBy: policies, at: moment,
            in: rules.program.calendar)
    }
}
