/// A column that holds an identity of the member, or a link to one.
package struct IdentityColumn: Hashable, Sendable {
    /// The kind of identity, the same word in every source that has it: `store_card`.
    package let kind: String

    /// The name of the column.
    package let column: String

    /// What the numbers look like; nil if any text is an identity.
    package let card: CardFormat?

    /// A column.
    package init(kind: String, column: String, card: CardFormat? = nil) {
        self.kind = kind
        self.column = column
        self.card = card
    }
}
