import PointsJSON
import Testing

// MARK: - Discounts

extension PeerRuleTests {
    /// A discount is money that points pay: as much as a redemption rule lets them.
    static let discounts: [String: Scenario] = [
        "PC189": discountOfCategory, "PC194": cappedDiscount, "PC195": discountOfWhatIsLeft,
        "PC199": discountBeforeTax, "PC200": discountOfTaxedGoods,
    ]

    /// The receipt of a sale that points pay as far as they may.
    private static func receipt(ofDiscounted sale: PeerSale) throws -> JSON {
        var sale = sale
        sale.redeem = try sale.redeemable(with: 100_000)
        return try sale.receipt()
    }

    /// So many percent of lines of a category, and of nothing else.
    private static func discount(percent: JSON?, category: JSON) throws -> PeerRule {
        let lines: JSON = ["category": [category]]
        return .redemption([
            "lines": lines,
            "lineLimits": [["lines": lines, "maxPercent": try #require(percent)]],
        ])
    }

    /// Points are earned on what a discounted category costs after its discount.
    static func discountOfCategory(_ peer: PeerCase) throws {
        let rule = try #require(peer.given["rule"])
        let category = try #require(rule["category"])
        let discount = try #require(peer.given["discount"])
        let lines = try #require(peer.given["lines"]?.array).map { line in
            PeerSale.line(
                try #require(line["amount"]?.exactInteger),
                category: try #require(line["category"]?.string))
        }
        let receipt = try receipt(
            ofDiscounted: PeerSale(
                rules: [
                    PeerRule.rate(
                        "base", try #require(rule["points_per_unit"]?.exactInteger), per: 1
                    )
                    .with("lines", ["category": [category]]),
                    self.discount(
                        percent: discount["percent"], category: #require(discount["category"])),
                ],
                lines: lines))
        #expect(receipt["purchase"]?["payable"] == peer.then["order_total"])
        #expect(receipt["earned"]?["points"] == peer.then["earned"])
    }

    static func cappedDiscount(_ peer: PeerCase) throws {
        let receipt = try receipt(
            ofDiscounted: PeerSale(
                rules: [
                    .redemption([
                        "maxPercentOfOrder": try #require(peer.given["discount_percent"]),
                        "maxPoints": try #require(peer.given["max_discount"]),
                    ])
                ],
                lines: try PeerSale.lines(of: peer)))
        #expect(receipt["purchase"]?["redeemed"] == peer.then["discount"])
    }

    /// The capped share of what is bought pays no more than another discount has left of its price.
    static func discountOfWhatIsLeft(_ peer: PeerCase) throws {
        let prices = try #require(peer.given["lines"]?.array).compactMap {
            $0["unit"]?.exactInteger
        }
        let share = PeerRule.percent("base", try peer.given("discount_percent"))
            .with("caps", [["points": try #require(peer.given["max_discount"]), "per": "order"]])
        let bought = PeerSale(
            rules: [share, .redemption()], lines: [PeerSale.line(prices[0])])
        let program = try bought.program()
        try bought.receipt(in: program)
        #expect(try program.points() == peer.given("max_discount"))
        var left = bought
        left.lines = [PeerSale.line(prices.reduce(0, +))]
        let quote = try program.answer("purchase.quote", left.parameters(order: "left"))
        #expect(try quote["redeemable"]?["max"]?.exactInteger == peer.then("discount"))
    }

    /// What a receipt says without tax, as tax and in all, in cents.
    private static func totals(on receipt: JSON) throws -> (net: Int64, tax: Int64, all: Int64) {
        let purchase = try #require(receipt["purchase"])
        let all = try #require(purchase["payable"]?.exactInteger)
        let tax = try #require(purchase["taxes"]?.array)
            .compactMap { $0["tax"]?.exactInteger }.reduce(0, +)
        return (all - tax, tax, all)
    }

    static func discountBeforeTax(_ peer: PeerCase) throws {
        let line = try #require(peer.given["lines"]?.array?.first)
        let price = try #require(line["unit"]?.exactInteger) * 100
        let receipt = try receipt(
            ofDiscounted: PeerSale(
                rules: [
                    .redemption([
                        "maxPercentOfOrder": try #require(peer.given["discount_percent"])
                    ])
                ],
                lines: [
                    PeerSale.line(price, taxRate: try #require(line["tax_percent"]?.exactInteger))
                ],
                currency: "USD", includesTax: line["tax"] != "excluded"))
        let totals = try totals(on: receipt)
        #expect(try totals.net == PeerCase.hundredths(peer.then["untaxed"]))
        #expect(try totals.tax == PeerCase.hundredths(peer.then["tax"]))
        #expect(try totals.all == PeerCase.hundredths(peer.then["total"]))
    }

    static func discountOfTaxedGoods(_ peer: PeerCase) throws {
        let lines = try #require(peer.given["lines"]?.array).map { line in
            let pieces = try #require(line["qty"]?.exactInteger)
            return PeerSale.line(
                try #require(line["unit"]?.exactInteger) * pieces * 100, quantity: pieces,
                category: line["discounted"] == true ? "discounted" : "other",
                taxRate: try #require(line["tax_percent"]?.exactInteger))
        }
        let receipt = try receipt(
            ofDiscounted: PeerSale(
                rules: [
                    discount(percent: peer.given["discount_percent"], category: "discounted")
                ],
                lines: lines, currency: "USD", includesTax: false))
        let totals = try totals(on: receipt)
        #expect(try totals.net == PeerCase.hundredths(peer.then["untaxed"]))
        #expect(try totals.all == PeerCase.hundredths(peer.then["total"]))
    }
}
