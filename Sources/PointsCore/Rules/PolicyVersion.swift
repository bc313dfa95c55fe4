/// A version of what a company asks members to agree to.
package struct PolicyVersion: Hashable, Sendable {
    /// What it is called, such as `2026-04`; the name stands for one text for ever.
    package let name: String
    /// Whether what was answered to an earlier version holds no more once this one counts.
    package let asksAnew: Bool
    /// Where the text stands, if told.
    package let url: String?
    /// SHA-256 of the text, if told.
    package let textHash: [UInt8]?

    /// A version with what is told of its text.
    package init(
        name: String, asksAnew: Bool = true, url: String? = nil, textHash: [UInt8]? = nil
    ) {
        self.name = name
        self.asksAnew = asksAnew
        self.url = url
        self.textHash = textHash
    }
}
