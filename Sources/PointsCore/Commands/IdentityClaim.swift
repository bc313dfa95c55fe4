/// What a channel calls a person, as a request says it.
package struct IdentityClaim: Hashable, Sendable {
    /// The kind.
    package let kind: String
    /// The value; normalised by the engine before it is compared or kept.
    package let value: String
    /// Whether the channel has made sure of it.
    package let isVerified: Bool
    /// Whether it was reported lost and names nobody any more; of what is kept, not of what is claimed.
    package let isBlocked: Bool

    /// A claim to be known by a value.
    package init(
        kind: String, value: String, isVerified: Bool = false, isBlocked: Bool = false
    ) {
        self.kind = kind
        self.value = value
        self.isVerified = isVerified
        self.isBlocked = isBlocked
    }

    /// Whether both name a person alike, whoever has made sure of it.
    package func isSame(as other: IdentityClaim) -> Bool {
        kind == other.kind && value == other.value
    }
}
