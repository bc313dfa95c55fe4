/// What comes back of a purchase, checked against what is left of it.
struct ReturnedPieces {
    /// What comes back now.
    let pieces: [PurchaseReturned.Pieces]
    /// Pieces of each line that have come back then, all in all.
    let total: [Int64]
    /// Whether nothing is left.
    let isEverything: Bool

    /// - Throws: ``Refusal/lineUnknown(_:)`` for the first line that the purchase does not have.
    static func checkLines(
        _ asked: [ReturnPurchase.Pieces]?, of purchase: Purchase
    ) throws(Refusal) {
        let names = Set(purchase.recorded.basket.lines.map(\.name))
        for piece in asked ?? [] where !names.contains(piece.line) {
            throw .lineUnknown(piece.line)
        }
    }

    /// - Throws: ``Refusal/lineUnknown(_:)`` or ``Refusal/quantityExceedsRemaining(line:remaining:requested:)``.
    init(_ asked: [ReturnPurchase.Pieces]?, of purchase: Purchase) throws(Refusal) {
        let lines = purchase.recorded.basket.lines
        var total = purchase.returned
        var pieces: [PurchaseReturned.Pieces] = []
        if let asked {
            for piece in asked {
                guard let place = lines.firstIndex(where: { $0.name == piece.line }) else {
                    throw .lineUnknown(piece.line)
                }
                let left = lines[place].quantity - total[place]
                guard piece.quantity <= left else {
                    throw .quantityExceedsRemaining(
                        line: piece.line, remaining: left, requested: piece.quantity)
                }
                total[place] += piece.quantity
                pieces.append(PurchaseReturned.Pieces(line: place, quantity: piece.quantity))
            }
        } else {
            for place in lines.indices where lines[place].quantity > total[place] {
                let left = lines[place].quantity - total[place]
                pieces.append(PurchaseReturned.Pieces(line: place, quantity: left))
                total[place] = lines[place].quantity
            }
        }
        self.pieces = pieces
        self.total = total
        isEverything = zip(lines, total).allSatisfy { $0.quantity == $1 }
    }
}
