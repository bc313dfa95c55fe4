/// What every command says besides what it wants.
package struct Envelope: Hashable, Sendable {
    /// The method's name on the wire.
    package var method: String
    /// The key under which it may be repeated; empty for a command that changes nothing.
    package var idempotencyKey: String
    /// The command's content without key, in canonical form: the engine hashes it.
    package var content: [UInt8]
    /// When it happened; `nil` for now.
    package var occurredAt: Instant?
    /// The channel it comes through.
    package var channel: String?
    /// The store.
    package var store: String?
    /// The terminal.
    package var terminal: String?
    /// Who does it.
    package var actor: String?

    /// An envelope with these parts.
    package init(
        method: String, idempotencyKey: String = "", content: [UInt8] = [],
        occurredAt: Instant? = nil, channel: String? = nil, store: String? = nil,
        terminal: String? = nil, actor: String? = nil
    ) {
        self.method = method
        self.idempotencyKey = idempotencyKey
        self.content = content
        self.occurredAt = occurredAt
        self.channel = channel
        self.store = store
        self.terminal = terminal
        self.actor = actor
    }
}
