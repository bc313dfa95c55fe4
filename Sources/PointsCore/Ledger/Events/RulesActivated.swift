/// A set of rules came into force, or was announced.
package struct RulesActivated: Hashable, Sendable {
    /// SHA-256 of its canonical content.
    package let hash: [UInt8]
    /// What happens from this moment on is judged by it.
    package let effectiveFrom: Instant
    /// Why, if told.
    package let reason: String?

    /// Rules from a moment on.
    package init(hash: [UInt8], effectiveFrom: Instant, reason: String? = nil) {
        self.hash = hash
        self.effectiveFrom = effectiveFrom
        self.reason = reason
    }
}
