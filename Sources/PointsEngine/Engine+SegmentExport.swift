package import PointsCore
package import PointsStore

// MARK: - The members of a segment, beside a running server

extension Engine {
    /// Tells who is in a segment, in the order of their numbers; nothing is written.
    ///
    /// One state of the database is read throughout, which another process may be writing to.
    ///
    /// - Parameters:
    ///   - path: The database.
    ///   - request: Which segment, of which rules, and when.
    ///   - progress: Told now and then how far it has come; says whether the rest is wanted.
    ///   - body: Takes each of them; says whether more are wanted.
    /// - Returns: Whether everybody was asked, or which segments there are.
    /// - Throws: ``StoreError``
    package static func members(
        path: String, _ request: SegmentRequest,
        progress: (WorkProgress) -> Bool = { _ in true }, _ body: (MemberID) -> Bool
    ) throws(StoreError) -> SegmentRequest.Outcome {
        let store = try LedgerStore(reading: path)
        return try store.reading { () throws(StoreError) in
            let projections = try projections(of: store)
            let situation = try situation(for: request, in: projections, of: store)
            let segments = situation.rules.segments
            guard let segment = segments.first(where: { $0.id == request.segment }) else {
                return .unknown(segments.map(\.id))
            }
            let roll = SegmentRoll(
                segment: segment, situation: situation, projections: projections, store: store)
            let count = projections.program.memberCount
            var number: Int64 = 0
            while number < count {
                number += 1
                if let member = try roll.member(number), !body(member.id) { return .interrupted }
                guard number.isMultiple(of: EngineLimits.progressMembers) || number == count else {
                    continue
                }
                let step = WorkProgress(step: .segment, done: number, total: count)
                guard progress(step) else { return .interrupted }
            }
            return .finished
        }
    }

    private static func projections(of store: LedgerStore) throws(StoreError) -> Projections {
        do throws(EngineError) {
            return try Projections(store: store)
        } catch {
            if case .store(let failure) = error { throw failure }
            throw .damaged(table: "journal", problem: error.message)
        }
    }

    private static func situation(
        for request: SegmentRequest, in projections: Projections, of store: LedgerStore
    ) throws(StoreError) -> Situation {
        let program = projections.program
        guard let activation = program.activation(at: request.moment) else {
            throw .damaged(table: "journal", problem: "it activates no rules")
        }
        let shelf = RulesShelf(store: store, read: request.readRules)
        let rules: Ruleset
        if let draft = request.rules {
            rules = draft
        } else {
            rules = try shelf.kept(activation.hash)
        }
        let tiers: TierTimeline
        let consents: ConsentTimeline
        do throws(Refusal) {
            tiers = try shelf.tierTimeline(program.rules)
            consents = try shelf.consentTimeline(program.rules, program.policies)
        } catch {
            throw .damaged(table: "rulesets", problem: error.message)
        }
        let cause = Cause(
            command: "", idempotencyKey: "", contentHash: [], ruleset: activation.position,
            occurredAt: request.moment, recordedAt: request.moment,
            businessDay: rules.program.calendar.businessDay(of: request.moment))
        return Situation(
            cause: cause, rules: rules, next: projections.position.next,
            openDay: program.openDay, budgets: program.budgets, tiers: tiers, consents: consents)
    }
}
