internal import PointsCore
internal import PointsStore

/// What has to be known before the first sale is judged: what came back later, and the sets of rules.
struct BacktestSurvey {
    /// What came back of purchases, by purchase and then by time: 16 bytes each.
    private(set) var returns: [JournalPass.FollowUp] = []
    /// Every set of rules that was activated, by the entry that did it.
    private(set) var rules: [JournalPosition: Ruleset] = [:]

    /// A row in outline.
    private enum Finding: Sendable {
        case outline(EntryOutline)
        case damaged(JournalPosition, LedgerFault)

        init(_ record: JournalRecord) {
            do throws(LedgerFault) {
                self = .outline(try EntryOutline(record: record.body))
            } catch {
                self = .damaged(record.position, error)
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
            case .outline(let outline):
                switch outline.subject {
                case .returned(let purchase):
                    returns.append(
                        JournalPass.FollowUp(purchase: purchase, entry: outline.position))
                case .rulesActivated(let hash): rules[outline.position] = try shelf.kept(hash)
                case .other: break
                }
            case .damaged(let position, let fault):
                throw SaleReplay.damaged(position, fault.message)
            }
        }
        guard isWhole else { return nil }
        self.returns = returns.sorted()
        self.rules = rules
    }
}
