internal import PointsCore
internal import PointsStore

/// The journal for a tool of plain text accounting: declarations, transactions in the order of the journal, and at the
/// end what every account has to come to, so that the stranger's tool compares as well as adds.
///
/// The balances are asserted after the last day and not on the way, because such tools go by days, which late
/// entries do not follow.
struct AccountingExport {
    let form: any AccountingForm

    func run(_ pass: ExportPass, _ write: (String) -> Bool) throws(StoreError) {
        let range = pass.members.upperBound == .max ? "on" : "to \(pass.members.upperBound)"
        var isWanted = write(
            "; members \(pass.members.lowerBound) \(range), as of entry \(pass.last.number)\n")
        let survey = try ExportSurvey(pass)
        guard isWanted, let days = survey.days else { return }
        isWanted = write(form.opening(on: days.lowerBound))
        let owners = survey.owners
        for account in owners.joined() where isWanted {
            isWanted = write(form.declaration(of: account, on: days.lowerBound))
        }
        try pass.forEachTransaction(.export) { entry throws(StoreError) in
            if isWanted { isWanted = write(form.transaction(entry)) }
        }
        for accounts in owners where isWanted {
            let balances = accounts.map { ($0, -(survey.balances[$0] ?? 0)) }
            isWanted = write(form.assertion(balances, on: days.upperBound))
        }
    }
}
