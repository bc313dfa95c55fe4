/// An identity of a member: a card, an account.
package struct MemberIdentity: Hashable, Sendable {
    /// The kind of identity, as the mapping calls it.
    package let kind: String

    /// The number or text in its normal form.
    package let value: String

    /// An identity.
    package init(kind: String, value: String) {
        self.kind = kind
        self.value = value
    }
}
