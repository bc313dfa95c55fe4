internal import PointsCore
internal import PointsStore

/// Purchases as a table (RFC 4180, UTF-8): a header, and a row for everything that happened to a purchase, with the figures
/// that it has from then on.
///
/// So the last row of a purchase says how it stands, and the rows before how it came to that.
struct PurchaseExport {
    private static let columns = [
        "transaction", "type", "purchase", "member", "channel", "channelCompany", "store", "order",
        "soldOn", "soldAt", "occurredAt", "recordedAt", "businessDay", "status", "total",
        "redeemed", "payable", "tax", "earned",
    ]

    private let journal: ExportJournal

    init(store: LedgerStore, readRules: @escaping ([UInt8]) throws(Refusal) -> Ruleset) {
        journal = ExportJournal(store: store, readRules: readRules)
    }

    func run(_ pass: ExportPass, _ write: (String) -> Bool) throws(StoreError) {
        var isWanted = write(TableRow.text(Self.columns))
        try pass.forEachEntry(.export) { entry throws(StoreError) in
            guard isWanted, let cells = try cells(of: entry) else { return }
            isWanted = write(TableRow.text(cells))
        }
    }

    private func cells(of entry: Entry) throws(StoreError) -> [String]? {
        switch entry.event {
        case .purchaseRecorded(let recorded):
            let earned = recorded.grants.reduce(0) { $0 + $1.points }
            return try row(of: entry, soldBy: entry, Self.figures(recorded.summary, earned))
        case .purchaseConfirmed(let confirmed):
            let sale = try journal.entry(at: confirmed.purchase)
            return try row(of: entry, soldBy: sale, Self.figures(confirmed.summary, nil))
        case .purchaseReturned(let returned):
            let earned =
                returned.earned.reduce(0, +) + returned.toppedUp.reduce(0) { $0 + $1.points }
            let sale = try journal.entry(at: returned.purchase)
            return try row(of: entry, soldBy: sale, Self.figures(returned.summary, earned))
        case .unreceiptedReturned(let returned):
            // Of no purchase that is known: what is given back, by itself and below zero.
            let back = String(-returned.refund.amount)
            let points = String(-returned.clawedBack)
            return try row(of: entry, soldBy: nil, ["", back, "", back, "", points])
        default: return nil
        }
    }

    private func row(
        of entry: Entry, soldBy sale: Entry?, _ figures: [String]
    ) throws(StoreError) -> [String] {
        let calendar = try journal.rules(activatedBy: entry.cause.ruleset).program.calendar
        let isAnonymous = entry.member == Entry.programMember
        var (order, soldOn, soldAt) = ("", "", "")
        if let sale, case .purchaseRecorded(let recorded) = sale.event {
            order = recorded.order
            soldOn = recorded.soldOn.description
            soldAt = calendar.text(of: sale.cause.occurredAt)
        }
        // Where it was sold, wherever something of it comes back.
        let place = (sale ?? entry).cause
        return [
            entry.position.text(prefix: JournalPosition.transactionPrefix), entry.event.name,
            sale?.position.text(prefix: JournalPosition.purchasePrefix) ?? "",
            isAnonymous ? "" : ExportAccount.name(ofMember: entry.member),
            place.channel ?? "", place.company ?? "", place.store ?? "", order, soldOn, soldAt,
            calendar.text(of: entry.cause.occurredAt), calendar.text(of: entry.cause.recordedAt),
            entry.cause.businessDay.description,
        ] + figures
    }

    /// A shipment changes nothing that was earned.
    private static func figures(_ summary: PurchaseSummary, _ earned: Int64?) -> [String] {
        [
            summary.status.rawValue, String(summary.total.amount), String(summary.redeemed),
            String(summary.payable.amount), String(summary.tax.amount),
            earned.map { String($0) } ?? "",
        ]
    }
}
