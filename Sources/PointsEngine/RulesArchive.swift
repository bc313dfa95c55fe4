internal import PointsCore
internal import PointsStore

/// The sets of rules that a database keeps, and the moments from which they judge.
struct RulesArchive {
    let store: LedgerStore
    let timeline: RulesTimeline

    /// The archive of an engine that works with the store.
    init(store: LedgerStore, timeline: RulesTimeline) {
        self.store = store
        self.timeline = timeline
    }

    /// The archive of a database that is only read: its program's state, with what was not flushed folded over it.
    init(reading store: LedgerStore) throws(StoreError) {
        let (position, projected) = try store.projected()
        var program = projected
        try store.forEachRecord(after: position, members: 0...0) { record throws(StoreError) in
            let entry = try record.entry()
            do throws(LedgerFault) {
                try program.apply(entry, hash: record.hash)
            } catch {
                throw .damaged(table: "journal", problem: error.message)
            }
        }
        self.init(store: store, timeline: program.rules)
    }

    /// The canonical content of a set.
    func content(of hash: [UInt8]) throws(StoreError) -> [UInt8] {
        guard let content = try store.rules(hash: hash) else {
            throw .damaged(table: "rulesets", problem: "the rules of an entry are missing")
        }
        return content
    }

    /// The set in force at a moment, and what comes after the present; `nil` if none was ever activated.
    func view(at moment: Instant, now: Instant) throws(StoreError) -> RulesView? {
        guard let current = timeline.activation(at: moment) else { return nil }
        return RulesView(
            current: try version(current), content: try content(of: current.hash),
            announced: try timeline.announced(after: now).map { (activation) throws(StoreError) in
                try version(activation)
            },
            history: try timeline.activations.suffix(EngineLimits.rulesHistoryMax).reversed()
                .map { (activation) throws(StoreError) in try version(activation) })
    }

    private func version(
        _ activation: RulesTimeline.Activation
    ) throws(StoreError) -> RulesView.Version {
        guard let entry = try store.record(at: activation.position)?.entry(),
            let version = RulesView.Version(entry)
        else {
            throw .damaged(
                table: "journal",
                problem: "entry \(activation.position.number) activates no rules")
        }
        return version
    }
}
