/// How somebody agreed or refused: personal data, kept apart from the journal and erased with the person.
package struct ConsentEvidence: Hashable, Sendable {
    /// Values by the names on the wire; only those of ``names``.
    package let values: [String: String]

    /// The fields that evidence may have: where it was, which text was shown, which form was filled in, from which address and
    /// with which program, and what else is worth knowing.
    package static let names = ["place", "text", "form", "ip", "userAgent", "note"]

    /// Evidence with these values.
    package init(values: [String: String]) {
        self.values = values
    }
}
