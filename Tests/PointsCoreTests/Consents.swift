@testable import PointsCore

/// What a small program asks: terms of both companies, and e-mail of the web shop.
enum Consents {
    static let terms = ConsentTopic(purpose: "terms", company: "store-co")
    static let otherTerms = ConsentTopic(purpose: "terms", company: "ec-co")
    static let email = ConsentTopic(purpose: "email", company: "ec-co")

    /// What `consents.json` would say, with a version of each policy.
    static func policy(
        terms: String = "1", email: String? = "1", asksAnew: Bool = true, isRequired: Bool = false
    ) -> ConsentPolicy {
        func purpose(_ name: String, _ companies: [String], _ version: String)
            -> ConsentPolicy.Purpose
        {
            ConsentPolicy.Purpose(
                name: name, title: Caption(ja: name, en: name),
                requests: companies.map {
                    ConsentPolicy.Request(
                        company: $0, version: PolicyVersion(name: version, asksAnew: asksAnew),
                        isRequired: isRequired)
                })
        }
        return ConsentPolicy(
            purposes: [purpose("terms", ["ec-co", "store-co"], terms)]
                + (email.map { [purpose("email", ["ec-co"], $0)] } ?? []),
            preferences: [
                ConsentPolicy.Preference(
                    name: "newsletter", title: Caption(ja: "n", en: "n"), isOnByDefault: false,
                    need: Consents.email),
                ConsentPolicy.Preference(
                    name: "post", title: Caption(ja: "p", en: "p"), isOnByDefault: true),
            ])
    }

    /// A set of rules with that policy, from a moment on.
    static func step(
        _ position: Int64, from moment: Instant = .distantPast, _ policy: ConsentPolicy?
    ) -> ConsentTimeline.RulesStep {
        ConsentTimeline.RulesStep(
            from: moment, position: JournalPosition(position), policy: policy)
    }

    /// A version of the web shop's policy on e-mail that was published without new rules.
    static func published(
        _ version: String, by position: Int64, from moment: Instant, asksAnew: Bool = true,
        companies: [String] = ["ec-co"]
    ) -> PublishedPolicy {
        PublishedPolicy(
            position: JournalPosition(position),
            policy: PolicyPublished(
                purpose: "email", companies: companies,
                version: PolicyVersion(name: version, asksAnew: asksAnew), effectiveFrom: moment))
    }

    static func answer(
        _ topic: ConsentTopic, _ version: String = "1", _ isGranted: Bool = true
    ) -> ConsentAnswer {
        ConsentAnswer(topic: topic, version: version, isGranted: isGranted)
    }
}
