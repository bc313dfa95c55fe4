internal import PointsCore
internal import PointsJSON

// MARK: - Consents and preferences

extension ReplyEncoder {
    /// The consents to ask for.
    func write(_ questions: [ConsentQuestion], to writer: inout JSONWriter) {
        writer.member(
            "reconsent",
            array: { writer in
                for question in questions {
                    writer.element(object: {
                        write(question.topic, to: &$0)
                        $0.member("version", question.version)
                        $0.member("reason", question.reason.rawValue)
                    })
                }
            })
    }

    private func write(_ topic: ConsentTopic, to writer: inout JSONWriter) {
        writer.member("purpose", topic.purpose)
        writer.member("company", topic.company)
    }

    func write(_ answers: [ConsentAnswer], to writer: inout JSONWriter) {
        writer.member(
            "consents",
            array: { writer in
                for answer in answers {
                    writer.element(object: {
                        write(answer.topic, to: &$0)
                        $0.member("version", answer.version)
                        $0.member("granted", answer.isGranted)
                    })
                }
            })
    }

    func write(_ settings: [PreferenceSetting], to writer: inout JSONWriter) {
        writer.member(
            "preferences",
            array: { writer in
                for setting in settings {
                    writer.element(object: {
                        $0.member("name", setting.preference)
                        $0.member("on", setting.isOn)
                    })
                }
            })
    }

    /// The answer to `consent.list`.
    func write(_ view: ConsentsView, to writer: inout JSONWriter) {
        writer.member("member", object: { $0.member("id", view.member.description) })
        write(view.current, to: &writer)
        writer.member(
            "history",
            array: { writer in
                for past in view.history {
                    writer.element(object: { write(past, to: &$0) })
                }
            })
        writer.member("cursor", view.next?.text(prefix: JournalPosition.transactionPrefix))
    }

    private func write(_ past: ConsentsView.Past, to writer: inout JSONWriter) {
        let cause = past.entry.cause
        writer.member(
            "transaction", past.entry.position.text(prefix: JournalPosition.transactionPrefix))
        writer.member("occurredAt", calendar.text(of: cause.occurredAt))
        writer.member("recordedAt", calendar.text(of: cause.recordedAt))
        writer.member("channel", cause.channel)
        writer.member("store", cause.store)
        writer.member("terminal", cause.terminal)
        writer.member("actor", cause.actor)
        write(past.answers, to: &writer)
        guard let evidence = past.evidence else { return }
        writer.member(
            "evidence",
            object: { writer in
                for name in ConsentEvidence.names {
                    guard let value = evidence.values[name] else { continue }
                    writer.member(named: name) { $0.value(value) }
                }
            })
    }

    func write(_ consents: [ConsentView], to writer: inout JSONWriter) {
        writer.member(
            "consents",
            array: { writer in
                for consent in consents {
                    writer.element(object: { write(consent, to: &$0) })
                }
            })
    }

    private func write(_ consent: ConsentView, to writer: inout JSONWriter) {
        write(consent.request.topic, to: &writer)
        writer.member("title", object: { write(consent.request.title, to: &$0) })
        writer.member("status", consent.status.rawValue)
        if let given = consent.given {
            writer.member("granted", given.answer.isGranted)
            writer.member("version", given.answer.version)
            writer.member("since", calendar.text(of: given.at))
            writer.member("channel", given.channel)
        }
        writer.member("required", consent.request.isRequired)
        writer.member("current", object: { write(consent.version, to: &$0) })
    }

    private func write(_ version: PolicyVersion, to writer: inout JSONWriter) {
        writer.member("version", version.name)
        writer.member("reconsent", version.asksAnew)
        writer.member("url", version.url)
        writer.member("sha256", version.textHash.map(Hexadecimal.text))
    }

    func write(_ preferences: [PreferenceView], to writer: inout JSONWriter) {
        writer.member(
            "preferences",
            array: { writer in
                for view in preferences {
                    writer.element(object: { write(view, to: &$0) })
                }
            })
    }

    private func write(_ view: PreferenceView, to writer: inout JSONWriter) {
        writer.member("name", view.preference.name)
        writer.member("title", object: { write(view.preference.title, to: &$0) })
        writer.member("on", view.isOn)
        writer.member("inForce", view.isInForce)
        writer.member("since", view.choice.map { calendar.text(of: $0.at) })
        if let need = view.preference.need {
            writer.member("needs", object: { write(need, to: &$0) })
        }
    }
}

// MARK: - Policies

extension ReplyEncoder {
    /// The answer to `policy.publish`.
    func write(_ published: PolicyPublished, of entry: Entry, to writer: inout JSONWriter) {
        writer.member(
            "policy",
            object: { writer in
                writer.member("purpose", published.purpose)
                writer.member(
                    "companies",
                    array: { writer in
                        for company in published.companies { writer.element(company) }
                    })
                write(published.version, to: &writer)
                writer.member("effectiveFrom", calendar.text(of: published.effectiveFrom))
            })
        writer.member(
            "transaction", entry.position.text(prefix: JournalPosition.transactionPrefix))
    }
}
