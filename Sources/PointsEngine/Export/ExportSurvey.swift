internal import PointsCore
internal import PointsStore

/// What has to be known of a part of the journal before its first line is written: accounts, days, and what
/// the accounts come to.
struct ExportSurvey {
    private(set) var days: ClosedRange<CivilDate>?
    /// Every account with its balance in the ledger's own sign: of members as the engine keeps it, of the program
    /// as the postings come to.
    private(set) var balances: [ExportAccount: Int128] = [:]

    init(_ pass: ExportPass) throws(StoreError) {
        var survey = ExportSurvey()
        try pass.forEachTransaction(.survey) { entry throws(StoreError) in survey.take(entry) }
        self = survey
    }

    private init() {}

    private mutating func take(_ entry: Entry) {
        let day = entry.cause.businessDay
        let known = days ?? day...day
        days = min(known.lowerBound, day)...max(known.upperBound, day)
        for posting in entry.postings {
            let account = ExportAccount(posting.account, of: entry.member)
            if posting.account.isMembers {
                // The journal's order, not the days': the last entry's balance counts the late ones too.
                balances[account] = Int128(Self.balance(of: posting.account, in: entry.after))
            } else {
                balances[account, default: 0] += Int128(posting.points)
            }
        }
    }

    /// Accounts by their owners, the program first.
    var owners: [[ExportAccount]] {
        balances.keys.sorted(by: ExportAccount.precedes)
            .reduce(into: []) { owners, account in
                if owners.last?.last?.member == account.member {
                    owners[owners.count - 1].append(account)
                } else {
                    owners.append([account])
                }
            }
    }

    private static func balance(of account: Account, in balance: Balance) -> Int64 {
        switch account {
        case .available: balance.available
        case .pending: balance.pending
        case .held: balance.held
        case .debt: balance.debt
        default: 0
        }
    }
}
