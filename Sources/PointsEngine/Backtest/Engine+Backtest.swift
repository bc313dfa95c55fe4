package import PointsCore
package import PointsStore

// MARK: - Back-test

extension Engine {
    /// Judges the recorded sales and activities of a period by a draft and by the active rules, in the journal's order; nothing is written.
    ///
    /// One state of the database is read throughout, which another process may be writing to.
    ///
    /// - Parameters:
    ///   - path: The database.
    ///   - request: Of which days, and which rules.
    ///   - progress: Told now and then how far it has come; says whether the rest is wanted.
    ///   - body: Takes each of them.
    /// - Returns: Whether it came to the end.
    /// - Throws: ``StoreError``
    package static func backtest(
        path: String, _ request: BacktestRequest,
        progress: (WorkProgress) -> Bool = { _ in true },
        _ body: (Rehearsed) -> Void
    ) throws(StoreError) -> Bool {
        let store = try LedgerStore(reading: path)
        return try store.reading { () throws(StoreError) in
            let survey = try BacktestSurvey(of: store, request.readRules, progress: progress)
            guard let survey else { return false }
            let replay = SaleReplay(store: store, survey: survey, request: request)
            return try replay.run(progress: progress, body)
        }
    }
}
