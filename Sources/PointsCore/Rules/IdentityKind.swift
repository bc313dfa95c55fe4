/// A kind of name by which a channel knows a member, and the form that its values have.
package struct IdentityKind: Hashable, Sendable {
    /// The name on the wire, such as `store_card`.
    package let name: String
    /// A regular expression that the normalised value must match as a whole, if there is one.
    package let pattern: String?
    /// The check digit that values carry, if they do.
    package let check: Check?
    /// How values are made comparable.
    package let normalisation: Normalisation
    /// Whether it names a browser or device, not a person.
    package let isAnonymous: Bool
    /// The numbers that were printed, if they are known; any is taken where none are.
    ///
    /// A card among them that nobody has joined with becomes a provisional member by its first sale.
    package let issued: [IssuedRange]

    /// A check digit.
    package enum Check: String, Hashable, Sendable, CaseIterable {
        /// The last of 13 digits (GS1 General Specifications section 7.9).
        case ean13
        /// The last digit after ISO/IEC 7812-1 annex B.
        case luhn
    }

    /// What is done to a value before it is compared.
    package enum Normalisation: String, Hashable, Sendable, CaseIterable {
        /// NFKC, without white space around it.
        case plain
        /// NFKC and small letters.
        case email
        /// NFKC, digits only, +81 written as 0.
        case phoneJP = "phone_jp"
    }

    /// Whether its values are numbers of a known form, such as cards have: people read the last digits aloud.
    package var isNumbered: Bool {
        normalisation == .plain && !isAnonymous && (pattern != nil || check != nil)
    }

    /// A kind of identity.
    package init(
        name: String, pattern: String? = nil, check: Check? = nil,
        normalisation: Normalisation = .plain, isAnonymous: Bool = false,
        issued: [IssuedRange] = []
    ) {
        self.name = name
        self.pattern = pattern
        self.check = check
        self.normalisation = normalisation
        self.isAnonymous = isAnonymous
        self.issued = issued
    }
}
