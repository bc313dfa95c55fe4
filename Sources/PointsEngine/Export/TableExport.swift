internal import PointsCore
internal import PointsStore

/// The journal as a table (RFC 4180, UTF-8): a header, and a row a posting with everything an auditor asks for.
///
/// Points have the ledger's own sign: positive on a member's account is what the program owes.
struct TableExport {
    private static let columns = [
        "transaction", "type", "command", "businessDay", "occurredAt", "recordedAt", "member",
        "account", "company", "source", "points", "lotClass", "lotCompany", "lotGrantedOn",
        "lotExpiresOn", "owner", "purchase", "order", "channel", "channelCompany", "store",
        "terminal", "actor", "rulesActivation", "rulesHash", "key", "availableAfter",
        "pendingAfter", "heldAfter", "debtAfter",
    ]

    private let journal: ExportJournal

    init(store: LedgerStore, readRules: @escaping ([UInt8]) throws(Refusal) -> Ruleset) {
        journal = ExportJournal(store: store, readRules: readRules)
    }

    func run(_ pass: ExportPass, _ write: (String) -> Bool) throws(StoreError) {
        var isWanted = write(TableRow.text(Self.columns))
        try pass.forEachTransaction(.export) { entry throws(StoreError) in
            guard isWanted else { return }
            isWanted = write(try rows(of: entry))
        }
    }

    private func rows(of entry: Entry) throws(StoreError) -> String {
        let cause = entry.cause
        let rules = try journal.rules(activatedBy: cause.ruleset)
        let calendar = rules.program.calendar
        let order = try order(of: entry)
        let before = [
            entry.position.text(prefix: JournalPosition.transactionPrefix), entry.event.name,
            cause.command, cause.businessDay.description, calendar.text(of: cause.occurredAt),
            calendar.text(of: cause.recordedAt),
        ]
        let after = [
            Self.purchase(of: entry)?.text(prefix: JournalPosition.purchasePrefix) ?? "",
            order ?? "", cause.channel ?? "", cause.company ?? "",
            cause.store ?? "", cause.terminal ?? "", cause.actor ?? "",
            cause.ruleset.text(prefix: JournalPosition.transactionPrefix),
            Hexadecimal.text(of: rules.hash), cause.idempotencyKey,
            String(entry.after.available), String(entry.after.pending), String(entry.after.held),
            String(entry.after.debt),
        ]
        return entry.postings.reduce(into: "") { text, posting in
            text += TableRow.text(before + Self.cells(of: posting, in: entry) + after)
        }
    }

    private static func cells(of posting: Posting, in entry: Entry) -> [String] {
        let account = posting.account
        // Pending points wait for a sale, or for the day that a confirmation of it said.
        let prefix =
            account == .held
            ? JournalPosition.holdPrefix
            : posting.owner == purchase(of: entry)
                ? JournalPosition.purchasePrefix : JournalPosition.transactionPrefix
        return [
            ExportAccount.name(ofMember: entry.member), account.name, account.company ?? "",
            account.source ?? "", String(posting.points), posting.lot?.pointClass.name ?? "",
            posting.lot?.company ?? "", posting.lot?.grantedOn.description ?? "",
            posting.lot?.expiresOn?.description ?? "", posting.owner?.text(prefix: prefix) ?? "",
        ]
    }
}

// MARK: - What an entry refers to

extension TableExport {
    /// The purchase that an entry records or is about.
    private static func purchase(of entry: Entry) -> JournalPosition? {
        if case .purchaseRecorded = entry.event { return entry.position }
        return entry.event.purchase
    }

    /// The order number that an entry names, or the purchase or hold that it is about.
    private func order(of entry: Entry) throws(StoreError) -> String? {
        if let order = Self.ownOrder(of: entry) { return order }
        guard let origin = entry.event.purchase ?? entry.touchedHolds.first else { return nil }
        return Self.ownOrder(of: try journal.entry(at: origin))
    }

    private static func ownOrder(of entry: Entry) -> String? {
        switch entry.event {
        case .purchaseRecorded(let recorded): recorded.order
        case .holdPlaced(let placed): placed.order
        default: nil
        }
    }
}
