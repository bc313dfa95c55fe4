/// What a member told about themself: personal data, kept apart from the journal.
package struct Profile: Hashable, Sendable {
    /// Values by the names on the wire; only those of ``names``.
    package var values: [String: String]

    /// The fields that a profile may have.
    package static let names = [
        "familyName", "givenName", "familyNameKana", "givenNameKana", "birthDate", "phone",
        "email", "postalCode", "address",
    ]

    /// A profile with these values.
    package init(values: [String: String]) {
        self.values = values
    }
}
