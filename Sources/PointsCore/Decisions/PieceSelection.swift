/// Pieces of a purchase that a request names, checked against how many there are to name.
struct PieceSelection {
    /// What was named, by place; in the order of the request.
    let pieces: [LinePieces]
    /// Pieces of each line that are left then.
    let left: [Int64]

    /// Whether nothing is left.
    var isEverything: Bool { left.allSatisfy { $0 == 0 } }

    /// - Throws: ``Refusal/lineUnknown(_:)`` for the first line that the purchase does not have.
    static func checkLines(
        _ asked: [NamedPieces]?, of purchase: Purchase
    ) throws(Refusal) {
        let names = Set(purchase.recorded.basket.lines.map(\.name))
        for piece in asked ?? [] where !names.contains(piece.line) {
            throw .lineUnknown(piece.line)
        }
    }

    /// Takes what is asked, or everything, from what is there of each line.
    ///
    /// - Throws: ``Refusal/lineUnknown(_:)`` or ``Refusal/quantityExceedsRemaining(line:remaining:requested:)``.
    init(
        _ asked: [NamedPieces]?, of purchase: Purchase, from there: [Int64]
    ) throws(Refusal) {
        let lines = purchase.recorded.basket.lines
        var left = there
        var pieces: [LinePieces] = []
        if let asked {
            for piece in asked {
                guard let place = lines.firstIndex(where: { $0.name == piece.line }) else {
                    throw .lineUnknown(piece.line)
                }
                guard piece.quantity <= left[place] else {
                    throw .quantityExceedsRemaining(
                        line: piece.line, remaining: left[place], requested: piece.quantity)
                }
                left[place] -= piece.quantity
                pieces.append(LinePieces(line: place, quantity: piece.quantity))
            }
        } else {
            for place in lines.indices where left[place] > 0 {
                pieces.append(LinePieces(line: place, quantity: left[place]))
                left[place] = 0
            }
        }
        self.pieces = pieces
        self.left = left
    }
}
