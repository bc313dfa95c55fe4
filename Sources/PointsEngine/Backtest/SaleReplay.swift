internal import Dispatch
internal import PointsCore
internal import PointsStore

/// Goes through the journal and has every sale and every activity of the period judged by both sides, in its order.
///
/// Entries are decoded wherever a core is free; then they are followed on this thread, which has the connection; then each
/// side judges a batch of them on a core of its own.
final class SaleReplay {
    private let store: LedgerStore
    private let survey: BacktestSurvey
    private let days: ClosedRange<CivilDate>
    private let active: BacktestSide
    private let draft: BacktestSide
    private var people: BacktestPeople
    /// The first of the returns that may be about the next sale.
    private var nextReturn = 0
    private var batch: [BacktestCase] = []

    init(store: LedgerStore, survey: BacktestSurvey, request: BacktestRequest) {
        self.store = store
        self.survey = survey
        days = request.days
        active = BacktestSide(
            request.against.map { .one(Rehearsal(under: $0)) } ?? .ofThen(survey.rules))
        draft = BacktestSide(.one(Rehearsal(under: request.draft)))
        people = BacktestPeople(
            store: store, judgedBy: [request.draft] + (request.against.map { [$0] } ?? []))
    }

    /// Gives everything of the period with what both sides make of it.
    ///
    /// - Returns: Whether it came to the end.
    func run(
        progress: (WorkProgress) -> Bool, _ body: (Rehearsed) -> Void
    ) throws(StoreError) -> Bool {
        let (rules, days, isFollowing) = (survey.rules, days, people.isFollowing)
        let belt = JournalBelt<JournalRecord, ReplayedEntry> {
            ReplayedEntry($0, rules: rules, days: days, isFollowing: isFollowing)
        }
        let isWhole = try belt.readAll(of: store, for: .backtest, progress: progress) {
            (entry) throws(StoreError) in
            try follow(entry)
            if batch.count == EngineLimits.backtestCasesPerBatch { judge(body) }
        }
        judge(body)
        return isWhole
    }

    // MARK: One after the other

    private func judge(_ body: (Rehearsed) -> Void) {
        let (cases, sides) = (batch, [active, draft])
        batch.removeAll(keepingCapacity: true)
        DispatchQueue.concurrentPerform(iterations: sides.count) { sides[$0].judge(cases) }
        let outcomes = zip(active.takeOutcomes(), draft.takeOutcomes())
        for (judged, (active, draft)) in zip(cases, outcomes) {
            switch judged {
            case .sale(let sale):
                body(
                    .sale(
                        RehearsedSale(
                            sale.purchase, of: sale.buyer, on: sale.day, rules: sale.rules,
                            active: active, draft: draft)))
            case .activity(let done):
                body(
                    .activity(
                        RehearsedActivity(
                            done.activity, of: done.member, active: active, draft: draft)))
            }
        }
    }

    private func follow(_ entry: ReplayedEntry) throws(StoreError) {
        switch entry.matter {
        case .sale(let sale): batch.append(.sale(try standing(sale)))
        case .activity(let activity): batch.append(.activity(try done(activity)))
        case .joined(let joined, let position): try people.join(joined, by: position)
        case .passed: break
        case .damaged(let error): throw error
        }
        // What an entry changes counts for those that follow it.
        if let change = entry.change { try people.follow(change.entry) }
    }

    /// The sale with what came back of it taken off.
    private func standing(_ sale: RecordedSale) throws(StoreError) -> StandingSale {
        let purchase = sale.purchase
        return StandingSale(
            sale, standing: try afterReturns(purchase),
            buyer: try people.id(of: purchase.member, in: purchase.id),
            person: try people.buyer(of: purchase, under: survey.rules[purchase.ruleset]))
    }

    private func done(_ activity: PastActivity) throws(StoreError) -> DoneActivity {
        guard let member = try people.id(of: activity.member, in: activity.id) else {
            throw SaleReplay.damaged(activity.id, "nobody did it")
        }
        return DoneActivity(
            activity, by: member,
            person: try people.doer(of: activity, under: survey.rules[activity.ruleset]))
    }
}

// MARK: - What came back

extension SaleReplay {
    /// The purchase after everything that came back of it; `nil` if nothing did.
    private func afterReturns(_ recorded: Purchase) throws(StoreError) -> Purchase? {
        let returns = survey.returns
        while nextReturn < returns.count, returns[nextReturn].purchase < recorded.id {
            nextReturn += 1
        }
        var standing: Purchase?
        while nextReturn < returns.count, returns[nextReturn].purchase == recorded.id {
            standing = try apply(returns[nextReturn].entry, to: standing ?? recorded)
            nextReturn += 1
        }
        return standing
    }

    private func apply(
        _ position: JournalPosition, to purchase: Purchase
    ) throws(StoreError) -> Purchase {
        guard let entry = try store.record(at: position)?.agreeingEntry() else {
            throw SaleReplay.damaged(position, "it is missing")
        }
        var purchase = purchase
        do throws(LedgerFault) {
            try purchase.apply(entry)
        } catch {
            throw SaleReplay.damaged(position, error.message)
        }
        guard
            zip(purchase.left, purchase.recorded.basket.lines).allSatisfy({ left, line in
                (0...line.quantity).contains(left)
            })
        else { throw SaleReplay.damaged(position, "it takes back what was not sold") }
        return purchase
    }

    static func damaged(_ position: JournalPosition, _ problem: String) -> StoreError {
        .damaged(table: "journal", problem: "entry \(position.number): \(problem)")
    }
}
