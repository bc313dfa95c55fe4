/// Every bound of the migration.
package enum MigrationLimits {
    /// Bytes taken from a file at a time.
    package static let chunkBytes = 262_144

    /// The longest field.
    ///
    /// Notes of a shop run to a few kilobytes; more is a lost quote.
    package static let fieldBytesMax = 65_536

    /// The longest record, its embedded line ends included; also what a reader holds in memory.
    package static let recordBytesMax = 1_048_576

    /// The most columns of a record.
    package static let columnsMax = 512

    /// The largest number of points in a field, in either direction: 10¹², as the ledger has it.
    package static let pointsMax: Int64 = 1_000_000_000_000

    /// The age above which a birth date is a slip.
    package static let ageYearsMax = 120

    /// The longest mapping file.
    package static let mappingBytesMax = 1_048_576

    /// The digits that a card number may have.
    package static let cardDigits = 4...32

    /// The most sources of a migration.
    package static let sourcesMax = 64

    /// The most rows that may share a phone number or an e-mail address and still be compared with
    /// one another.
    ///
    /// What more rows share is no one's own: the shop's number, a clerk's address.
    package static let sharedKeyRowsMax = 50

    /// The most rows that may turn out to be one person without anyone looking.
    package static let groupRowsMax = 20

    /// The most months that an expiry rule may give: a hundred years.
    package static let expiryMonthsMax = 1_200

    /// Rows between two reports of progress.
    static let progressRows = 8_192

    /// The most rows of one kind that a report names; it counts the others.
    package static let namedRowsMax = 1_000

    /// The wrong bytes that an error shows.
    package static let shownBytesMax = 4
}
