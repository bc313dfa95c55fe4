import PointsCore

// MARK: - Commands about who is a member

extension Command {
    static func suspend(_ key: String, _ member: MemberReference, at: Instant? = nil) -> Command {
        .change(
            key, "member.suspend", .suspend(SuspendMember(member: member, reason: "test")), at: at)
    }

    static func resume(_ key: String, _ member: MemberReference, at: Instant? = nil) -> Command {
        .change(
            key, "member.resume", .resume(SuspendMember(member: member, reason: "test")), at: at)
    }

    static func register(
        _ key: String, _ member: MemberReference, _ claims: [IdentityClaim] = [],
        profile: Profile? = nil, at: Instant? = nil
    ) -> Command {
        .change(
            key, "member.register",
            .register(RegisterMember(member: member, identities: claims, profile: profile)), at: at)
    }

    static func unlink(
        _ key: String, _ member: MemberReference, _ claim: IdentityClaim, at: Instant? = nil
    ) -> Command {
        .change(key, "member.unlink", .unlink(member, claim), at: at)
    }

    static func replace(
        _ key: String, _ member: MemberReference, lost: IdentityClaim, with: IdentityClaim?,
        at: Instant? = nil
    ) -> Command {
        .change(
            key, "member.replaceIdentity",
            .replaceIdentity(ReplaceIdentity(member: member, lost: lost, successor: with)), at: at)
    }

    static func merge(
        _ key: String, _ other: MemberReference, into survivor: MemberReference,
        preview: Bool = false, at: Instant? = nil
    ) -> Command {
        .change(
            key, "member.merge",
            .merge(MergeMembers(survivor: survivor, other: other, isPreview: preview)), at: at)
    }

    static func unmerge(
        _ key: String, _ other: MemberReference, from survivor: MemberReference,
        preview: Bool = false, at: Instant? = nil
    ) -> Command {
        .change(
            key, "member.unmerge",
            .unmerge(MergeMembers(survivor: survivor, other: other, isPreview: preview)), at: at)
    }
}

extension IdentityClaim {
    static func card(_ value: String) -> IdentityClaim {
        IdentityClaim(kind: "store_card", value: value)
    }

    static func email(_ value: String) -> IdentityClaim {
        IdentityClaim(kind: "email", value: value)
    }
}

extension Command {
    static func sale(
        _ key: String, toID id: MemberID, order: String, redeem: Int64?, at: Instant? = nil
    ) -> Command {
        let line = BasketLine(name: "1", quantity: 1, amount: Yen(1_100), taxRate: 10)
        return .change(
            key, "purchase.record",
            .record(
                Sale(
                    member: .id(id), order: order,
                    basket: Basket(lines: [line], amountsIncludeTax: true), redeem: redeem,
                    hold: nil)),
            at: at, channel: "store")
    }

    static func history(of member: MemberReference) -> Command {
        .question(
            "points.history", .history(HistoryPage(member: member, limit: 50, from: nil)))
    }
}
