/// Where things happen: the shops, the web shop, the app.
package struct Channel: Hashable, Sendable {
    /// The name on the wire.
    package let name: String
    /// The company that runs it.
    package let company: String
    /// When points earned there begin to count.
    package let pending: PendingPolicy

    /// A channel of a company.
    package init(name: String, company: String, pending: PendingPolicy) {
        self.name = name
        self.company = company
        self.pending = pending
    }
}
