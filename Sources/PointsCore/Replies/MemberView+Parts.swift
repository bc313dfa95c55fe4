// MARK: - Parts that are asked for

extension MemberView {
    /// Adds what is asked for of consents and switches.
    package mutating func add(
        _ parts: Set<MemberPart>, of member: Member, in situation: Situation
    ) {
        if parts.contains(.consents) {
            consents = member.consentViews(under: situation.consents, at: situation.now)
        }
        if parts.contains(.preferences) {
            preferences = member.preferenceViews(under: situation.consents, at: situation.now)
        }
    }
}
