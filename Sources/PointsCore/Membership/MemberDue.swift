/// When time next brings something about for a member: kept beside the member's row, so that closing a day passes over
/// those for whom it brings nothing without reading their state.
package struct MemberDue: Hashable, Sendable {
    /// The last business day of the lots that expire first.
    package let lotsEndOn: CivilDate?
    /// The moment at which the first hold runs out or the first pending points become spendable.
    package let settlesAt: Instant?
    /// When the member left, while away and not erased: personal data is erased so many days later.
    package let leftAt: Instant?
    /// The last business day before the rank is reviewed.
    package let tierEndsOn: CivilDate?

    /// What a member's state says.
    package init(_ member: Member) {
        let wallet = member.wallet
        // Lots stand in the order of their expiry, so the first tells all.
        lotsEndOn = wallet.lots.first?.terms.expiresOn
        let holds = wallet.holds.map(\.expiresAt).min()
        let grants = wallet.pendingGrants.compactMap(\.confirmsAt).min()
        settlesAt = [holds, grants].compactMap(\.self).min()
        leftAt = member.person.isErased ? nil : member.departure?.at
        tierEndsOn = member.tierKeptThrough
    }
}
