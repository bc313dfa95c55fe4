/// What somebody answered when they were asked to agree.
package struct ConsentAnswer: Hashable, Sendable {
    /// To what.
    package let topic: ConsentTopic
    /// The version of the policy that they were shown.
    package let version: String
    /// Whether they agreed.
    package let isGranted: Bool

    /// An answer to a version.
    package init(topic: ConsentTopic, version: String, isGranted: Bool) {
        self.topic = topic
        self.version = version
        self.isGranted = isGranted
    }
}
