internal import PointsCore
package import PointsStore

// MARK: - Verification

extension Engine {
    /// Recomputes every invariant from the journal and compares what is folded from it.
    func verification() throws(StoreError) -> Verification {
        try store.reading { () throws(StoreError) in
            try Engine.whole(store) { _ in }.found
        }
    }

    /// Verifies a database that another process may be writing to: one state of it is read throughout.
    ///
    /// - Parameters:
    ///   - path: The database.
    ///   - sinceLast: Whether to go on from the last verified point, if there is one that fits.
    ///   - progress: Told now and then how far it has come.
    /// - Returns: What was found, and the point to go on from.
    /// - Throws: ``StoreError``
    package static func verify(
        path: String, sinceLast: Bool = false, progress: @escaping (WorkProgress) -> Void = { _ in }
    ) throws(StoreError) -> VerificationReport {
        let store = try LedgerStore(reading: path)
        return try store.reading { () throws(StoreError) in
            guard sinceLast else { return try whole(store, progress) }
            let kept = try VerifiedPoint.kept(beside: store)
            var reason = kept.problem
            if let point = kept.point {
                let verifier = try Verifier(store: store, after: point, progress: progress)
                if let report = try verifier.run() { return report }
                reason = "what has changed cannot be told from what is new"
            }
            var report = try whole(store, progress)
            report.fallback = reason
            return report
        }
    }

    /// Leaves a verified point beside a database for the next verification.
    ///
    /// - Throws: ``StoreError/cannotWrite(path:problem:)``
    package static func keep(
        _ point: VerifiedPoint, path: String
    ) throws(StoreError) {
        try VerifiedPointFile(of: LedgerStore(reading: path)).write(point.record())
    }

    private static func whole(
        _ store: LedgerStore, _ progress: @escaping (WorkProgress) -> Void
    ) throws(StoreError) -> VerificationReport {
        let verifier = try Verifier(store: store, after: .start, progress: progress)
        guard let report = try verifier.run() else {
            preconditionFailure("reading everything tells everything")
        }
        return report
    }
}

// MARK: - Points

extension VerifiedPoint {
    /// The point that was left beside a database, or why there is none that fits.
    fileprivate static func kept(
        beside store: LedgerStore
    ) throws(StoreError) -> (point: VerifiedPoint?, problem: String?) {
        switch VerifiedPointFile(of: store).read() {
        case .missing: return (nil, "nothing was verified before")
        case .damaged: return (nil, "the file of the last verified point is damaged")
        case .record(let record):
            guard let point = try? VerifiedPoint(record: record) else {
                return (nil, "the last verified point was written by another version")
            }
            guard try store.record(at: point.position)?.hash == point.hash,
                try store.projected().0 >= point.position
            else { return (nil, "the last verified point is not one of this journal") }
            return (point, nil)
        }
    }
}
