/// `rules.activate`: a set of rules comes into force, now or at a moment that is announced.
package struct ActivateRules: Hashable, Sendable {
    /// Its canonical content.
    package let content: [UInt8]
    /// From when on it judges what happens; `nil` for now.
    package let effectiveFrom: Instant?
    /// Why, if told.
    package let reason: String?

    /// A set of rules from a moment on.
    package init(content: [UInt8], effectiveFrom: Instant? = nil, reason: String? = nil) {
        self.content = content
        self.effectiveFrom = effectiveFrom
        self.reason = reason
    }
}
