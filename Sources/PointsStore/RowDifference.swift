/// A row that the journal gives and the row that the database holds under its key, which are not the same.
package struct RowDifference: Hashable, Sendable {
    /// The table.
    package let table: LedgerTable
    /// The columns of the key.
    package let key: [StoredValue]
    /// The other columns as the journal gives them; `nil` if it gives no such row.
    package let journal: [StoredValue]?
    /// The other columns as the database holds them; `nil` if it holds no such row.
    package let kept: [StoredValue]?
}
