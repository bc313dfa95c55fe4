import PointsCore

// MARK: - Steps about who is a member

extension Subject {
    func membershipAction(of deed: Step.Deed) -> (String, Action)? {
        switch deed {
        case .join(let cards, let isProvisional):
            (
                "member.join",
                .join(
                    JoinMember(
                        identities: claims(cards), isProvisional: isProvisional, profile: nil))
            )
        case .register(let who, let cards):
            (
                "member.register",
                .register(
                    RegisterMember(
                        member: reference(who), identities: claims(cards), profile: nil))
            )
        case .link(let who, let card): ("member.link", .link(reference(who), claim(card)))
        case .unlink(let who, let card): ("member.unlink", .unlink(reference(who), claim(card)))
        case .replaceCard(let who, let lost, let successor):
            (
                "member.replaceIdentity",
                .replaceIdentity(
                    ReplaceIdentity(
                        member: reference(who), lost: claim(lost),
                        successor: successor.map { claim($0) }))
            )
        case .suspend(let who): ("member.suspend", .suspend(suspension(of: who)))
        case .resume(let who): ("member.resume", .resume(suspension(of: who)))
        case .withdraw(let who): ("member.withdraw", leaving(who, isPreview: false))
        case .previewWithdrawal(let who): ("member.withdraw", leaving(who, isPreview: true))
        case .rejoin(let cards):
            ("member.rejoin", .rejoin(RejoinMember(identities: claims(cards), profile: nil)))
        default: mergingAction(of: deed)
        }
    }

    private func mergingAction(of deed: Step.Deed) -> (String, Action)? {
        switch deed {
        case .merge(let other, let who): ("member.merge", .merge(couple(who, other)))
        case .unmerge(let other, let who): ("member.unmerge", .unmerge(couple(who, other)))
        case .previewMerge(let other, let who):
            ("member.merge", .merge(couple(who, other, isPreview: true)))
        case .previewUnmerge(let other, let who):
            ("member.unmerge", .unmerge(couple(who, other, isPreview: true)))
        default: nil
        }
    }

    private func couple(
        _ survivor: Step.Who, _ other: Step.Who, isPreview: Bool = false
    ) -> MergeMembers {
        MergeMembers(
            survivor: reference(survivor), other: reference(other), isPreview: isPreview)
    }

    private func suspension(of who: Step.Who) -> SuspendMember {
        SuspendMember(member: reference(who), reason: "proof")
    }

    private func leaving(_ who: Step.Who, isPreview: Bool) -> Action {
        .withdraw(
            WithdrawMember(member: reference(who), reason: "proof", isPreview: isPreview))
    }

    private func claims(_ cards: [Int]) -> [IdentityClaim] { cards.map { claim($0) } }

    private func claim(_ card: Int) -> IdentityClaim {
        IdentityClaim(kind: "store_card", value: "card \(card)")
    }
}
