/// What members are asked to agree to at which moment, and which version of each policy counts then.
///
/// Versions come from two places: a set of rules names one for each purpose and company, and `policy.publish` names one
/// without new rules. A version counts from the first moment that either gives it, and of those that count the one whose
/// moment came last is asked for. So a set that repeats an old version takes nothing back.
package struct ConsentTimeline: Hashable, Sendable {
    /// By the moments from which they count, earliest first; what came before the first is judged by the first.
    private let steps: [Step]
    /// The versions of each topic, in the order in which they come to count.
    private let versions: [ConsentTopic: [DatedVersion]]
    /// Whether nothing was ever asked.
    package let asksNothing: Bool

    /// What a set of rules asks from a moment on.
    package struct RulesStep: Hashable, Sendable {
        /// From when on.
        let from: Instant
        /// The entry that activated the set.
        let position: JournalPosition
        /// What it asks; `nil` for nothing.
        let policy: ConsentPolicy?

        /// What a set asks that an entry activated.
        package init(from: Instant, position: JournalPosition, policy: ConsentPolicy?) {
            self.from = from
            self.position = position
            self.policy = policy
        }
    }

    /// A version and the moment from which it counts.
    package struct DatedVersion: Hashable, Sendable {
        /// The version.
        package let version: PolicyVersion
        /// From when on.
        package let from: Instant
    }

    private struct Step: Hashable {
        let from: Instant
        let requests: [ConsentRequest]
        let preferences: [ConsentPolicy.Preference]
    }

    /// A timeline of sets of rules, in the order of their moments, and of what was published besides.
    package init(_ rules: [RulesStep] = [], published: [PublishedPolicy] = []) {
        let versions = ConsentTimeline.versions(rules, published)
        steps = rules.map { step in
            let purposes = step.policy?.purposes ?? []
            return Step(
                from: step.from,
                requests: purposes.flatMap { purpose in
                    purpose.requests.map { request in
                        let topic = ConsentTopic(purpose: purpose.name, company: request.company)
                        return ConsentRequest(
                            topic: topic, title: purpose.title, isRequired: request.isRequired,
                            versions: versions[topic] ?? [])
                    }
                }.sorted { $0.topic < $1.topic },
                preferences: step.policy?.preferences ?? [])
        }
        self.versions = versions
        asksNothing = steps.allSatisfy { $0.requests.isEmpty }
    }

    private static func versions(
        _ rules: [RulesStep], _ published: [PublishedPolicy]
    ) -> [ConsentTopic: [DatedVersion]] {
        typealias Mention = (
            topic: ConsentTopic, version: PolicyVersion, from: Instant, by: JournalPosition
        )
        var mentions: [Mention] = []
        for step in rules {
            for purpose in step.policy?.purposes ?? [] {
                for request in purpose.requests {
                    let topic = ConsentTopic(purpose: purpose.name, company: request.company)
                    mentions.append((topic, request.version, step.from, step.position))
                }
            }
        }
        for published in published {
            let policy = published.policy
            for topic in policy.topics {
                mentions.append(
                    (topic, policy.version, policy.effectiveFrom, published.position))
            }
        }
        mentions.sort { ($0.from, $0.by) < ($1.from, $1.by) }
        var versions: [ConsentTopic: [DatedVersion]] = [:]
        for mention in mentions {
            let known = versions[mention.topic] ?? []
            guard !known.contains(where: { $0.version.name == mention.version.name }) else {
                continue
            }
            versions[mention.topic, default: []].append(
                DatedVersion(version: mention.version, from: mention.from))
        }
        return versions
    }
}

// MARK: - Asking

extension ConsentTimeline {
    /// What members are asked at a moment, in the order of the topics.
    package func requests(at moment: Instant) -> [ConsentRequest] {
        step(at: moment)?.requests ?? []
    }

    /// The request about a topic at a moment.
    package func request(_ topic: ConsentTopic, at moment: Instant) -> ConsentRequest? {
        requests(at: moment).first { $0.topic == topic }
    }

    /// The switches at a moment, by name.
    package func preferences(at moment: Instant) -> [ConsentPolicy.Preference] {
        step(at: moment)?.preferences ?? []
    }

    /// Whether a version was ever published, even if it counts only from a later moment.
    package func knows(_ version: String, of topic: ConsentTopic) -> Bool {
        versions[topic]?.contains { $0.version.name == version } ?? false
    }

    /// The consents that a member is to be asked for at a moment; `nil` in a program that asks for none.
    package func questions(
        for record: ConsentRecord, at moment: Instant
    ) -> [ConsentQuestion]? {
        guard !asksNothing else { return nil }
        guard !record.isOver else { return [] }
        var questions: [ConsentQuestion] = []
        for request in requests(at: moment) {
            let status = request.status(of: record.answer(to: request.topic), at: moment)
            switch status {
            case .granted, .denied: continue
            case .stale, .missing:
                questions.append(
                    ConsentQuestion(
                        topic: request.topic, version: request.current(at: moment).name,
                        reason: status))
            }
        }
        return questions
    }

    private func step(at moment: Instant) -> Step? {
        steps.last { $0.from <= moment } ?? steps.first
    }
}
