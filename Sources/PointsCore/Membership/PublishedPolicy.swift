/// A version of a policy that was published, and the entry that did it.
package struct PublishedPolicy: Hashable, Sendable {
    /// The entry.
    package let position: JournalPosition
    /// What it published.
    package let policy: PolicyPublished

    /// What an entry published.
    package init(position: JournalPosition, policy: PolicyPublished) {
        self.position = position
        self.policy = policy
    }
}
