internal import PointsCore

/// How a tool of plain text accounting wants accounts, transactions and assertions written.
///
/// Signs are an accountant's in all of them: what the program owes its members is a liability and negative, what it
/// granted an expense and positive; so every posting has the opposite sign of the ledger's.
protocol AccountingForm {
    /// Begins the file; `first` is the first day on which something is booked.
    func opening(on first: CivilDate) -> String

    /// Declares an account before its first use.
    func declaration(of account: ExportAccount, on first: CivilDate) -> String

    /// An entry with its postings.
    func transaction(_ entry: Entry) -> String

    /// Asserts what an owner's accounts come to when everything up to the last day is booked, by the accountant's sign.
    func assertion(_ balances: [(account: ExportAccount, points: Int128)], on last: CivilDate)
        -> String
}

// MARK: - In common

extension AccountingForm {
    /// The id by which a transaction is known everywhere.
    func id(of entry: Entry) -> String {
        entry.position.text(prefix: JournalPosition.transactionPrefix)
    }
}
