internal import Dispatch
internal import PointsCore
internal import PointsStore

/// Goes through the journal and has every sale of the period judged by both sides, in its order.
///
/// Entries are decoded wherever a core is free; then they are followed on this thread, which has the connection; then each
/// side judges a batch of sales on a core of its own.
final class SaleReplay {
    private let store: LedgerStore
    private let survey: BacktestSurvey
    private let days: ClosedRange<CivilDate>
    private let active: BacktestSide
    private let draft: BacktestSide
    /// Everybody who has joined so far, by row number from 1: 16 bytes each.
    private var people: [MemberID] = []
    /// The first of the returns that may be about the next sale.
    private var nextReturn = 0
    private var batch: [StandingSale] = []

    init(store: LedgerStore, survey: BacktestSurvey, request: BacktestRequest) {
        self.store = store
        self.survey = survey
        days = request.days
        active = BacktestSide(request.against.map { .one($0) } ?? .ofTheSale(survey.rules))
        draft = BacktestSide(.one(request.draft))
    }

    /// Gives every sale of the period with what both sides make of it.
    ///
    /// - Returns: Whether it came to the end.
    func run(
        progress: (WorkProgress) -> Bool, _ body: (RehearsedSale) -> Void
    ) throws(StoreError) -> Bool {
        let (rules, days) = (survey.rules, days)
        let belt = JournalBelt<JournalRecord, ReplayedEntry> {
            ReplayedEntry($0, rules: rules, days: days)
        }
        let isWhole = try belt.readAll(of: store, for: .backtest, progress: progress) {
            (entry) throws(StoreError) in
            try follow(entry)
            if batch.count == EngineLimits.backtestSalesPerBatch { judge(body) }
        }
        judge(body)
        return isWhole
    }

    // MARK: Sales

    private func judge(_ body: (RehearsedSale) -> Void) {
        let (sales, sides) = (batch, [active, draft])
        batch.removeAll(keepingCapacity: true)
        DispatchQueue.concurrentPerform(iterations: sides.count) { sides[$0].judge(sales) }
        let outcomes = zip(active.takeOutcomes(), draft.takeOutcomes())
        for (sale, (active, draft)) in zip(sales, outcomes) {
            body(
                RehearsedSale(
                    sale.purchase, of: sale.buyer, on: sale.day, rules: sale.rules,
                    active: active, draft: draft))
        }
    }

    private func follow(_ entry: ReplayedEntry) throws(StoreError) {
        switch entry {
        case .sale(let sale): batch.append(try standing(sale))
        case .joined(let joined, let position):
            guard joined.id.number == Int64(people.count) + 1 else {
                throw SaleReplay.damaged(position, "it does not give the next member's number")
            }
            people.append(joined.id)
        case .passed: break
        case .damaged(let error): throw error
        }
    }

    /// The sale with what came back of it taken off.
    private func standing(_ sale: RecordedSale) throws(StoreError) -> StandingSale {
        let number = sale.purchase.member
        let buyer =
            number == Entry.programMember
            ? nil : people[try place(of: number, in: sale.purchase.id)]
        return StandingSale(sale, standing: try afterReturns(sale.purchase), buyer: buyer)
    }

    private func place(
        of member: Int64, in entry: JournalPosition
    ) throws(StoreError) -> Int {
        guard member > 0, member <= Int64(people.count) else {
            throw SaleReplay.damaged(entry, "its member has not joined")
        }
        return Int(member) - 1
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
