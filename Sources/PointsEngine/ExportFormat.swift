/// Forms in which the journal is written out for other tools.
package enum ExportFormat: String, Hashable, Sendable, CaseIterable {
    /// Plain text accounting as hledger reads it (`hledger check --strict`).
    case hledger
}
