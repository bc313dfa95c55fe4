/// Why a person must look at a row before it can be migrated.
package enum ReviewReason: String, CaseIterable, Sendable {
    /// Two rows of one source have one card and different contents.
    case duplicateConflict = "duplicate_conflict"
    /// A strong key and the name agree, the birth dates do not.
    case birthDatesDiffer = "birth_dates_differ"
    /// A strong key and the birth date agree, the names do not.
    case namesDiffer = "names_differ"
    /// A link to a card of which nothing else agrees.
    case linkUnsupported = "link_unsupported"
    /// One e-mail address, and nothing else to compare.
    case emailOnly = "email_only"
    /// Two rows of one source that may be one person.
    case sameSource = "same_source"
    /// A chain of matches whose ends contradict one another.
    case chainContradiction = "chain_contradiction"
    /// Identities of one person belong to different members of the program.
    case memberConflict = "member_conflict"
    /// Two persons have one identity, which too many rows share to be compared.
    case identityShared = "identity_shared"
    /// A chain of more rows than ``MigrationLimits/groupRowsMax``.
    case chainTooLong = "chain_too_long"
}
