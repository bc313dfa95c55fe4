internal import PointsCore

/// beancount's form (`bean-check`).
struct BeancountForm: AccountingForm {
    func opening(on first: CivilDate) -> String { "\(first) commodity PT\n" }

    func declaration(of account: ExportAccount, on first: CivilDate) -> String {
        "\(first) open \(name(of: account)) PT\n"
    }

    func transaction(_ entry: Entry) -> String {
        let id = id(of: entry)
        var text = "\n\(entry.cause.businessDay) * \(quoted(entry.event.name)) \"\" ^\(id)\n"
        text += "  key: \(quoted(entry.cause.idempotencyKey))\n"
        for posting in entry.postings {
            let account = ExportAccount(posting.account, of: entry.member)
            text += "  \(name(of: account))  \(-posting.points) PT\n"
            guard let lot = posting.lot else { continue }
            text += "    lot: \(quoted(lot.pointClass.name))\n    granted: \(lot.grantedOn)\n"
            if let expiresOn = lot.expiresOn { text += "    expires: \(expiresOn)\n" }
        }
        return text
    }

    /// A balance holds at the beginning of its day, so the day after the last.
    func assertion(
        _ balances: [(account: ExportAccount, points: Int128)], on last: CivilDate
    ) -> String {
        balances.reduce("\n") { text, balance in
            text + "\(last.adding(days: 1)) balance \(name(of: balance.account)) "
                + "\(balance.points) PT\n"
        }
    }

    /// Each part begins with a capital or a digit.
    private func name(of account: ExportAccount) -> String {
        account.parts.map { $0.prefix(1).uppercased() + $0.dropFirst() }.joined(separator: ":")
    }

    private func quoted(_ text: String) -> String {
        let escaped = text.unicodeScalars.filter { $0.value >= 0x20 }.map { scalar in
            scalar == "\"" || scalar == "\\" ? "\\\(scalar)" : String(scalar)
        }
        return "\"\(escaped.joined())\""
    }
}
