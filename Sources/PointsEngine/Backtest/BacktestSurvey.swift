internal import PointsCore
internal import PointsStore

/// What has to be known before the first sale is judged: what came back later, and the sets of rules.
struct BacktestSurvey {
    /// What came back of purchases, by purchase and then by time: 16 bytes each.
    private(set) var returns: [JournalPass.FollowUp] = []
    /// Every set of rules that was activated, by the entry that did it.
    private(set) var rules: [JournalPosition: Ruleset] = [:]

    /// What an entry adds.
    private enum Finding: Sendable {
        case returned(JournalPass.FollowUp)
        case activated(JournalPosition, hash: [UInt8])
        case nothing
        case damaged(StoreError)

        init(_ record: JournalRecord) {
            do throws(StoreError) {
                let entry = try record.agreeingEntry()
                switch entry.event {
                case .purchaseReturned(let returned):
                    self = .returned(
                        JournalPass.FollowUp(purchase: returned.purchase, entry: entry.position))
                case .rulesActivated(let activated):
                    self = .activated(entry.position, hash: activated.hash)
                default: self = .nothing
                }
            } catch {
                self = .damaged(error)
            }
        }
    }

    /// Reads the journal once; `nil` if nobody wants the rest of it.
    ///
    /// - Throws: ``StoreError``
    init?(
        of store: LedgerStore, _ readRules: @escaping ([UInt8]) throws(Refusal) -> Ruleset,
        progress: (WorkProgress) -> Bool
    ) throws(StoreError) {
        let shelf = RulesShelf(store: store, read: readRules)
        let belt = JournalBelt<JournalRecord, Finding>(Finding.init)
        var returns: [JournalPass.FollowUp] = []
        var rules: [JournalPosition: Ruleset] = [:]
        let isWhole = try belt.readAll(of: store, for: .survey, progress: progress) {
            (finding) throws(StoreError) in
            switch finding {
            case .returned(let followUp): returns.append(followUp)
            case .activated(let position, let hash): rules[position] = try shelf.kept(hash)
            case .nothing: break
            case .damaged(let error): throw error
            }
        }
        guard isWhole else { return nil }
        self.returns = returns.sorted()
        self.rules = rules
    }
}
