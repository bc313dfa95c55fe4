/// What a consent is about: a purpose, and the company that asks.
package struct ConsentTopic: Hashable, Comparable, Sendable {
    /// The purpose's name.
    package let purpose: String
    /// The company.
    package let company: String

    /// A purpose of a company.
    package init(purpose: String, company: String) {
        self.purpose = purpose
        self.company = company
    }

    /// By purpose, then by company.
    package static func < (left: ConsentTopic, right: ConsentTopic) -> Bool {
        (left.purpose, left.company) < (right.purpose, right.company)
    }
}
