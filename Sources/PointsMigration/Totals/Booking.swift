internal import PointsCore

/// What an import books: as planned, or as the journal has it.
struct Booking: Hashable, Sendable {
    /// The source.
    let source: String
    /// The file's SHA-256.
    let file: String
    /// The line of the row.
    let line: Int64
    /// The balance as the file writes it.
    let cell: String
    /// The company on the other side; nil if nothing is left to book there.
    let company: String?
    /// The points.
    let lots: [Lot]
    /// What is owed.
    let debt: Int64

    init(_ planned: OpenBalance) {
        (source, file) = (planned.origin.source, planned.origin.file)
        (line, cell) = (planned.origin.line, planned.origin.cell)
        lots = planned.lots
        debt = planned.debt
        let total = planned.lots.reduce(-planned.debt) { $0 + $1.points }
        company = total == 0 ? nil : planned.company
    }

    init(_ entry: Entry, origin: BalanceOpened) {
        (source, file, line, cell) = (origin.source, origin.file, origin.line, origin.cell)
        var lots: [Lot] = []
        var debt: Int64 = 0
        var company: String?
        for posting in entry.postings {
            if posting.account == .debt { debt -= posting.points }
            if posting.account == .available, let terms = posting.lot {
                lots.append(Lot(terms: terms, points: posting.points))
            }
            company = posting.account.company ?? company
        }
        self.lots = lots
        self.debt = debt
        self.company = company
    }
}

// MARK: - Sums

extension Booking {
    var points: Int64 {
        lots.reduce(0) { $0 + $1.points }
    }

    /// The points with their sign, in words.
    var text: String {
        debt > 0 ? "\(points) points and \(debt) owed" : "\(points) points"
    }
}
