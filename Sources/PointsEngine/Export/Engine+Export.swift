package import PointsStore

// MARK: - Export

extension Engine {
    /// Writes the journal of a database, which another process may be writing to, piece by piece,
    /// for as long as `write` says that it wants more.
    ///
    /// - Throws: ``StoreError``
    package static func export(
        path: String, _ request: ExportRequest,
        progress: @escaping (WorkProgress) -> Void = { _ in }, _ write: (String) -> Bool
    ) throws(StoreError) {
        let store = try LedgerStore(reading: path)
        try store.reading { () throws(StoreError) in
            let pass = try ExportPass(of: request.members, in: store, progress: progress)
            switch request.format {
            case .hledger: try AccountingExport(form: HledgerForm()).run(pass, write)
            case .beancount: try AccountingExport(form: BeancountForm()).run(pass, write)
            case .csv:
                try TableExport(store: store, readRules: request.readRules).run(pass, write)
            case .purchases:
                try PurchaseExport(store: store, readRules: request.readRules).run(pass, write)
            }
        }
    }
}
