import PointsCore
import PointsJSON
import Testing

// MARK: - When a rule applies

extension PeerRuleTests {
    static let conditions: [String: Scenario] = [
        "PC141": thresholdIsIncluded, "PC202": thresholdWithoutTax, "PC205": thresholdOfNetOrder,
        "PC208": thresholdOfPieces, "PC210": thresholdOfPieces, "PC211": windowOfDays,
        "PC213": windowOfDays, "PC217": couponOpensRule, "PC245": multiplyForRank,
        "PC247": multiplyForRank,
    ]

    /// A rule that gives a point when its condition holds.
    private static func rule(when condition: JSON) -> PeerRule {
        PeerRule.fixed("base", 1).with("when", condition)
    }

    static func thresholdIsIncluded(_ peer: PeerCase) throws {
        let least = try peer.given("min_total")
        for order in try #require(peer.then.object).members {
            let total = try #require(Int64(order.key))
            let sale = PeerSale(
                rules: [rule(when: ["orderTotal": ["min": .integer(least)]])],
                lines: [PeerSale.line(total)])
            #expect(try sale.earned() == (order.value == true ? 1 : 0), "\(total)")
        }
    }

    static func thresholdWithoutTax(_ peer: PeerCase) throws {
        let least = try JSON.integer(peer.given("min_amount_excl"))
        let line = PeerSale.line(
            try peer.given("line_incl"), taxRate: try peer.given("tax_percent"))
        func isEligible(tax: JSON) throws -> Bool {
            try PeerSale(
                rules: [rule(when: ["orderTotal": ["min": least, "tax": tax]])], lines: [line]
            ).earned() == 1
        }
        #expect(try isEligible(tax: "excluded") == (peer.then["eligible"] == true))
        #expect(try isEligible(tax: "included"))
    }

    static func thresholdOfNetOrder(_ peer: PeerCase) throws {
        let tax = JSON.string(try peer.givenText("tax"))
        let net = try peer.given("order_excl")
        func isEligible(from least: Int64) throws -> Bool {
            try PeerSale(
                rules: [rule(when: ["orderTotal": ["min": .integer(least), "tax": tax]])],
                lines: [PeerSale.line(net, taxRate: 15)], includesTax: false
            ).earned() == 1
        }
        #expect(try isEligible(from: peer.given("min")) == (peer.then["eligible"] == true))
        #expect(try isEligible(from: net))
    }

    /// So many pieces of one article, in an order of so much.
    static func thresholdOfPieces(_ peer: PeerCase) throws {
        let articles = ["A", "B"]
        let lines = try articles.map { article in
            let pieces = try peer.given("qty_\(article)")
            return PeerSale.line(
                try peer.given("unit_\(article)") * pieces, quantity: pieces, sku: article)
        }
        let pieces: JSON = [
            "lines": ["sku": ["A"]],
            "quantity": ["min": .integer(try peer.given("min_qty_A"))],
        ]
        let total: JSON = ["min": .integer(try peer.given("min_amount"))]
        let receipt = try PeerSale(
            rules: [rule(when: ["basket": pieces, "orderTotal": total])], lines: lines
        ).receipt()
        #expect(receipt["purchase"]?["total"] == peer.then["amount"])
        #expect((receipt["earned"]?["points"] == 1) == (peer.then["eligible"] == true))
    }

    /// The first and the last day of a campaign are included, and the days beside them are not.
    static func windowOfDays(_ peer: PeerCase) throws {
        let today = try #require(CivilDate("2026-02-01"))
        let window = try #require(peer.given["window"]?.array).compactMap(\.string)
        let days = ["yesterday": today.adding(days: -1), "tomorrow": today.adding(days: 1)]
        let from = days[window[0]] ?? today.adding(days: -30)
        let to = days[window[1]] ?? today.adding(days: 30)
        let period: JSON = ["from": .string(from.description), "to": .string(to.description)]
        for rule in [
            PeerRule.fixed("base", 1).with("effective", period), rule(when: ["dates": period]),
        ] {
            func isEligible(on day: CivilDate) throws -> Bool {
                try PeerSale(
                    rules: [rule], lines: [PeerSale.line(100)], day: day.description
                ).earned() == 1
            }
            #expect(try isEligible(on: today) == (peer.then["eligible"] == true))
            #expect(try isEligible(on: from))
            #expect(try isEligible(on: to))
            #expect(try !isEligible(on: from.adding(days: -1)))
            #expect(try !isEligible(on: to.adding(days: 1)))
        }
    }

    /// A coupon is a line of the basket that costs nothing.
    static func couponOpensRule(_ peer: PeerCase) throws {
        let points = try #require(peer.given["rule"]?["fixed"]?.exactInteger)
        let coupon: JSON = ["lines": ["sku": ["code"]], "quantity": ["min": 1]]
        let rule = PeerRule.fixed("base", points).with("when", ["basket": coupon])
        let goods = PeerSale.line(1_000)
        let code = PeerSale.line(0, category: "coupon", sku: "code")
        #expect(
            try PeerSale(rules: [rule], lines: [goods]).earned() == peer.then("without"))
        #expect(
            try PeerSale(rules: [rule], lines: [goods, code]).earned() == peer.then("with"))
    }

    /// A program whose member reaches its upper rank with the first sale.
    static func ranked(_ rules: [PeerRule]) throws -> PeerProgram {
        let ranks = PeerRules.ranks([("regular", 0), ("upper", 1_000)])
        return try PeerProgram(PeerRules(tiers: ranks, rules: rules))
    }

    static func multiplyForRank(_ peer: PeerCase) throws {
        let base = PeerRule.fixed("base", try peer.given("base_points"))
        let factor = try #require(peer.given["multiplier"])
        let sale = PeerSale(
            rules: [
                base,
                .multiplier("rank", by: factor, of: [base]).with("when", ["tier": ["upper"]]),
            ],
            lines: [PeerSale.line(1_000)])
        let program = try ranked(sale.rules)
        let first = try sale.receipt(in: program, order: "first")
        #expect(first["earned"]?["points"] == peer.given["base_points"])
        let next = try sale.receipt(in: program, order: "next")
        #expect(next["earned"]?["points"] == peer.then["earned"])
    }
}
