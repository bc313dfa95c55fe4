// MARK: - What members agree to

extension Situation {
    /// Refuses answers to what nobody asked.
    package func requirePublished(_ answers: [ConsentAnswer]) throws(Refusal) {
        for answer in answers where !consents.knows(answer.version, of: answer.topic) {
            throw .policyUnknown(answer.topic, version: answer.version)
        }
    }

    /// Refuses who joins without agreeing to what the channel's company asks of everybody, or every company where no channel
    /// is named.
    ///
    /// Who has answered before need not say it again.
    package func requireRequiredConsents(
        in answers: [ConsentAnswer], besides known: ConsentRecord = ConsentRecord()
    ) throws(Refusal) {
        for request in consents.requests(at: now) where request.isRequired {
            guard cause.company == nil || cause.company == request.topic.company else { continue }
            let given = answers.first { $0.topic == request.topic }.map {
                ConsentRecord.Given(answer: $0, at: now, channel: nil)
            }
            guard request.status(of: given ?? known.answer(to: request.topic), at: now) == .granted
            else {
                throw .consentRequired(request.topic, version: request.current(at: now).name)
            }
        }
    }
}
