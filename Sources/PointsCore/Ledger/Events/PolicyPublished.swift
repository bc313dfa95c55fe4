/// A version of a policy was published, for one or more companies.
package struct PolicyPublished: Hashable, Sendable {
    /// The purpose.
    package let purpose: String
    /// The companies, by name.
    package let companies: [String]
    /// The version.
    package let version: PolicyVersion
    /// From when on it counts.
    package let effectiveFrom: Instant

    /// What it is about.
    package var topics: [ConsentTopic] {
        companies.map { ConsentTopic(purpose: purpose, company: $0) }
    }

    /// A version of some companies.
    package init(
        purpose: String, companies: [String], version: PolicyVersion, effectiveFrom: Instant
    ) {
        self.purpose = purpose
        self.companies = companies
        self.version = version
        self.effectiveFrom = effectiveFrom
    }
}
