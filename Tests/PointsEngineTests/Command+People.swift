import PointsCore

// MARK: - People in few words

extension Command {
    static func update(
        _ key: String, _ member: MemberReference, _ changes: [String: String?]
    ) -> Command {
        .change(
            key, "member.update", .update(UpdateMember(member: member, changes: changes)))
    }

    static func erase(_ key: String, _ member: MemberReference, forget: Bool = false) -> Command {
        .change(
            key, "member.erase", .erase(EraseMember(member: member, forgets: forget)))
    }

    static func export(
        _ member: MemberReference, limit: Int = 50, from: JournalPosition? = nil
    ) -> Command {
        .question(
            "member.export", .export(HistoryPage(member: member, limit: limit, from: from)))
    }

    static func search(
        card: String? = nil, phone: String? = nil, family: String? = nil, given: String? = nil,
        unmasked: Bool = false, actor: String? = nil, terminal: String? = nil
    ) -> Command {
        .question(
            "member.search",
            .search(
                MemberSearch(
                    card: card, phone: phone, familyNameKana: family, givenNameKana: given,
                    isUnmasked: unmasked)), actor: actor, terminal: terminal)
    }

    static func audit(
        of member: MemberReference? = nil, by actor: String? = nil, from: Instant? = nil,
        to: Instant? = nil, limit: Int = 50, start: Int64? = nil
    ) -> Command {
        .question(
            "audit.list",
            .listAudit(
                AuditPage(
                    member: member, actor: actor, from: from, to: to, limit: limit, start: start)))
    }

    static func question(
        _ method: String, _ action: Action, actor: String? = nil, terminal: String? = nil
    ) -> Command {
        Command(
            envelope: Envelope(method: method, terminal: terminal, actor: actor), action: action)
    }
}
