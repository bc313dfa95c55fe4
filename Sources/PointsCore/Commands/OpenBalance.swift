/// An opening balance from another system: the migration's own command, not on the wire.
package struct OpenBalance: Hashable, Sendable {
    /// Whose balance it is, where that is known; `nil` for the member who has one of the identities, or who is made.
    package let member: MemberReference?
    /// What the source calls the person.
    package let identities: [IdentityClaim]
    /// Personal data from the file.
    package let profile: Profile?
    /// Where the balance comes from.
    package let origin: BalanceOpened
    /// The company that owes the points.
    package let company: String
    /// Points to open, each lot above zero.
    package let lots: [Lot]
    /// Points that the member owes, zero or more.
    package let debt: Int64

    /// A balance from a row of a file.
    package init(
        member: MemberReference?, identities: [IdentityClaim], profile: Profile?,
        origin: BalanceOpened, company: String, lots: [Lot], debt: Int64
    ) {
        self.member = member
        self.identities = identities
        self.profile = profile
        self.origin = origin
        self.company = company
        self.lots = lots
        self.debt = debt
    }
}
