package import PointsCore

/// What was done under an idempotency key.
package struct KeyRecord: Hashable, Sendable {
    /// The keyed hash of the command's content.
    package let content: [UInt8]
    /// The command's entry.
    package let position: JournalPosition

    /// A command's entry and the hash of its content.
    package init(content: [UInt8], position: JournalPosition) {
        self.content = content
        self.position = position
    }
}
