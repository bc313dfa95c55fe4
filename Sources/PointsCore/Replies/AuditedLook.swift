/// That somebody looked at people, and at whom.
package struct AuditedLook: Hashable, Sendable {
    /// Its number, in the order in which looks were written down.
    package let number: Int64
    /// When.
    package let at: Instant
    /// The command, by its name on the wire.
    package let method: String
    /// What the people were found by: the kind of key, never the key.
    package let key: String
    /// Whether they were shown in full.
    package let isUnmasked: Bool
    /// Who was shown, as far as they are named: the first ones of a page.
    package let members: [MemberID]
    /// How many were shown.
    package let shown: Int64
    /// The channel it came through.
    package let channel: String?
    /// The store.
    package let store: String?
    /// The terminal.
    package let terminal: String?
    /// Who looked.
    package let actor: String?

    /// What the number of a look begins with on the wire.
    package static let prefix = "l_"

    /// A look with all its parts.
    package init(
        number: Int64, at: Instant, method: String, key: String, isUnmasked: Bool,
        members: [MemberID], shown: Int64, channel: String?, store: String?, terminal: String?,
        actor: String?
    ) {
        self.number = number
        self.at = at
        self.method = method
        self.key = key
        self.isUnmasked = isUnmasked
        self.members = members
        self.shown = shown
        self.channel = channel
        self.store = store
        self.terminal = terminal
        self.actor = actor
    }
}
