// MARK: - What members do besides buying

extension Desk {
    /// Something that the member did is written down, with the points that it earns at once.
    ///
    /// It is judged like a sale: by the rules and the rank of its moment. What is from before the member left is written down
    /// and earns nothing. Rules that are `spent` have given the member before what they give only once for the subject.
    package mutating func record(
        _ activity: RecordActivity, issuedBy company: String, spent: Set<String> = [],
        counting visit: JournalPosition? = nil
    ) throws(Refusal) {
        try requireOpenThen()
        try settle()
        let context = context(in: situation.cause.channel, of: company)
        let rules = situation.rules
        let rooms = RuleRooms(
            leftTo: rules.cappedActivityRules, on: situation.today,
            given: try subject().capCounts, budgets: situation.budgets)
        let evaluation =
            mayEarn
            ? rules.evaluate(
                activity: activity.activity, in: context, rooms: rooms, spent: spent) : .nothing
        try moveExpiry(for: [.activity])
        let wallet = try subject().wallet
        let lots = lots(of: evaluation, from: company, in: wallet)
        try append(
            .activityRecorded(
                ActivityRecorded(
                    activity: activity.activity, counts: visit, subject: activity.subject,
                    reference: activity.reference, lots: lots, awards: evaluation.awards,
                    capUses: rooms.uses(
                        of: evaluation.awards, by: rules.cappedActivityRules, on: situation.today
                    ).filter { $0.points > 0 },
                    spentRules: rules.onceRules(for: activity.activity).filter { rule in
                        evaluation.awards.contains { $0.rule == rule && $0.points > 0 }
                    }, previous: try subject().trail.activities)),
            wallet.issuePostings(for: lots))
    }
}
