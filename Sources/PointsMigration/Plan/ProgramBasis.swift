package import PointsCore
package import PointsEngine
internal import PointsStore

/// The program for which a plan is made, as it stands: read, never written.
package final class ProgramBasis {
    /// The rules in force.
    package let rules: Ruleset
    /// The business day of the plan.
    package let day: CivilDate
    /// When the imports will have happened: the first moment of the day at which the rules were in
    /// force, so that a plan made twice on one day is the same.
    package let occurredAt: Instant
    /// The hash of the journal's first entry; empty if there is no database yet.
    let journal: [UInt8]

    private let ledger: LedgerStore?
    private let form: (IdentityClaim) throws(Refusal) -> IdentityClaim

    /// What a database says of its program.
    private struct State {
        let ledger: LedgerStore
        let activation: RulesTimeline.Activation
        let journal: [UInt8]
    }

    /// Reads a program's database, beside whoever writes to it; a file that is not there is an empty program.
    ///
    /// - Throws: ``MigrationError/rulesDiffer(path:)`` or ``MigrationError/store(_:)``
    package init(
        database path: String, rules: RulesSource, now: Instant
    ) throws(MigrationError) {
        self.rules = rules.ruleset
        form = Engine.identityForm(of: rules.ruleset.program)
        let calendar = rules.ruleset.program.calendar
        day = calendar.businessDay(of: now)
        let start = calendar.start(of: day)
        let state: State?
        do throws(StoreError) {
            state = try ProgramBasis.state(of: path, at: now)
        } catch {
            throw .store(error)
        }
        ledger = state?.ledger
        journal = state?.journal ?? []
        occurredAt = max(start, state?.activation.effectiveFrom ?? start)
        if let state, state.activation.hash != rules.ruleset.hash {
            throw .rulesDiffer(path: path)
        }
    }

    private static func state(
        of path: String, at now: Instant
    ) throws(StoreError) -> State? {
        guard FileSystem.exists(path) else { return nil }
        let ledger = try LedgerStore(reading: path)
        var timeline = RulesTimeline()
        try ledger.forEachRecord(members: 0...0) { record throws(StoreError) in
            if case .rulesActivated(let activated) = try record.entry().event {
                timeline.add(
                    RulesTimeline.Activation(
                        position: record.position, hash: activated.hash,
                        effectiveFrom: activated.effectiveFrom))
            }
        }
        let first = try ledger.record(at: JournalPosition.none.next)
        guard let activation = timeline.activation(at: now), let first else { return nil }
        return State(ledger: ledger, activation: activation, journal: first.hash)
    }
}

// MARK: - Looking up

extension ProgramBasis {
    /// An identity as the engine will keep it; nil if it is not of the form that the rules have for
    /// its kind.
    func comparable(_ identity: MemberIdentity) -> MemberIdentity? {
        let claim = IdentityClaim(kind: identity.kind, value: identity.value)
        guard let normal = try? form(claim) else { return nil }
        return MemberIdentity(kind: normal.kind, value: normal.value)
    }

    /// The number of the member whose the identity is.
    func owner(of identity: MemberIdentity) throws(MigrationError) -> Int64? {
        do throws(StoreError) {
            return try ledger?.owner(kind: identity.kind, value: identity.value)?.member
        } catch {
            throw .store(error)
        }
    }

    /// The lines of files that the journal has already, by the files' SHA-256.
    func importedLines(of files: Set<String>) throws(MigrationError) -> [String: Set<Int64>] {
        var lines: [String: Set<Int64>] = [:]
        guard let ledger else { return lines }
        try ImportJournal.forEach(in: ledger) { _, origin in
            if files.contains(origin.file) { lines[origin.file, default: []].insert(origin.line) }
        }
        return lines
    }
}
