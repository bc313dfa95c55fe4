/// What rules that give once for each subject would have given so far.
struct RehearsedSubjects: Sendable {
    private var given: Set<Given> = []

    /// A rule that has given a member something for a subject; subjects compare by their bytes.
    private struct Given: Hashable, Sendable {
        let rule: String
        let member: Int64
        let subject: ExactText
    }

    /// Rules that give nothing for an activity: they did once for its subject, or it names none by which they could.
    func spent(
        by activity: ActivityRecorded, of member: Int64, under rules: Ruleset
    ) -> Set<String> {
        let once = rules.onceRules(for: activity.activity)
        guard let subject = activity.subject else { return Set(once) }
        return Set(
            once.filter { rule in
                given.contains(Given(rule: rule, member: member, subject: ExactText(subject)))
            })
    }

    /// Counts what an activity gives to a member.
    mutating func count(
        _ awards: [RuleAward], for activity: ActivityRecorded, of member: Int64,
        under rules: Ruleset
    ) {
        guard let subject = activity.subject else { return }
        for rule in rules.onceRules(for: activity.activity)
        where awards.contains(where: { $0.rule == rule && $0.points > 0 }) {
            given.insert(Given(rule: rule, member: member, subject: ExactText(subject)))
        }
    }
}
