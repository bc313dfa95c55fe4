/// How the files of one source are read.
package struct SourceMapping: Hashable, Sendable {
    /// The name by which reports call the source.
    package let name: String
    /// The files, relative to the mapping.
    package let files: [String]
    /// How the files are written, as far as it is known.
    package let format: FileFormat
    /// The company that owes the points; nil for the operator itself.
    package let company: String?
    /// The channel that the rows came by.
    package let channel: String?
    /// The class of points, `standard` unless said.
    package let pointClass: String
    /// The identities of a row.
    ///
    /// The first is its own: a row without it is rejected.
    package let identities: [IdentityColumn]
    /// Columns that name an identity held by a row of another source.
    package let links: [IdentityColumn]
    /// The other columns.
    package let columns: ColumnMapping
    /// The statuses of members who have left.
    package let withdrawnStatuses: [String]
    /// When points expire for which the file gives no date.
    package let expiry: ExpiryRule
}
