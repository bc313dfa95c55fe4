internal import PointsCore
internal import PointsStore

// MARK: - Purchases

extension Verifier {
    /// Follows each purchase to which something happened, and compares its row.
    ///
    /// - Returns: Whether that could be told from what was read: a purchase that went from one member to another since the
    ///   point may have a story in chains that were not read.
    func comparePurchases() throws(StoreError) -> Bool {
        let conveyor = Conveyor<[PurchaseStory], [Verification.Difference]> { stories in
            stories.flatMap { $0.differences() }
        }
        pass.followUps.sort()
        var batch: [PurchaseStory] = []
        var start = 0
        while start < pass.followUps.count {
            let id = pass.followUps[start].purchase
            var end = start
            while end < pass.followUps.count, pass.followUps[end].purchase == id { end += 1 }
            let story = try story(of: id, pass.followUps[start..<end])
            guard isTold(story) else { return false }
            start = end
            batch.append(story)
            guard batch.count == EngineLimits.verifyRecordsPerBatch else { continue }
            conveyor.put(batch)
            batch = []
            if conveyor.count > EngineLimits.verifyBatchesMax { note(conveyor.next()) }
        }
        conveyor.put(batch)
        while let differences = conveyor.next() { note(differences) }
        return true
    }

    private func note(_ differences: [Verification.Difference]?) {
        for difference in differences ?? [] { found.note(difference) }
    }

    private func story(
        of id: JournalPosition, _ followUps: ArraySlice<JournalPass.FollowUp>
    ) throws(StoreError) -> PurchaseStory {
        var records: [JournalRecord] = []
        for followUp in followUps {
            if let record = try store.record(at: followUp.entry) { records.append(record) }
        }
        let projectedCount = records.count { $0.position <= projected }
        let isNew = !records.contains { $0.position <= point.position }
        if isNew, projectedCount > 0 { pass.rows.purchases += 1 }
        return PurchaseStory(
            id: id, recorded: try store.record(at: id), followUps: records,
            projectedCount: projectedCount, row: try store.purchaseProgress(id))
    }

    private func isTold(_ story: PurchaseStory) -> Bool {
        guard point.position != .none, let owner = story.recorded?.member else { return true }
        return story.followUps.allSatisfy { $0.member == owner }
    }
}
