/// The last entry of a chain and its hash.
package struct ChainHead: Hashable, Sendable {
    /// The last entry.
    package var position: JournalPosition
    /// Its hash; empty before the first.
    package var hash: [UInt8]

    /// The head at that entry.
    package init(position: JournalPosition, hash: [UInt8]) {
        self.position = position
        self.hash = hash
    }

    /// Before the first entry.
    package static let start = ChainHead(position: .none, hash: [])
}
