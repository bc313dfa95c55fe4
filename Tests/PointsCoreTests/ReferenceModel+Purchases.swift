@testable import PointsCore

// MARK: - Purchases

extension ReferenceModel {
    mutating func sell(
        _ basket: Basket, redeem: Int64?, hold: Int?, in channel: Channel, at now: Int64
    ) -> ErrorCode? {
        if isAway { return .memberWithdrawn }
        settle(now)
        let total = basket.lines.reduce(0) { $0 + $1.amount.amount }
        if let hold, holds[hold].lots.isEmpty { return .holdExpired }
        let bound = hold.map { holds[$0].lots.values.reduce(0, +) }
        let redeemed = redeem ?? bound ?? 0
        if redeemed > bound ?? redeemed || redeemed > total { return .redeemNotAllowed }
        var paid: [(Key, Int64)]
        if let hold {
            let others = lots
            lots = holds[hold].lots
            paid = take(redeemed)
            holds[hold].lots = lots
            lots = others
            letGo(hold)
        } else {
            if available < redeemed { return .insufficientPoints }
            paid = take(redeemed)
        }
        let today = ReferenceModel.day(now)
        let (waits, company) = (channel.pending != .atOnce, channel.company)
        let earned = ReferenceModel.earning.map { (total - redeemed) / $0.yen }
        for kind in earned.indices where earned[kind] > 0 {
            if waits {
                let due = ReferenceModel.start(today + 90)
                waiting.append(
                    Waiting(
                        sale: sold.count, kind: kind, company: company, points: earned[kind],
                        due: due))
            } else {
                credit(earned[kind], ReferenceModel.key(kind, of: company, on: today))
            }
        }
        sold.append(
            Sold(
                lines: basket.lines, left: basket.lines.map(\.quantity), soldOn: today,
                grantedOn: today,
                company: company, paid: paid, redeemed: redeemed, earned: earned,
                isConfirmed: !waits))
        return nil
    }

    mutating func confirm(_ sale: Int, afterDays: Int, at now: Int64) -> ErrorCode? {
        if sold[sale].isConfirmed || sold[sale].isOver { return .purchaseClosed }
        settle(now)
        sold[sale].isConfirmed = true
        let today = ReferenceModel.day(now)
        for index in waiting.indices where waiting[index].sale == sale {
            waiting[index].due =
                afterDays == 0
                ? now : min(waiting[index].due, ReferenceModel.start(today + afterDays))
        }
        settle(now)
        return nil
    }

    mutating func takeBack(_ pieces: [Int64], of sale: Int, at now: Int64) -> ErrorCode? {
        let left = zip(sold[sale].left, pieces).map { $0 - $1 }
        if sold[sale].isOver { return .purchaseClosed }
        if left.contains(where: { $0 < 0 }) { return .quantityExceedsRemaining }
        settle(now)
        sold[sale].left = left
        sold[sale].isOver = left.allSatisfy { $0 == 0 }
        func worth(_ left: [Int64]) -> Int64 {
            zip(sold[sale].lines, left).reduce(0) {
                $0 + $1.0.amount.amount * $1.1 / $1.0.quantity
            }
        }
        let (whole, rest) = (worth(sold[sale].lines.map(\.quantity)), worth(left))
        let paid = sold[sale].paid.reduce(0) { $0 + $1.points }
        let stays =
            switch redeemedOnReturn {
            case .keepOnRemaining: min(paid, rest)
            case .prorate: whole == 0 ? 0 : paid * rest / whole
            case .restoreFirst: max(0, paid - (whole - rest))
            }
        giveBack(stays, of: sale, on: ReferenceModel.day(now))
        for kind in ReferenceModel.earning.indices {
            clawBack(
                (rest - stays) / ReferenceModel.earning[kind].yen, kind, of: sale,
                on: ReferenceModel.day(now))
        }
        return nil
    }

    /// The points that were spent last come back first.
    private mutating func giveBack(_ stays: Int64, of sale: Int, on today: Int) {
        var kept = stays
        var skipped = sold[sale].redeemed
        for (key, points) in sold[sale].paid {
            let staying = min(kept, points)
            let there = min(skipped, points)
            kept -= staying
            skipped -= there
            guard there > staying else { continue }
            guard key.expires >= today else { continue }
            if isAway {
                leftBehind[key, default: 0] += there - staying
            } else {
                lots[key, default: 0] += there - staying
            }
        }
        sold[sale].redeemed = stays
    }

    private mutating func clawBack(_ earns: Int64, _ kind: Int, of sale: Int, on today: Int) {
        var missing = sold[sale].earned[kind] - earns
        sold[sale].earned[kind] = earns
        for index in waiting.indices.reversed()
        where waiting[index].sale == sale && waiting[index].kind == kind {
            let part = min(missing, waiting[index].points)
            missing -= part
            waiting[index].points -= part
            if waiting[index].points == 0 { waiting.remove(at: index) }
        }
        let own = ReferenceModel.key(kind, of: sold[sale].company, on: sold[sale].grantedOn)
        // Who is away has nothing but what was left behind, as far as it has not expired there.
        if isAway {
            let expired = leftBehind.filter { $0.key.expires < today }
            lots = leftBehind.filter { $0.key.expires >= today }
            missing -= take(missing, first: own).reduce(0) { $0 + $1.1 }
            (leftBehind, lots) = (lots.merging(expired) { $1 }, [:])
        } else {
            let lost = min(missing, forgone[own] ?? 0)
            forgone[own, default: 0] -= lost
            missing -= lost
            missing -= take(missing, first: own).reduce(0) { $0 + $1.1 }
        }
        if shortfall == .debt { debt -= missing }
    }

    mutating func void(_ sale: Int, at now: Int64) -> ErrorCode? {
        let isOpen = sold[sale].soldOn == ReferenceModel.day(now) || !sold[sale].isConfirmed
        return isOpen ? takeBack(sold[sale].left, of: sale, at: now) : .purchaseClosed
    }
}
