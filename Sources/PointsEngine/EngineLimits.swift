/// Every bound the engine keeps.
package enum EngineLimits {
    /// Commands committed by one fsync; also the most replies that wait for it.
    package static let batchCommandsMax = 1_024
    /// Rows folded since the last flush, and pages of the log not written back, that may gather beside live traffic: each
    /// takes some milliseconds to write.
    static let liveBacklog = Backlog(rows: 300, pages: 400)
    /// The same where nobody else waits: fewer and larger pieces cost less.
    static let batchBacklog = Backlog(rows: 4_000, pages: 4_000)
    /// Members passed over by one step of a day's close: a few milliseconds.
    static let closeMembersPerStep: Int64 = 5_000
    /// Entries after which a step of a day's close ends: some milliseconds.
    static let closeEntriesPerStep = 200
    /// Requests that wait for a day to be closed; each is some hundred bytes.
    static let closeRequestsMax = 1_024
    /// Members whose state `verify` folds in one pass over the journal: some 600 bytes each with three open lots.
    static let verifyMembersPerPass: Int64 = 1_000_000
    /// Rows that `verify` hands to another core at a time.
    static let verifyRecordsPerBatch = 256
    /// Batches that are under way at a time.
    static let verifyBatchesMax = 8
    /// Entries after which long work says how far it has come.
    static let progressEntries: Int64 = 10_000
    /// Entries that are folded between two looks at how many rows wait to be written.
    static let replayEntriesPerRead: Int64 = 10_000
    /// Rows that wait in memory while the journal is folded anew.
    static let replayRowsMax = 400_000
    /// Entries of a journal that is back-tested at the request of a client: about a second.
    static let backtestEntriesMax: Int64 = 50_000
    /// Entries between two looks whether a back-test is still wanted.
    static let backtestEntriesPerRead: Int64 = 10_000
    /// Sales and activities that both sides of a back-test judge at a time.
    static let backtestCasesPerBatch = 512
    /// How far ahead of the clock `occurredAt` may lie, in seconds: a till's clock may be wrong by this much.
    static let occurredAheadSecondsMax: Int64 = 86_400
    /// Purchases, and activities, that one reply about a member shows, the newest ones.
    package static let memberPartEntriesMax = 20
    /// Activations of rules that one reply tells of, the newest ones.
    package static let rulesHistoryMax = 500
    /// Problems that one refusal of rules tells.
    static let rulesProblemsMax = 1_000
    /// Hits that a search shows.
    static let searchHitsMax = 20
    /// Rows that a search reads for them: somebody may have several that fit.
    static let searchRowsMax: Int64 = 64
    /// The fewest last digits of a card, or of a telephone number beside a name, to search by.
    static let searchDigitsMin = 4
    /// The fewest digits of a telephone number alone.
    static let searchPhoneDigitsMin = 9
    /// The fewest kana of a name alone.
    static let searchKanaMin = 2
    /// Searches that one actor or terminal may make at once.
    static let searchBurst: Int64 = 30
    /// Searches a second after that.
    static let searchesPerSecond: Int64 = 1
    /// Actors and terminals whose searches are counted at a time; each is some hundred bytes.
    static let searchBucketsMax = 10_000
    /// Looks at people that wait for a commit: some hundred bytes each.
    static let auditWaitingMax = 256
    /// Seconds after which looks that wait are written down.
    static let auditWaitSeconds: Int64 = 5
    /// Members that one row of the audit log names.
    static let auditMembersMax = 100
    /// Rows that one page of the audit log looks at.
    static let auditRowsVisitedMax = 10_000
    /// Days for which looks are kept.
    static let auditDaysKept = 400
    /// Rows of people who left, and of looks, that one step of a day's close removes.
    static let removedRowsPerStep: Int64 = 500
    /// Seconds between two tries to take what was erased out of a log that somebody reads.
    static let wipingRetrySeconds: Int64 = 1
    /// UTF-8 bytes of an identity's value.
    static let identityBytesMax = 255
    /// Activities of a visitor that are counted when somebody logs in, the latest of more.
    static let visitsCountedMax = 200
    /// Members whom one page of a segment asks: some milliseconds.
    package static let segmentMembersAskedMax: Int64 = 1_000
    /// Members after which long work says how far it has come.
    static let progressMembers: Int64 = 1_000
    /// Bytes kept of a command's content hash: 128 bits.
    static let contentHashBytes = 16
}
