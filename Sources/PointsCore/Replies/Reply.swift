/// The answer to a command: the same for both doors.
package enum Reply: Hashable, Sendable {
    /// Something changed, or would.
    case done(Receipt)
    /// A member with the balance now, and what of them was asked for.
    case member(MemberView, Balance, MemberParts = MemberParts())
    /// Everything that is kept about a person, a page of it.
    case export(PersonExport)
    /// Who was found, and whether there are more.
    case found([PersonView], hasMore: Bool)
    /// A page of the members of a segment.
    case segment(SegmentView)
    /// What a member is offered now, and the balance.
    case offers(MemberID, [OfferView], Balance)
    /// Who looked at whom, newest first, and the number with which the next page begins.
    case audit([AuditedLook], next: Int64?)
    /// A balance at a moment.
    case balance(MemberID, Balance)
    /// A page of transactions, newest first, and where the next page begins.
    case history([Entry], next: JournalPosition?)
    /// What a basket would do.
    case quote(QuoteView)
    /// A member's consents.
    case consents(ConsentsView)
    /// An answer about a member, and the consents that the member is to be asked for.
    indirect case asking([ConsentQuestion], Reply)
    /// A purchase, the buyer's balance unless the sale was anonymous, and why it earned what it did if that was asked.
    case purchase(Purchase, Balance?, Explanation? = nil)
    /// A hold, and its member's balance.
    case hold(HoldView, Balance)
    /// The rules at a moment.
    case rules(RulesView)
    /// What a look at a set of rules found.
    case rulesCheck(RulesCheck)
    /// What a draft comes to beside the rules of then: a JSON object, as the rules' own target writes it.
    case rehearsal([UInt8])
    /// The engine answers; so many entries are in the journal, and perhaps what was erased is still in the log.
    case health(entries: JournalPosition, owesErasure: Bool = false)
    /// What verification found.
    case verification(Verification)
}
