/// What a member is found by at the shop counter: personal data, made from profile and identities.
package struct SearchTerm: Hashable, Sendable {
    /// What it is.
    package let kind: Kind
    /// The value in the form in which it is compared.
    package let text: String

    /// What people are found by.
    package enum Kind: Int64, Hashable, Sendable {
        /// How the names are read: family name, a space, given name.
        case name = 1
        /// A telephone number, last digit first.
        case phone = 2
        /// A card's number, last digit first.
        case card = 3
    }

    /// A term.
    package init(_ kind: Kind, _ text: String) {
        self.kind = kind
        self.text = text
    }
}
