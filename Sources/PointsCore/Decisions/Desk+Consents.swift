// MARK: - Consents and preferences

extension Desk {
    /// What the member answers is written down; the last step of joining and coming back is `isStep`.
    package mutating func record(
        _ answers: [ConsentAnswer], isStep: Bool = false
    ) throws(Refusal) {
        try situation.requirePublished(answers)
        try requirePresent()
        try requireNoVisitor()
        try append(
            .consentsRecorded(
                ConsentsRecorded(
                    answers: answers, previous: subject().consents.last, isStep: isStep)))
    }

    /// Switches are set; what is switched on needs the consent that it needs.
    package mutating func set(_ settings: [PreferenceSetting]) throws(Refusal) {
        let known = situation.consents.preferences(at: situation.now)
        for setting in settings where !known.contains(where: { $0.name == setting.preference }) {
            let names = known.map(\.name).joined(separator: ", ")
            throw .invalidParams(
                pointer: "/preferences",
                expected: "switches of the program: \(names.isEmpty ? "it has none" : names)")
        }
        try requirePresent()
        try requireNoVisitor()
        for preference in known {
            guard settings.contains(PreferenceSetting(preference: preference.name, isOn: true)),
                let need = preference.need
            else { continue }
            let isGiven = try subject().hasConsent(
                to: need, under: situation.consents, at: situation.now)
            guard !isGiven else { continue }
            let request = situation.consents.request(need, at: situation.now)
            throw .consentRequired(need, version: request?.current(at: situation.now).name)
        }
        try append(.preferencesSet(settings))
    }

    /// A version of a policy is published; the desk is the program's.
    package mutating func publish(_ publication: PublishPolicy) throws(Refusal) {
        let moment = publication.effectiveFrom ?? situation.now
        guard moment >= situation.now else {
            throw .invalidParams(
                pointer: "/effectiveFrom",
                expected:
                    "occurredAt or later: what was answered before is judged by the policy of then")
        }
        let asking = situation.consents.requests(at: moment).map(\.topic).filter {
            $0.purpose == publication.purpose
                && (publication.company == nil || $0.company == publication.company)
        }
        let name = publication.version.name
        if let known = asking.first(where: { situation.consents.knows(name, of: $0) }) {
            throw .invalidParams(
                pointer: "/version",
                expected: "a new version: \(known.company) has published \"\(name)\" already")
        }
        guard !asking.isEmpty else {
            throw .policyUnknown(
                ConsentTopic(purpose: publication.purpose, company: publication.company ?? ""),
                version: nil)
        }
        try append(
            .policyPublished(
                PolicyPublished(
                    purpose: publication.purpose, companies: asking.map(\.company),
                    version: publication.version, effectiveFrom: moment)))
    }
}
