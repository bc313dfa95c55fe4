/// Why a transaction is in the journal, who asked, when it happened and when it was written down.
package struct Cause: Hashable, Sendable {
    /// The command, by its name on the wire.
    package var command: String
    /// The key under which the command may be repeated.
    package var idempotencyKey: String
    /// A keyed hash of the command's content, 16 bytes.
    package var contentHash: [UInt8]
    /// The channel it came through.
    package var channel: String?
    /// The company that runs the channel.
    package var company: String?
    /// The store.
    package var store: String?
    /// The terminal.
    package var terminal: String?
    /// Who did it.
    package var actor: String?
    /// The entry that activated the rules it was decided under.
    package var ruleset: JournalPosition
    /// When it happened, as the sender says.
    package var occurredAt: Instant
    /// When it was written down.
    package var recordedAt: Instant
    /// The business day it is booked on: its own, or the first open one if that is closed.
    package var businessDay: CivilDate

    /// By how many seconds, rounded up, the sender's clock was ahead of ours; `nil` if it was not.
    package var clockAheadSeconds: Int64? {
        let ahead = occurredAt.milliseconds - recordedAt.milliseconds
        return ahead > 0 ? (ahead + 999) / 1_000 : nil
    }

    /// A cause with all its parts.
    package init(
        command: String, idempotencyKey: String, contentHash: [UInt8], channel: String? = nil,
        company: String? = nil, store: String? = nil, terminal: String? = nil,
        actor: String? = nil, ruleset: JournalPosition, occurredAt: Instant, recordedAt: Instant,
        businessDay: CivilDate
    ) {
        self.command = command
        self.idempotencyKey = idempotencyKey
        self.contentHash = contentHash
        self.channel = channel
        self.company = company
        self.store = store
        self.terminal = terminal
        self.actor = actor
        self.ruleset = ruleset
        self.occurredAt = occurredAt
        self.recordedAt = recordedAt
        self.businessDay = businessDay
    }
}
