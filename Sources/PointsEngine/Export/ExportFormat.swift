/// Forms in which the journal is written out for other tools.
package enum ExportFormat: String, Hashable, Sendable, CaseIterable {
    /// Plain text accounting as hledger reads it (`hledger check --strict`).
    case hledger
    /// Plain text accounting as beancount reads it (`bean-check`).
    case beancount
    /// A table with a row a posting (RFC 4180), for auditors.
    case csv
    /// A table with a row for everything that happened to a purchase, for analysts.
    case purchases
}
