internal import PointsCore
internal import PointsJSON

// MARK: - Consents, preferences and policies

extension CommandDecoder {
    static func consentAction(
        of method: Method, from reader: inout ParameterReader
    ) throws(Refusal) -> Action {
        switch method {
        case .consentRecord:
            let member = try reader.member("member")
            guard reader.has("consents") else {
                throw reader.refusal(
                    "consents", "an array of 1 to \(WireLimits.consentsMax) objects")
            }
            return .recordConsents(member, try consents(from: &reader))
        case .consentList:
            let limit =
                try reader.optionalInteger("limit", in: 1...WireLimits.historyPageMax)
                ?? WireLimits.historyPage
            return .listConsents(
                ConsentsPage(
                    member: try reader.member("member"), limit: Int(limit),
                    from: try reader.optionalPosition(
                        "cursor", prefix: JournalPosition.transactionPrefix)))
        case .preferenceSet:
            return .setPreferences(
                try reader.member("member"), try reader.settings("preferences"))
        default: return .publishPolicy(try policy(from: &reader))
        }
    }

    /// What a person answers, in any command that takes it; nothing where it is left out.
    static func consents(
        from reader: inout ParameterReader
    ) throws(Refusal) -> GivenConsents {
        let answers =
            try reader.optionalObjects("consents", count: 1...WireLimits.consentsMax) {
                reader throws(Refusal) in
                ConsentAnswer(
                    topic: ConsentTopic(
                        purpose: try reader.text("purpose"), company: try reader.text("company")),
                    version: try reader.text("version"), isGranted: try reader.flag("granted"))
            } ?? []
        guard Set(answers.map(\.topic)).count == answers.count else {
            throw reader.refusal("consents", "one answer to each purpose of each company")
        }
        let evidence = try evidence(from: &reader)
        guard evidence == nil || !answers.isEmpty else {
            throw reader.refusal("evidence", "left out: there are no consents that it belongs to")
        }
        return GivenConsents(answers, evidence: evidence)
    }

    private static func evidence(
        from reader: inout ParameterReader
    ) throws(Refusal) -> ConsentEvidence? {
        let values = try reader.optionalObject("evidence") {
            reader throws(Refusal) -> [String: String] in
            var values: [String: String] = [:]
            for name in ConsentEvidence.names {
                values[name] = try reader.optionalText(name, bytesMax: WireLimits.profileBytesMax)
            }
            return values
        }
        return values.flatMap { $0.isEmpty ? nil : ConsentEvidence(values: $0) }
    }

    private static func policy(
        from reader: inout ParameterReader
    ) throws(Refusal) -> PublishPolicy {
        PublishPolicy(
            purpose: try reader.text("purpose"), company: try reader.optionalText("company"),
            version: PolicyVersion(
                name: try reader.text("version"),
                asksAnew: try reader.optionalFlag("reconsent") ?? true,
                url: try reader.optionalAddress("url"),
                textHash: try reader.optionalDigest("sha256")),
            effectiveFrom: try reader.optionalInstant("effectiveFrom"))
    }
}
