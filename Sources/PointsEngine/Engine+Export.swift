internal import PointsCore
package import PointsStore

// MARK: - Export

extension Engine {
    /// Writes the journal of a database, which another process may be writing to, piece by piece,
    /// for as long as `write` says that it wants more.
    ///
    /// - Throws: ``StoreError``
    package static func export(
        path: String, as format: ExportFormat, _ write: (String) -> Bool
    ) throws(StoreError) {
        let store = try LedgerStore(reading: path)
        try store.reading { () throws(StoreError) in
            switch format {
            case .hledger: try HledgerExport(store: store).run(write)
            }
        }
    }
}
