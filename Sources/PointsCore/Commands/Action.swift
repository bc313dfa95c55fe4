/// What a command wants.
package enum Action: Hashable, Sendable {
    /// `member.join`
    case join(JoinMember)
    /// `member.link`
    case link(MemberReference, IdentityClaim)
    /// `member.unlink`
    case unlink(MemberReference, IdentityClaim)
    /// `member.replaceIdentity`
    case replaceIdentity(ReplaceIdentity)
    /// `member.register`
    case register(RegisterMember)
    /// `member.suspend`
    case suspend(SuspendMember)
    /// `member.resume`
    case resume(SuspendMember)
    /// `member.merge`
    case merge(MergeMembers)
    /// `member.unmerge`
    case unmerge(MergeMembers)
    /// `member.withdraw`
    case withdraw(WithdrawMember)
    /// `member.rejoin`
    case rejoin(RejoinMember)
    /// `consent.record`
    case recordConsents(MemberReference, GivenConsents)
    /// `preference.set`
    case setPreferences(MemberReference, [PreferenceSetting])
    /// `policy.publish`
    case publishPolicy(PublishPolicy)
    /// An opening balance.
    case openBalance(OpenBalance)
    /// `points.grant`
    case grant(GrantPoints)
    /// `points.adjust`
    case adjust(AdjustPoints)
    /// `hold.place`
    case placeHold(PlaceHold)
    /// `hold.release`
    case releaseHold(JournalPosition)
    /// `purchase.record`
    case record(Sale)
    /// `purchase.confirm`
    case confirm(ConfirmPurchase)
    /// `purchase.return`
    case returnPurchase(ReturnPurchase)
    /// `purchase.void`
    case void(PurchaseReference)
    /// `purchase.replace`
    case replace(PurchaseReference, with: Sale)
    /// `purchase.returnWithoutReceipt`
    case returnUnreceipted(MemberReference, Basket)
    /// `activity.record`
    case recordActivity(RecordActivity)
    /// `offer.claim`
    case claimOffer(MemberReference, offer: String)
    /// `day.close`
    case closeDay(CivilDate)
    /// `member.find` and `member.get`, with these parts besides
    case getMember(MemberReference, including: Set<MemberPart>)
    /// `member.list`
    case listMembers(SegmentPage)
    /// `offer.list`
    case listOffers(MemberReference)
    /// `member.update`
    case update(UpdateMember)
    /// `member.erase`
    case erase(EraseMember)
    /// `member.export`, a page of it
    case export(HistoryPage)
    /// `member.search`
    case search(MemberSearch)
    /// `audit.list`
    case listAudit(AuditPage)
    /// `points.balance`, at a moment if told, as recorded by a moment if told
    case balance(MemberReference, at: Instant?, recordedBy: Instant?)
    /// `points.history`
    case history(HistoryPage)
    /// `consent.list`
    case listConsents(ConsentsPage)
    /// `purchase.quote`
    case quote(Sale)
    /// `purchase.get`
    case getPurchase(PurchaseReference, explaining: Language? = nil)
    /// `hold.get`
    case getHold(JournalPosition)
    /// `rules.current`, as of a moment if told
    case currentRules(at: Instant?)
    /// `rules.check`: the canonical content of a set of rules
    case checkRules([UInt8])
    /// `rules.backtest`
    case rehearseRules(RehearseRules)
    /// `rules.activate`
    case activateRules(ActivateRules)
    /// `system.health`
    case health
    /// `system.verify`
    case verify
}

extension Action {
    /// Whether it may write, and so needs an idempotency key.
    package var isChange: Bool {
        switch self {
        case .withdraw(let withdrawal): !withdrawal.isPreview
        case .merge(let merge), .unmerge(let merge): !merge.isPreview
        case .join, .link, .unlink, .replaceIdentity, .register, .suspend, .resume, .rejoin,
            .openBalance, .grant, .adjust, .placeHold, .releaseHold,
            .record, .confirm, .returnPurchase, .void, .replace, .returnUnreceipted,
            .recordActivity, .claimOffer, .closeDay, .activateRules, .recordConsents,
            .setPreferences,
            .publishPolicy, .update, .erase:
            true
        case .getMember, .listMembers, .listOffers, .balance, .history, .listConsents, .quote,
            .getPurchase, .getHold,
            .currentRules, .checkRules, .rehearseRules, .health, .verify, .export, .search,
            .listAudit:
            false
        }
    }

    /// Whether it closes a day: its answer may come later.
    package var closesDay: Bool {
        if case .closeDay = self { true } else { false }
    }
}
