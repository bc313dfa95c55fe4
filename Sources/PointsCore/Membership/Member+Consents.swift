// MARK: - Consents

extension Member {
    /// Whether the member agrees to a purpose of a company at a moment: the answer is yes, and it is not stale.
    ///
    /// Whatever is sent to members for a purpose asks this of each; who has left agrees to nothing.
    package func hasConsent(
        to topic: ConsentTopic, under timeline: ConsentTimeline, at moment: Instant
    ) -> Bool {
        guard !consents.isOver, status != .merged,
            let request = timeline.request(topic, at: moment)
        else { return false }
        return request.status(of: consents.answer(to: topic), at: moment) == .granted
    }

    /// Whether a switch is on at a moment, and the consent is there that it needs.
    package func prefers(
        _ preference: ConsentPolicy.Preference, under timeline: ConsentTimeline, at moment: Instant
    ) -> Bool {
        guard !consents.isOver, status != .merged else { return false }
        let isOn =
            consents.choice(of: preference.name)?.setting.isOn ?? preference.isOnByDefault
        guard isOn, let need = preference.need else { return isOn }
        return hasConsent(to: need, under: timeline, at: moment)
    }

    /// How it stands with each consent that is asked for at a moment; none of who has left.
    package func consentViews(
        under timeline: ConsentTimeline, at moment: Instant
    ) -> [ConsentView] {
        guard !consents.isOver else { return [] }
        return timeline.requests(at: moment).map { request in
            let given = consents.answer(to: request.topic)
            return ConsentView(
                request: request, version: request.current(at: moment),
                status: request.status(of: given, at: moment), given: given)
        }
    }

    /// How each switch stands at a moment; none of who has left.
    package func preferenceViews(
        under timeline: ConsentTimeline, at moment: Instant
    ) -> [PreferenceView] {
        guard !consents.isOver else { return [] }
        return timeline.preferences(at: moment).map { preference in
            PreferenceView(
                preference: preference, choice: consents.choice(of: preference.name),
                isInForce: prefers(preference, under: timeline, at: moment))
        }
    }
}
