import PointsCore
import PointsStore

extension TestProgram {
    /// All postings of the journal with their day and channel, added up by nobody yet.
    func postings() throws -> [(day: CivilDate, total: DayTotal)] {
        var postings: [(day: CivilDate, total: DayTotal)] = []
        try LedgerStore(reading: path).forEachRecord { record throws(StoreError) in
            let entry = try record.entry()
            for posting in entry.postings {
                let total = DayTotal(
                    account: posting.account, channel: entry.cause.channel, points: posting.points)
                postings.append((entry.cause.businessDay, total))
            }
        }
        return postings
    }
}
