internal import PointsCore

/// hledger's form (`hledger check --strict`).
struct HledgerForm: AccountingForm {
    func opening(on first: CivilDate) -> String { "commodity 1000. PT\n" }

    func declaration(of account: ExportAccount, on first: CivilDate) -> String {
        "account \(name(of: account))\n"
    }

    func transaction(_ entry: Entry) -> String {
        var text = "\n\(entry.cause.businessDay) * (\(id(of: entry))) \(entry.event.name)"
        text += "  ; key:\(plain(entry.cause.idempotencyKey))\n"
        for posting in entry.postings {
            let account = ExportAccount(posting.account, of: entry.member)
            text += "    \(name(of: account))  \(-posting.points) PT\(comment(on: posting))\n"
        }
        return text
    }

    /// A transaction that moves nothing, as `hledger close --assert` writes it.
    func assertion(
        _ balances: [(account: ExportAccount, points: Int128)], on last: CivilDate
    ) -> String {
        balances.reduce("\n\(last) * balances\n") { text, balance in
            text + "    \(name(of: balance.account))  0 PT = \(balance.points) PT\n"
        }
    }

    private func name(of account: ExportAccount) -> String {
        account.parts.joined(separator: ":")
    }

    private func comment(on posting: Posting) -> String {
        guard let lot = posting.lot else { return "" }
        let expiry = lot.expiresOn.map { ", expires:\($0)" } ?? ""
        return "  ; lot:\(plain(lot.pointClass.name)), granted:\(lot.grantedOn)\(expiry)"
    }

    /// A tag ends with a comma, a comment with its line.
    private func plain(_ text: String) -> String {
        String(
            String.UnicodeScalarView(
                text.unicodeScalars.filter { $0.value >= 0x20 && $0 != ";" && $0 != "," }))
    }
}
