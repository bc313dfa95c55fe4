/// Which columns of a file hold what.
///
/// A field without a column is missing in every row.
package struct ColumnMapping: Hashable, Sendable {
    /// The written name, one column (`姓名`) or several in order (`姓`, `名`).
    package var name: [String] = []
    /// The reading of the name, likewise.
    package var kana: [String] = []
    /// The birth date.
    package var birthDate: String?
    /// Telephone numbers.
    package var phones: [String] = []
    /// E-mail addresses.
    package var emails: [String] = []
    /// The postal code.
    package var postalCode: String?
    /// The parts of the address in order.
    package var address: [String] = []
    /// The day on which the member joined.
    package var joinedOn: String?
    /// The day of the last purchase or visit.
    package var lastActivityOn: String?
    /// The balance.
    package var points: String?
    /// The day on which the balance expires.
    package var pointsExpireOn: String?
    /// Whether the member is one still; see ``SourceMapping/withdrawnStatuses``.
    package var status: String?

    /// No columns at all.
    package init() {}
}
