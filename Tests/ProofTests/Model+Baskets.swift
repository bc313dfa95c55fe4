import PointsCore

// MARK: - What a basket earns, and what points pay of it

extension Model {
    func price(_ basket: Step.Basket, _ pieces: [Int64]? = nil) -> Price {
        Price(basket, pieces: pieces ?? basket.lines.map(\.quantity), fault: fault)
    }

    /// Yen that points pay of each line: "spread over the lines that may be paid with points"; what tax that is rounded anew
    /// leaves over goes to the others.
    func shares(of points: Int64, in basket: Step.Basket, at price: Price) -> [Int64] {
        let payable = zip(basket.lines, price.gross).map { $0.isGiftCard ? 0 : $1 }
        let others = zip(price.gross, payable).map { $0 - $1 }
        let worth = points * policy.pointValue
        let over = max(0, worth - payable.reduce(0, +))
        let shares = Price.spread(worth - over, over: payable, fault: fault)
        return zip(shares, Price.spread(over, over: others, fault: fault)).map { $0 + $1 }
    }

    /// Points of each kind, and how many of them count under the campaign's cap.
    struct Earned {
        var kinds: [Int64] = [0, 0]
        var capped: Int64 = 0

        var points: Int64 { kinds.reduce(0, +) }
    }

    /// Points for what is left of a basket: one for every so many yen that are not paid with points and no gift card, with
    /// tax or without, rounded down.
    func earnings(
        of basket: Step.Basket, _ pieces: [Int64], redeemed: Int64, on terms: Terms
    ) -> Earned {
        let price = price(basket, pieces)
        let shares = shares(of: redeemed, in: basket, at: price)
        var money: Int64 = 0
        for rate in price.rates {
            let places = basket.lines.indices.filter {
                basket.lines[$0].taxRate == rate && !basket.lines[$0].isGiftCard
            }
            let paid = places.reduce(0) { $0 + shares[$1] }
            let sum = places.reduce(0) { $0 + price.gross[$1] }
            if policy.earnsOnTax {
                money += sum - paid
            } else if basket.includesTax {
                money += sum - paid - (sum - paid) * rate / (100 + rate)
            } else {
                // "Tax taken out exactly": what was told without tax needs none taken out.
                let told = places.reduce(0) {
                    $0 + basket.lines[$1].amount * pieces[$1] / basket.lines[$1].quantity
                }
                money += told - paid * 100 / (100 + rate)
            }
        }
        var earned = Earned(
            kinds: Policy.yenPerPoint.map { money / $0 }, capped: capped(money, terms))
        earned.kinds[0] += earned.capped
        let hasEarningLine = zip(basket.lines, pieces).contains { !$0.isGiftCard && $1 > 0 }
        if let small = policy.smallOrder, price.total <= small.total, hasEarningLine {
            earned.kinds[0] += small.points
        }
        if hasEarningLine {
            earned.kinds[0] += gifts(terms) + (terms.rank > 0 ? Ranks.bonus : 0)
        }
        return earned
    }

    /// The most points that may pay: what the lines that may be paid with points cost, and so many percent of the total.
    private func absorbable(payable: Int64, total: Int64) -> Int64 {
        min(payable, total * policy.maxPercent / 100) / policy.pointValue
    }

    func absorbable(by basket: Step.Basket) -> Int64 {
        let price = price(basket)
        let payable = zip(basket.lines, price.gross).reduce(0) {
            $0 + ($1.0.isGiftCard ? 0 : $1.1)
        }
        return absorbable(payable: payable, total: price.total)
    }

    /// "Each line absorbs its share of the sale's price with tax, so fewer pieces never absorb more".
    func absorbable(leftOf purchase: Purchase, _ left: [Int64]) -> Int64 {
        let sold = price(purchase.basket)
        let total = price(purchase.basket, left).total
        var payable: Int64 = 0
        for (place, line) in purchase.basket.lines.enumerated() where !line.isGiftCard {
            payable += sold.gross[place] * left[place] / line.quantity
        }
        return absorbable(payable: min(payable, total), total: total)
    }

    /// How many redeemed points stay on what is left.
    func staying(on purchase: Purchase, _ left: [Int64]) -> Int64 {
        let (paid, total) = (purchase.paidInPoints, price(purchase.basket, left).total)
        let wanted =
            switch policy.redeemedOnReturn {
            // "Points stay on what is kept, money goes back first."
            case .keepOnRemaining: paid
            case .prorate: paid * total / max(purchase.total, 1)
            case .restoreFirst:
                max(0, paid - (purchase.total - total) / policy.pointValue)
            }
        return min(wanted, absorbable(leftOf: purchase, left), purchase.redeemed)
    }
}

// MARK: - Figures

extension Model {
    /// The figures of a purchase: "taxes count points as a discount spread over the rates as over the lines".
    func figures(
        of basket: Step.Basket, _ pieces: [Int64], redeemed: Int64, status: Purchase.Status
    ) -> [String: Int64] {
        let price = price(basket, pieces)
        let shares = shares(of: redeemed, in: basket, at: price)
        var figures = [
            "purchase.status": status.rawValue, "purchase.total": price.total,
            "purchase.redeemed": redeemed,
            "purchase.payable": price.total - redeemed * policy.pointValue,
            "purchase.tax": price.tax,
        ]
        for rate in price.rates where price.byRate[rate]?.gross ?? 0 > 0 {
            let discount = basket.lines.indices.reduce(0) {
                $0 + (basket.lines[$1].taxRate == rate ? shares[$1] : 0)
            }
            let payable = (price.byRate[rate]?.gross ?? 0) - discount
            figures["tax \(rate).discount"] = discount
            figures["tax \(rate).payable"] = payable
            figures["tax \(rate).tax"] = payable * rate / (100 + rate)
        }
        return figures
    }

    func figures(of purchase: Purchase) -> [String: Int64] {
        figures(
            of: purchase.basket, purchase.left, redeemed: purchase.redeemed,
            status: purchase.status)
    }
}
