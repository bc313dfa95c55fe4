/// Why two rows are one person.
package enum MatchEvidence: String, CaseIterable, Sendable {
    /// One names the other's card, and something else agrees.
    case link
    /// Both hold one card, and something else agrees.
    case sameIdentity = "same_identity"
    /// The same e-mail address and birth date.
    case emailAndBirthDate = "email_and_birth_date"
    /// The same e-mail address and name.
    case emailAndName = "email_and_name"
    /// The same e-mail address and telephone number, no name to compare.
    case emailAndPhone = "email_and_phone"
    /// The same telephone number and name.
    case phoneAndName = "phone_and_name"
    /// The same telephone number and birth date.
    case phoneAndBirthDate = "phone_and_birth_date"
    /// The same name, birth date and address.
    case nameBirthDateAndAddress = "name_birth_date_and_address"
}
