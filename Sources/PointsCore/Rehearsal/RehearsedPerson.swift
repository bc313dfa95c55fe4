/// Of whom something is judged again: where the member stood then, and what is known of the person now.
package struct RehearsedPerson: Hashable, Sendable {
    /// Where the member stood, with the answers to what was asked then.
    private let standing: Standing
    /// What was asked about the person then.
    private let asked: [PersonalTrait]
    /// When the person was born, if the profile still tells.
    private let birthDate: CivilDate?

    /// - Parameters:
    ///   - standing: Where the member stood.
    ///   - asked: The questions whose answers stand there; none where no answers are kept.
    ///   - birthDate: When the person was born; `nil` if nobody knows.
    package init(standing: Standing, asked: [PersonalTrait] = [], birthDate: CivilDate? = nil) {
        self.standing = standing
        self.asked = asked
        self.birthDate = birthDate
    }

    /// Where the member stood on a day, with the answers to what a set of rules asks.
    ///
    /// What was asked then keeps its answer; the rest the date of birth answers. Where that is not known every answer is no, as
    /// it is at the till.
    func standing(under rules: Ruleset, on day: CivilDate) -> Standing {
        guard !rules.traits.isEmpty else { return standing }
        let traits = rules.traits.filter { trait in
            asked.contains(trait)
                ? standing.traits.contains(trait)
                : birthDate.map { trait.holds(bornOn: $0, on: day) } ?? false
        }
        return Standing(
            standing.status, tier: standing.tier, memberSince: standing.memberSince,
            isFirstPurchase: standing.isFirstPurchase, traits: traits)
    }

    /// Whether nobody can answer one of these questions any more.
    func cannotAnswer(_ questions: [PersonalTrait]) -> Bool {
        standing.status != nil
            && questions.contains { question in
                if asked.contains(question) { return false }
                if case .segment = question { return true }
                return birthDate == nil
            }
    }
}
