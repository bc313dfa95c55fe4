/// A consent that a member is to be asked for, the first time or again.
package struct ConsentQuestion: Hashable, Sendable {
    /// To what.
    package let topic: ConsentTopic
    /// The version that counts, and is to be shown.
    package let version: String
    /// Why it is asked: ``ConsentStatus/stale`` or ``ConsentStatus/missing``.
    package let reason: ConsentStatus

    /// A question about a version.
    package init(topic: ConsentTopic, version: String, reason: ConsentStatus) {
        self.topic = topic
        self.version = version
        self.reason = reason
    }
}
