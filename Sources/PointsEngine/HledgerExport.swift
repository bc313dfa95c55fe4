internal import PointsCore
internal import PointsStore

/// The journal in hledger's form.
///
/// Signs are an accountant's: what the program owes its members is a liability and negative, what it granted an
/// expense and positive; so every posting has the opposite sign of ours. Each member's last posting on an account asserts
/// the balance that the engine keeps, so the stranger's tool compares as well as adds.
struct HledgerExport {
    let store: LedgerStore

    /// Writes everything, account declarations first.
    func run(_ write: (String) -> Bool) throws(StoreError) {
        var accounts: Set<String> = []
        // hledger asserts in the order of the days, which late entries do not follow.
        var last: [String: (day: CivilDate, entry: JournalPosition, index: Int)] = [:]
        var balances: [String: Int64] = [:]
        try store.forEachRecord { record throws(StoreError) in
            let entry = try record.entry()
            for (index, posting) in entry.postings.enumerated() {
                let name = Self.name(of: posting.account, member: entry.member)
                accounts.insert(name)
                if posting.account.isMembers {
                    let place = (entry.cause.businessDay, entry.position, index)
                    if place >= last[name] ?? place { last[name] = place }
                    balances[name] = Self.balance(of: posting.account, in: entry.after)
                }
            }
        }
        var isWanted = write("commodity 1000. PT\n")
        for account in accounts.sorted() where isWanted { isWanted = write("account \(account)\n") }
        try store.forEachRecord { record throws(StoreError) in
            guard isWanted else { return }
            let entry = try record.entry()
            guard !entry.postings.isEmpty else { return }
            var text = Self.head(of: entry)
            for (index, posting) in entry.postings.enumerated() {
                let name = Self.name(of: posting.account, member: entry.member)
                text += "    \(name)  \(-posting.points) PT"
                if let end = last[name], end == (entry.cause.businessDay, entry.position, index) {
                    text += " = \(-(balances[name] ?? 0)) PT"
                }
                text += Self.comment(on: posting) + "\n"
            }
            isWanted = write(text)
        }
    }

    private static func head(of entry: Entry) -> String {
        let key = entry.cause.idempotencyKey
        // A semicolon begins a comment, and a comment ends with its line.
        let plain = String(
            String.UnicodeScalarView(
                key.unicodeScalars.filter { $0.value >= 0x20 && $0 != ";" && $0 != "," }))
        return "\n\(entry.cause.businessDay) * "
            + "(\(entry.position.text(prefix: JournalPosition.transactionPrefix))) "
            + "\(entry.event.name)  ; key:\(plain)\n"
    }

    private static func comment(on posting: Posting) -> String {
        guard let lot = posting.lot else { return "" }
        let expiry = lot.expiresOn.map { ", expires:\($0)" } ?? ""
        return "  ; lot:\(lot.pointClass.name), granted:\(lot.grantedOn)\(expiry)"
    }

    private static func name(of account: Account, member: Int64) -> String {
        if account.isMembers { return "liabilities:member:M\(member):\(account.name)" }
        let root: String
        switch account {
        case .issued, .migrated: root = "expenses"
        default: root = "equity"
        }
        let source = account.source.map { ":" + plain($0) } ?? ""
        return "\(root):\(account.name):\(plain(account.company ?? ""))\(source)"
    }

    /// An account name's part may not hold a colon or two spaces.
    private static func plain(_ name: String) -> String {
        let kept = name.unicodeScalars.map { scalar in
            scalar.value <= 0x20 || scalar == ":" || scalar == ";" ? "-" : Character(scalar)
        }
        return kept.isEmpty ? "none" : String(kept)
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
