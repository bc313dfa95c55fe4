/// One `name=value` of a query, decoded; the value of a name without `=` is empty.
package struct QueryItem: Hashable, Sendable {
    /// The decoded name.
    package let name: String

    /// The decoded value.
    package let value: String

    /// An item as it reads once decoded.
    package init(name: String, value: String) {
        self.name = name
        self.value = value
    }
}
