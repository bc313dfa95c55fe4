/// `policy.publish`: a version of a policy counts from a moment on.
package struct PublishPolicy: Hashable, Sendable {
    /// The purpose.
    package let purpose: String
    /// The company; `nil` for all that ask for the purpose.
    package let company: String?
    /// The version.
    package let version: PolicyVersion
    /// From when on; `nil` for at once.
    package let effectiveFrom: Instant?

    /// A version of a policy.
    package init(
        purpose: String, company: String?, version: PolicyVersion, effectiveFrom: Instant?
    ) {
        self.purpose = purpose
        self.company = company
        self.version = version
        self.effectiveFrom = effectiveFrom
    }
}
