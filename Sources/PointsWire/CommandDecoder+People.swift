internal import PointsCore
internal import PointsJSON

// MARK: - What is kept about people

extension CommandDecoder {
    static func peopleAction(
        of method: Method, from reader: inout ParameterReader
    ) throws(Refusal) -> Action {
        switch method {
        case .memberUpdate:
            let member = try reader.member("member")
            let changes = try reader.optionalObject("profile") { reader throws(Refusal) in
                try self.changes(from: &reader)
            }
            guard let changes else {
                throw reader.refusal("profile", "an object with the fields that change")
            }
            return .update(UpdateMember(member: member, changes: changes))
        case .memberErase:
            return .erase(
                EraseMember(
                    member: try reader.member("member"),
                    forgets: try reader.optionalFlag("forget") ?? false))
        case .memberExport:
            return .export(try historyPage(of: try reader.member("member"), from: &reader))
        case .memberSearch: return .search(try search(from: &reader))
        default:
            let from = try reader.optionalInstant("from")
            let to = try reader.optionalInstant("to")
            let member = try reader.optionalMember("member")
            let (limit, cursor) = try page(from: &reader, prefix: AuditedLook.prefix)
            // Whose looks are shown is not who looks now: `actor` says that, as in every command.
            return .listAudit(
                AuditPage(
                    member: member, actor: try reader.optionalText("by"), from: from, to: to,
                    limit: limit, start: cursor?.number))
        }
    }

    /// The fields that are named: `null` takes one away.
    private static func changes(
        from reader: inout ParameterReader
    ) throws(Refusal) -> [String: String?] {
        var changes: [String: String?] = [:]
        for name in Profile.names {
            let isNamed = reader.isNamed(name)
            let value =
                name == "birthDate"
                ? try reader.optionalDate(name)?.description
                : try reader.optionalText(name, bytesMax: WireLimits.profileBytesMax)
            if isNamed { changes[name] = .some(value) }
        }
        return changes
    }

    private static func search(
        from reader: inout ParameterReader
    ) throws(Refusal) -> MemberSearch {
        let search = MemberSearch(
            card: try reader.optionalText("card"), phone: try reader.optionalText("phone"),
            familyNameKana: try reader.optionalText("familyNameKana"),
            givenNameKana: try reader.optionalText("givenNameKana"),
            isUnmasked: try reader.optionalFlag("unmasked") ?? false)
        guard search.card != nil || search.phone != nil || search.familyNameKana != nil else {
            throw reader.refusal("card", "told, or else phone or familyNameKana")
        }
        return search
    }

    /// A page of what happened to a member.
    static func historyPage(
        of member: MemberReference, from reader: inout ParameterReader
    ) throws(Refusal) -> HistoryPage {
        let (limit, cursor) = try page(from: &reader, prefix: JournalPosition.transactionPrefix)
        return HistoryPage(member: member, limit: limit, from: cursor)
    }

    static func page(
        from reader: inout ParameterReader, prefix: String
    ) throws(Refusal) -> (limit: Int, cursor: JournalPosition?) {
        let limit =
            try reader.optionalInteger("limit", in: 1...WireLimits.historyPageMax)
            ?? WireLimits.historyPage
        return (Int(limit), try reader.optionalPosition("cursor", prefix: prefix))
    }
}
