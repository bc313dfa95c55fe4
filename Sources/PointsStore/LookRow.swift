package import PointsCore

/// A row of the audit log: that somebody looked at people.
package struct LookRow: Hashable, Sendable {
    /// When.
    package let at: Instant
    /// The command, by its name on the wire.
    package let method: String
    /// What the people were found by: the kind of key, never the key.
    package let key: String
    /// Whether they were shown in full.
    package let isUnmasked: Bool
    /// Who was shown, by row number.
    package let members: [Int64]
    /// How many were shown.
    package let shown: Int64
    /// The channel, store, terminal and actor.
    package let channel: String?
    /// The store.
    package let store: String?
    /// The terminal.
    package let terminal: String?
    /// Who looked.
    package let actor: String?

    /// A look with all its parts.
    package init(
        at: Instant, method: String, key: String, isUnmasked: Bool, members: [Int64],
        shown: Int64, channel: String?, store: String?, terminal: String?, actor: String?
    ) {
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

// MARK: - In its table

extension LookRow {
    /// The row that a statement stands on, from its second column on.
    init(_ row: Statement) {
        at = Instant(milliseconds: row.integer(1))
        method = row.text(2)
        key = row.text(3)
        isUnmasked = row.integer(4) != 0
        members = row.text(5).split(separator: " ").compactMap { Int64($0) }
        shown = row.integer(6)
        channel = row.optionalText(7)
        store = row.optionalText(8)
        terminal = row.optionalText(9)
        actor = row.optionalText(10)
    }
}
