internal import PointsCore
internal import PointsEngine
internal import PointsJSON
internal import PointsRules
internal import PointsStore

// MARK: - rules.backtest

extension EngineOpening {
    /// Members who gain and lose most, of each, in an answer.
    private static let rehearsedMembersMax = 20

    /// What a draft comes to for the recorded sales of some days, as JSON.
    static func rehearse(_ path: String, _ rehearsal: RehearseRules) throws(Refusal) -> [UInt8] {
        let draft: CheckedRules
        do throws(RulesError) {
            draft = try RulesetSource(canonicalBytes: rehearsal.content).checked()
        } catch {
            throw error.refusal
        }
        var titles: [String: Caption] = [:]
        var tally = BacktestTally(
            days: rehearsal.days, draft: draft, against: nil, top: rehearsedMembersMax)
        let request = BacktestRequest(days: rehearsal.days, draft: draft.ruleset) {
            content throws(Refusal) in
            let rules = try readRules(content)
            titles.merge(rules.titles) { $1 }
            return rules
        }
        do throws(StoreError) {
            _ = try Engine.backtest(path: path, request) { tally.add($0) }
        } catch {
            throw .storageFailure(error.brief)
        }
        var writer = JSONWriter()
        tally.report(titles: titles).write(to: &writer)
        return writer.bytes
    }
}
