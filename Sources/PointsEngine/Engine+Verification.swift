package import PointsCore
package import PointsStore

// MARK: - Verification

extension Engine {
    /// Recomputes every invariant from the journal and compares what is folded from it.
    func verification() throws(StoreError) -> Verification {
        try Engine.verify(store)
    }

    /// Verifies a database that another process may be writing to: one state of it is read throughout.
    package static func verify(path: String) throws(StoreError) -> Verification {
        try verify(LedgerStore(reading: path))
    }

    private static func verify(_ store: LedgerStore) throws(StoreError) -> Verification {
        try store.reading { () throws(StoreError) in
            var verifier = try Verifier(store: store)
            return try verifier.run()
        }
    }
}
