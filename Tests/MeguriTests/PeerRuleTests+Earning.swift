import PointsJSON
import Testing

// MARK: - Earning

extension PeerRuleTests {
    static let earning: [String: Scenario] = [
        "PC013": earnByPercent, "PC014": earnByPercent, "PC016": earnByPercent,
        "PC017": earnByPercent, "PC021": earnByPercent, "PC025": earnByPercent,
        "PC059": earnNothingBelowZero,
        "PC073": subtract, "PC074": subtract, "PC075": subtract, "PC080": subtract,
        "PC081": subtract, "PC082": subtract, "PC084": subtract, "PC086": subtract,
        "PC087": subtract, "PC088": subtract, "PC089": subtract,
        "PC092": earnByProduct, "PC093": earnByProduct, "PC095": earnByProduct,
        "PC099": earnByProduct, "PC103": earnByProduct, "PC104": earnByProduct,
        "PC105": earnByProduct, "PC106": earnByProduct,
        "PC128": earnByMoney, "PC129": earnByPiece, "PC139": earnWithoutTax,
        "PC192": earnOnGiftCard, "PC280": earnByMoney, "PC291": earnByMoney,
        "PC293": earnBySteps,
    ]

    /// A share of what money pays; carriage earns nothing.
    static func earnByPercent(_ peer: PeerCase) throws {
        let rule = PeerRule.percent(
            "base", try peer.given("rate_percent"),
            rounding: peer.given["rounding"]?.string ?? "floor")
        var sale = PeerSale(
            rules: [rule.with("lines", ["not": ["category": ["shipping"]]]), .redemption()],
            lines: try PeerSale.lines(of: peer))
        if let yen = peer.given["shipping"]?.exactInteger {
            sale.lines.append(PeerSale.line(yen, category: "shipping"))
        }
        sale.redeem = peer.given["burn_points"]?.exactInteger ?? 0
        sale.pointValue = peer.given["yen_per_point"]?.exactInteger ?? 1
        #expect(try sale.earned() == peer.then("earned"))
    }

    /// A discount is no line of its own: it lowers the price of lines, to nothing at the least.
    static func earnNothingBelowZero(_ peer: PeerCase) throws {
        var sale = PeerSale(
            rules: [.percent("base", try peer.given("rate_percent"))],
            lines: try PeerSale.lines(of: peer))
        let discounts = try #require(peer.given["discount_lines"]?.array)
            .compactMap(\.exactInteger)
        let price = try #require(sale.lines[0]["amount"]?.exactInteger)
        let program = try sale.program()

        let goods = sale.lines
        sale.lines += discounts.map { PeerSale.line($0) }
        #expect(
            try program.refusal("purchase.record", sale.parameters(), on: sale.day)
                == "invalid_params")
        sale.lines = [PeerSale.line(max(0, discounts.reduce(price, +)))]
        #expect(try sale.earned() == peer.then("earned"))
        sale.lines = goods
        #expect(try sale.earned() > 0)
    }

    /// A rule for all products, and a closer one for those with a rate of their own.
    ///
    /// What points pay is taken off at the rate of all products, also where a product has its own.
    private static func rules(
        percent: Int64, product: PeerRule?, rounding: String, redeemed: String
    ) -> [PeerRule] {
        let base = PeerRule.percent("base", percent, rounding: rounding, redeemed: redeemed)
            .competing(in: "base")
        let own = product?.with("lines", ["sku": ["product"]]).competing(in: "base")
        return [base, own, .redemption()].compactMap { $0 }
    }

    /// Points for the price less points for what points pay, at one rate.
    ///
    /// Where the price earns nothing by itself, something is bought that earns next to nothing.
    static func subtract(_ peer: PeerCase) throws {
        let percent = try peer.given("rate_percent")
        let rounding = try peer.givenText("rounding")
        let value = try peer.given("yen_per_point")
        let points = try peer.given("burn_points")
        let price = try peer.given("gross_earn") * 100 / percent
        let poor: JSON = ["type": "percent", "percent": "0.01"]
        let sale = PeerSale(
            rules: rules(
                percent: percent,
                product: price > 0
                    ? nil
                    : PeerRule.earning("product", poor).rounded(rounding)
                        .with("base", ["tax": "included", "redeemed": "keep"]),
                rounding: rounding, redeemed: "deduct_at_base_rate"),
            lines: [PeerSale.line(price > 0 ? price : points * value, sku: "product")],
            redeem: points, pointValue: value)
        #expect(try sale.earned() == peer.then("earned"))
    }

    static func earnByProduct(_ peer: PeerCase) throws {
        let line = try #require(peer.given["lines"]?.array?.first)
        let rounding = try peer.givenText("rounding")
        let sale = PeerSale(
            rules: rules(
                percent: try peer.given("base_rate_percent"),
                product: line["product_rate_percent"]?.exactInteger.map {
                    .percent("product", $0, rounding: rounding, redeemed: "keep")
                },
                rounding: rounding,
                redeemed: peer.given["method"] == "after_burn" ? "deduct_at_base_rate" : "keep"),
            lines: [PeerSale.line(try #require(line["unit"]?.exactInteger), sku: "product")],
            redeem: peer.given["burn_points"]?.exactInteger ?? 0,
            pointValue: peer.given["yen_per_point"]?.exactInteger ?? 1)
        #expect(try sale.earned() == peer.then("earned"))
    }

    /// So many points for every so much money; cents where the case says so.
    static func earnByMoney(_ peer: PeerCase) throws {
        let inCents = peer.given["basis_minor"] != nil
        let spent = try peer.given(inCents ? "basis_minor" : "spend")
        let sale = PeerSale(
            rules: [
                .rate(
                    "base", try peer.given("points"),
                    per: try peer.given(inCents ? "per_minor" : "per"), inSteps: true)
            ],
            lines: [PeerSale.line(spent)])
        #expect(try sale.earned() == peer.then("earned"))
    }

    static func earnBySteps(_ peer: PeerCase) throws {
        for spent in try #require(peer.given["spend"]?.array).compactMap(\.exactInteger) {
            let sale = PeerSale(
                rules: [
                    .rate(
                        "base", try peer.given("points"), per: try peer.given("unit_yen"),
                        inSteps: true)
                ],
                lines: [PeerSale.line(spent)])
            #expect(try sale.earned() == peer.then("\(spent)"))
        }
    }

    static func earnByPiece(_ peer: PeerCase) throws {
        let award: JSON = [
            "type": "per_item", "points": try .integer(peer.given("points_per_unit")),
        ]
        let sale = PeerSale(
            rules: [.earning("base", award)],
            lines: [PeerSale.line(1_000, quantity: try peer.given("units"))])
        #expect(try sale.earned() == peer.then("earned"))
    }

    /// A point for each yen shows on what a rule without tax looks.
    ///
    /// The tax is that of goods at 20 %; the rest has none.
    static func earnWithoutTax(_ peer: PeerCase) throws {
        let tax = try peer.given("items_tax")
        let taxed = tax * 100 / 20 + tax
        let sale = PeerSale(
            rules: [
                PeerRule.rate("base", 1, per: 1)
                    .with("base", ["tax": .string(try peer.givenText("tax"))])
            ],
            lines: [
                PeerSale.line(taxed, taxRate: 20),
                PeerSale.line(try peer.given("items_total") - taxed),
            ])
        let receipt = try sale.receipt()
        #expect(receipt["purchase"]?["tax"]?.exactInteger == tax)
        #expect(try receipt["earned"]?["points"]?.exactInteger == peer.then("basis"))
    }

    /// A gift card is money: how much of the order it pays does not matter.
    static func earnOnGiftCard(_ peer: PeerCase) throws {
        var sale = PeerSale(
            rules: [.rate("base", try peer.given("points_per_unit"), per: 1)],
            lines: try PeerSale.lines(of: peer))
        for method in ["cash", "gift_card"] {
            sale.paymentMethod = method
            #expect(try sale.earned() == peer.then("earned"))
        }
    }
}
