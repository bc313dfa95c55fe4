internal import PointsCore
internal import PointsJSON

// MARK: - Members and their points

extension CommandDecoder {
    static func memberAction(
        of method: Method, from reader: inout ParameterReader
    ) throws(Refusal) -> Action {
        switch method {
        case .memberJoin:
            return .join(
                JoinMember(
                    identities: try identities(from: &reader, countMin: 0),
                    isProvisional: try reader.optionalFlag("provisional") ?? false,
                    profile: try profile(from: &reader), consents: try consents(from: &reader)))
        case .memberRejoin:
            return .rejoin(
                RejoinMember(
                    identities: try identities(from: &reader, countMin: 1),
                    profile: try profile(from: &reader), consents: try consents(from: &reader)))
        case .memberFind:
            let found = try reader.optionalObject("identity") { reader throws(Refusal) in
                MemberReference.identity(
                    kind: try reader.text("kind"), value: try reader.text("value"))
            }
            guard let found else {
                throw reader.refusal("identity", "an identity {\"kind\", \"value\"}")
            }
            return .getMember(found, including: [])
        case .memberLink:
            let member = try reader.member("member")
            return .link(member, try requiredIdentity("identity", from: &reader))
        case .memberUnlink:
            let member = try reader.member("member")
            return .unlink(member, try requiredIdentity("identity", from: &reader))
        case .memberReplaceIdentity:
            let member = try reader.member("member")
            let lost = try requiredIdentity("identity", from: &reader)
            return .replaceIdentity(
                ReplaceIdentity(
                    member: member, lost: lost,
                    successor: try reader.optionalObject("with") { reader throws(Refusal) in
                        try identity(from: &reader)
                    }))
        case .memberRegister:
            return .register(
                RegisterMember(
                    member: try reader.member("member"),
                    identities: try identities(from: &reader, countMin: 0),
                    profile: try profile(from: &reader), consents: try consents(from: &reader)))
        case .memberSuspend:
            return .suspend(
                SuspendMember(
                    member: try reader.member("member"), reason: try reader.text("reason")))
        case .memberResume:
            return .resume(
                SuspendMember(
                    member: try reader.member("member"),
                    reason: try reader.optionalText("reason") ?? ""))
        case .memberMerge, .memberUnmerge:
            let merge = MergeMembers(
                survivor: try reader.member("member"), other: try reader.member("other"),
                isPreview: try reader.optionalFlag("preview") ?? false)
            return method == .memberMerge ? .merge(merge) : .unmerge(merge)
        case .memberWithdraw:
            return .withdraw(
                WithdrawMember(
                    member: try reader.member("member"), reason: try reader.text("reason"),
                    isPreview: try reader.optionalFlag("preview") ?? false))
        default:
            return .getMember(
                try reader.member("member"), including: try reader.parts("include"))
        }
    }

    static func pointsAction(
        of method: Method, from reader: inout ParameterReader
    ) throws(Refusal) -> Action {
        let member = try reader.member("member")
        switch method {
        case .pointsGrant:
            return .grant(
                GrantPoints(
                    member: member,
                    points: try reader.integer("points", in: 1...Points.max.count),
                    reason: try reader.text("reason"),
                    approvedBy: try reader.optionalText("approvedBy"),
                    pointClass: try reader.optionalText("class").map(PointClass.init)
                        ?? .standard,
                    expiresOn: try reader.optionalDate("expiresOn")))
        case .pointsAdjust:
            let range = -Points.max.count...Points.max.count
            let points = try reader.integer("points", in: range)
            guard points != 0 else { throw reader.refusal("points", "other than 0") }
            return .adjust(
                AdjustPoints(
                    member: member, points: points, reason: try reader.text("reason"),
                    approvedBy: try reader.optionalText("approvedBy")))
        case .pointsHistory:
            return .history(try historyPage(of: member, from: &reader))
        default:
            return .balance(
                member, at: try reader.optionalInstant("at"),
                recordedBy: try reader.optionalInstant("recordedBy"))
        }
    }

    private static func identities(
        from reader: inout ParameterReader, countMin: Int
    ) throws(Refusal) -> [IdentityClaim] {
        let range = countMin...WireLimits.identitiesMax
        let identities = try reader.optionalObjects("identities", count: range) {
            reader throws(Refusal) in
            try identity(from: &reader)
        }
        guard let identities else {
            guard countMin == 0 else {
                throw reader.refusal("identities", "an array of identities")
            }
            return []
        }
        return identities
    }

    private static func requiredIdentity(
        _ key: String, from reader: inout ParameterReader
    ) throws(Refusal) -> IdentityClaim {
        let claim = try reader.optionalObject(key) { reader throws(Refusal) in
            try identity(from: &reader)
        }
        guard let claim else { throw reader.refusal(key, "an identity {\"kind\", \"value\"}") }
        return claim
    }

    private static func identity(
        from reader: inout ParameterReader
    ) throws(Refusal) -> IdentityClaim {
        IdentityClaim(
            kind: try reader.text("kind"), value: try reader.text("value"),
            isVerified: try reader.optionalFlag("verified") ?? false)
    }

    private static func profile(
        from reader: inout ParameterReader
    ) throws(Refusal) -> Profile? {
        try reader.optionalObject("profile") { reader throws(Refusal) in
            var values: [String: String] = [:]
            for name in Profile.names {
                if name == "birthDate" {
                    values[name] = try reader.optionalDate(name)?.description
                } else {
                    values[name] = try reader.optionalText(
                        name, bytesMax: WireLimits.profileBytesMax)
                }
            }
            return Profile(values: values)
        }
    }
}
