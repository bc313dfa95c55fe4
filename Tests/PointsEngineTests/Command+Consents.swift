import PointsCore

// MARK: - Consents in few words

extension Command {
    static func consent(
        _ key: String, _ member: MemberReference, _ answers: [ConsentAnswer],
        evidence: ConsentEvidence? = nil, at: Instant? = nil
    ) -> Command {
        .change(
            key, "consent.record",
            .recordConsents(member, GivenConsents(answers, evidence: evidence)), at: at,
            channel: "ec")
    }

    static func agree(
        _ key: String, _ member: MemberReference, to topic: ConsentTopic,
        _ version: String = "1", granted: Bool = true, at: Instant? = nil
    ) -> Command {
        .consent(
            key, member,
            [ConsentAnswer(topic: topic, version: version, isGranted: granted)], at: at)
    }

    static func publish(
        _ key: String, _ purpose: String, _ version: String, company: String? = nil,
        asksAnew: Bool = true, from moment: Instant? = nil, at: Instant? = nil
    ) -> Command {
        .change(
            key, "policy.publish",
            .publishPolicy(
                PublishPolicy(
                    purpose: purpose, company: company,
                    version: PolicyVersion(name: version, asksAnew: asksAnew),
                    effectiveFrom: moment)),
            at: at)
    }

    static func prefer(_ key: String, _ member: MemberReference, _ name: String, _ isOn: Bool)
        -> Command
    {
        .change(
            key, "preference.set",
            .setPreferences(member, [PreferenceSetting(preference: name, isOn: isOn)]))
    }

    static func consents(
        of member: MemberReference, limit: Int = 50, from: JournalPosition? = nil
    ) -> Command {
        Command(
            envelope: Envelope(method: "consent.list"),
            action: .listConsents(ConsentsPage(member: member, limit: limit, from: from)))
    }
}
