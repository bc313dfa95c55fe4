internal import PointsCore
internal import PointsJSON
internal import PointsRules
internal import PointsStore

// MARK: - rules.backtest

extension EngineOpening {
    /// What a draft comes to for the recorded sales of some days, as JSON.
    static func rehearse(_ path: String, _ rehearsal: RehearseRules) throws(Refusal) -> [UInt8] {
        let draft: CheckedRules
        do throws(RulesError) {
            draft = try RulesetSource(canonicalBytes: rehearsal.content).checked()
        } catch {
            throw error.refusal
        }
        var writer = JSONWriter()
        do throws(StoreError) {
            try Backtest(draft: draft, days: rehearsal.days).report(on: path)?.write(to: &writer)
        } catch {
            throw .storageFailure(error.brief)
        }
        return writer.bytes
    }
}
