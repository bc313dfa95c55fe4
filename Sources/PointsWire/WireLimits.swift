/// Every bound that both doors keep.
package enum WireLimits {
    /// Requests in one JSON-RPC batch.
    package static let batchRequestsMax = 1_000
    /// Bytes of one request: a line on the pipe, a body over HTTP.
    package static let requestBytesMax = 1_048_576
    /// Transactions on one page of a history.
    static let historyPageMax: Int64 = 500
    /// Transactions on a page that does not say how many.
    static let historyPage: Int64 = 50
    /// Characters (Unicode scalars) of an idempotency key.
    static let keyCharactersMax = 255
    /// Transactions that the histories of one batch may ask for together.
    static let batchTransactionsMax: Int64 = 10_000
    /// Verifications and day closes in one batch: each may take minutes.
    static let batchLongCommandsMax = 1
    /// Identities in one request.
    static let identitiesMax = 50
    /// Answers in one request: purposes times companies that ask.
    static let consentsMax = 100
    /// Switches in one request.
    static let preferencesMax = 100
    /// Pieces named in one return.
    static let piecesMax = 1_000
    /// Files in one set of rules; with ``requestBytesMax`` for all of them together.
    static let ruleFilesMax = 1_000
    /// UTF-8 bytes of a field of a profile or of evidence.
    static let profileBytesMax = 1_000
}
