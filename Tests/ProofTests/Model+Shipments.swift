import PointsCore

// MARK: - Shipment

extension Model {
    /// "Confirms what the shipped part of the basket earns by itself … the last piece confirms everything that waits".
    mutating func confirm(
        _ which: Step.Which, _ pieces: [Step.Pieces]?
    ) throws(No) -> Answer {
        let (sale, before) = try live(which, pieces)
        if before.isShipped && unscheduled(of: sale).isEmpty { throw No(.purchaseClosed) }
        let unshipped = try taking(pieces, from: before.unshipped)
        let holder = holder(of: sale)
        if let person = holder {
            settle(person, at: now)
            moveExpiry(of: person, for: [.confirm])
        }
        let isLast = unshipped.allSatisfy { $0 == 0 }
        let ripe =
            isLast ? unscheduled(of: sale) : ripened(of: sale, leaving: unshipped)
        let due = ripe.isEmpty ? nil : dueDate(of: before)
        for part in ripe { schedule(part, to: due) }
        for line in unshipped.indices {
            purchases[sale]?.shipped[line] += before.unshipped[line] - unshipped[line]
        }
        if isLast && before.status == .pending { purchases[sale]?.status = .completed }
        var answer = done(holder)
        if let purchase = purchases[sale] {
            answer.figures.merge(figures(of: purchase)) { $1 }
        }
        answer["confirmed"] = ripe.reduce(0) { $0 + $1.points }
        if let due { answer["confirmed.on"] = Int64(Times.day(of: due)) }
        return answer
    }

    /// Points for which nobody has said when they count.
    private func unscheduled(of sale: Int) -> [Person.Waiting] {
        let waiting = holder(of: sale).flatMap { people[$0]?.points.waiting } ?? []
        return waiting.filter { $0.sale == sale && !$0.isScheduled }
    }

    /// What all that is shipped earns by itself, "each part with its share of the redeemed points" as far as points may pay
    /// for it, less what was said to count before.
    private func ripened(of sale: Int, leaving unshipped: [Int64]) -> [Person.Waiting] {
        guard let purchase = purchases[sale] else { return [] }
        let shipped = zip(purchase.left, unshipped).map { $0 - $1 }
        func payable(_ pieces: [Int64]) -> Int64 {
            zip(purchase.basket.lines, price(purchase.basket, pieces).gross)
                .reduce(0) { $0 + ($1.0.isGiftCard ? 0 : $1.1) }
        }
        let redeemed =
            purchase.redeemed * payable(shipped) / max(payable(purchase.left), 1)
        var terms = purchase.terms
        terms.room = purchase.room ?? terms.room
        let earned = earnings(of: purchase.basket, shipped, redeemed: redeemed, on: terms)
        let kept = kept(of: purchase, earning: earned.kinds).points
        return unscheduled(of: sale).compactMap { part in
            let scheduled = purchase.grants[part.grant].points - part.points
            var ripe = part
            ripe.points = min(part.points, kept[part.grant] - scheduled)
            return ripe.points > 0 ? ripe : nil
        }
    }

    /// So many days after the shipment, at the latest so many after the sale; `nil` for at once.
    private func dueDate(of purchase: Purchase) -> Int64? {
        let days = policy.waiting(in: purchase.channel).afterDays
        guard days > 0 else { return nil }
        let due = Times.start(of: today + days)
        return min(due, purchase.latest ?? due)
    }

    private mutating func schedule(_ ripe: Person.Waiting, to due: Int64?) {
        guard let person = holder(of: ripe.sale) else { return }
        let step = step.number
        edit(person) { person in
            for place in person.points.waiting.indices {
                let part = person.points.waiting[place]
                guard part.sale == ripe.sale, part.grant == ripe.grant, !part.isScheduled else {
                    continue
                }
                person.points.waiting[place].points -= ripe.points
            }
            if let due {
                person.points.waiting.append(
                    Person.Waiting(
                        sale: ripe.sale, grant: ripe.grant, setBy: step, due: due,
                        points: ripe.points))
            }
            person.points.waiting.removeAll { $0.points == 0 }
        }
        if due == nil { count(ripe, for: person, on: today, at: now) }
    }
}

// MARK: - Pieces

extension Model {
    func requireLines(_ pieces: [Step.Pieces]?, of purchase: Purchase) throws(No) {
        for piece in pieces ?? [] where !purchase.left.indices.contains(piece.line) {
            throw No(.lineUnknown)
        }
    }

    /// What is left when pieces go; `nil` for all of them.
    func taking(_ pieces: [Step.Pieces]?, from there: [Int64]) throws(No) -> [Int64] {
        guard let pieces else { return there.map { _ in 0 } }
        var left = there
        for piece in pieces {
            guard piece.quantity <= left[piece.line] else {
                throw No(
                    .quantityExceedsRemaining,
                    ["remaining": left[piece.line], "requested": piece.quantity])
            }
            left[piece.line] -= piece.quantity
        }
        return left
    }

    /// Points of each grant that stay if so much is earned of each kind, the oldest first, and what is earned beyond them.
    func kept(
        of purchase: Purchase, earning earned: [Int64]
    ) -> (points: [Int64], beyond: [Int64]) {
        var rest = earned
        let points = purchase.grants.map { grant in
            let kept = min(grant.points, rest[grant.kind])
            rest[grant.kind] -= kept
            return kept
        }
        return (points, rest)
    }
}
