import PointsCore
import PointsEngine
import PointsJSON
import PointsRules
import PointsStore
import Testing

/// A back-test of what a test has recorded.
struct Backtest {
    let sales: [RehearsedSale]
    let activities: [RehearsedActivity]
    let report: BacktestReport

    /// A draft for the sales of a year, or of other days.
    init(
        _ draft: CheckedRules, on program: TestProgram, against: CheckedRules? = nil,
        from first: String = "2026-01-01", to last: String = "2026-12-31", top: Int = 20
    ) throws {
        let days = CivilDate.day(first)...CivilDate.day(last)
        var tally = BacktestTally(days: days, draft: draft, against: against?.ruleset, top: top)
        var sales: [RehearsedSale] = []
        let request = BacktestRequest(
            days: days, draft: draft.ruleset, against: against?.ruleset,
            readRules: CheckRules.read)
        var activities: [RehearsedActivity] = []
        let isWhole = try Engine.backtest(path: program.path, request) { judged in
            switch judged {
            case .sale(let sale): sales.append(sale)
            case .activity(let activity): activities.append(activity)
            }
            tally.add(judged)
        }
        try #require(isWhole)
        self.sales = sales
        self.activities = activities
        report = tally.report()
    }

    /// The report as clients get it.
    var json: String {
        var writer = JSONWriter()
        report.write(to: &writer)
        return String(decoding: writer.bytes, as: UTF8.self)
    }

    /// A part of the report as clients get it.
    func part(_ name: String) throws -> String {
        try #require(try JSON(parsing: json).object?[name]).text()
    }

    /// Points of each sale on both sides, by its order in the journal.
    var points: [[Int64]] { sales.map { [$0.active.points, $0.draft.points] } }

    /// Points of each activity on both sides, by its order in the journal.
    var activityPoints: [[Int64]] { activities.map { [$0.active.points, $0.draft.points] } }
}

// MARK: - Nothing but a run

extension Backtest {
    /// Goes through a journal with an empty period.
    static func only(_ program: TestProgram) throws(StoreError) -> Bool {
        guard let draft = try? CheckRules.draft() else { return false }
        let day = CivilDate.day("2030-01-01")
        let request = BacktestRequest(
            days: day...day, draft: draft.ruleset, readRules: CheckRules.read)
        return try Engine.backtest(path: program.path, request) { _ in }
    }
}
