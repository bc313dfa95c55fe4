// MARK: - Whole tables at once

extension LedgerStore {
    /// What the rows of idempotency keys come to.
    package func keyDigest() throws(StoreError) -> RowDigest {
        try digest("SELECT key, content, position FROM keys")
    }

    /// What the rows of order numbers come to.
    package func orderDigest() throws(StoreError) -> RowDigest {
        try digest("SELECT channel, \"order\", position FROM orders")
    }

    /// What the rows of holds come to.
    package func holdDigest() throws(StoreError) -> RowDigest {
        try digest("SELECT body, x'', position FROM holds")
    }

    private func digest(_ sql: StaticString) throws(StoreError) -> RowDigest {
        let select = try database.statement(sql)
        defer { select.reset() }
        var digest = RowDigest()
        while try select.step() {
            let number = select.integer(2)
            select.withBytes(0) { first in
                select.withBytes(1) { second in digest.add(first, second, number) }
            }
        }
        return digest
    }
}
