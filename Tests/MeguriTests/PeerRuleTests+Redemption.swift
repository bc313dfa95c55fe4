import PointsJSON
import Testing

// MARK: - Paying with points

extension PeerRuleTests {
    static let redemption: [String: Scenario] = [
        "PC007": redeemWithinLimits, "PC008": redeemWithinLimits, "PC022": payForYen,
        "PC023": payForYen, "PC024": payForYen, "PC143": redeemWithinLimits,
        "PC144": redeemWithinLimits, "PC146": redeemWithinLimits, "PC147": payForMoney,
        "PC185": redeemBalance, "PC193": redeemInSteps, "PC197": redeemAndEarn,
        "PC223": rewardEarnsNothing, "PC230": redeemByLine, "PC231": redeemByLine,
        "PC242": redeemBalance, "PC243": noticeExpiry, "PC248": rewardForRank,
        "PC250": rewardForRank, "PC262": redeemFromMinimum, "PC264": redeemFromMinimum,
    ]

    /// The quote names the bound, so that a till asks for no more; what is beyond it is refused by name.
    static func redeemWithinLimits(_ peer: PeerCase) throws {
        let balance = try peer.given("balance")
        let wanted = peer.given["burn_requested"] ?? peer.given["requested"]
        let requested = try #require(wanted?.exactInteger)
        let total = peer.given["order_total"] ?? peer.given["order_minor"]
        var limits: JSONObject = [:]
        limits["min"] = peer.given["min_points"]
        limits["maxPercentOfOrder"] = peer.given["max_percent_of_order"]
        var sale = PeerSale(
            rules: [.redemption(limits)],
            lines: [PeerSale.line(try #require(total?.exactInteger))],
            pointValue: try peer.given["conversion_yen_per_point"]?.exactInteger
                ?? valueOfPoint(peer))
        let program = try sale.program(balance: balance)

        let quote = try program.answer("purchase.quote", sale.parameters())["redeemable"]
        let least = try #require(quote?["min"]?.exactInteger)
        let most = try #require(quote?["max"]?.exactInteger)
        let applied = requested < least ? 0 : min(requested, most)
        #expect(try applied == peer.then("burn_applied"))
        if let warning = peer.then["warning"] {
            #expect(warning == .bool(applied != requested))
        }

        if applied != requested {
            sale.redeem = requested
            let refusal = try program.refusal("purchase.record", sale.parameters(), on: sale.day)
            #expect(refusal == (requested > balance ? "insufficient_points" : "redeem_not_allowed"))
            #expect(try program.points() == balance)
        }
        sale.redeem = applied
        let receipt = try sale.receipt(in: program)
        #expect(receipt["purchase"]?["redeemed"]?.exactInteger == applied)
        #expect(try program.points() == balance - applied)
    }

    /// What points are worth, as the receipt shows it.
    private static func discount(on receipt: JSON) throws -> Int64 {
        let purchase = try #require(receipt["purchase"])
        return try #require(purchase["total"]?.exactInteger)
            - #require(purchase["payable"]?.exactInteger)
    }

    static func payForYen(_ peer: PeerCase) throws {
        let sale = PeerSale(
            rules: [.redemption()], lines: try PeerSale.lines(of: peer),
            redeem: try peer.given("burn_points"), pointValue: try peer.given("yen_per_point"))
        let receipt = try sale.receipt()
        #expect(try discount(on: receipt) == peer.then("discount"))
        #expect(receipt["purchase"]?["payable"] == peer.then["order_total"])
    }

    /// What one point pays for where so many are worth so much.
    private static func valueOfPoint(_ peer: PeerCase) throws -> Int64 {
        let (value, rest) = try peer.given("unit_value_minor")
            .quotientAndRemainder(dividingBy: peer.given("points_per_unit"))
        try #require(rest == 0)
        return value
    }

    static func payForMoney(_ peer: PeerCase) throws {
        let sale = PeerSale(
            rules: [.redemption()], lines: [PeerSale.line(10_000)],
            redeem: try peer.given("points"), pointValue: try valueOfPoint(peer), currency: "USD")
        #expect(try discount(on: sale.receipt()) == peer.then("minor"))
    }

    /// So many points are spent by hand, or there are too few.
    static func redeemBalance(_ peer: PeerCase) throws {
        let given = peer.given["balance"] ?? peer.given["available"]
        let balance = try #require(given?.exactInteger)
        let sale = PeerSale(
            rules: [.redemption()], lines: [PeerSale.line(1_000)], redeem: try peer.numberOfWhen)
        let program = try sale.program(balance: balance)
        guard peer.then["accepted"] != false else {
            #expect(
                try program.refusal("purchase.record", sale.parameters(), on: sale.day)
                    == "insufficient_points")
            #expect(try program.points() == balance)
            return
        }
        try sale.receipt(in: program)
        #expect(try program.points() == peer.then("balance"))
    }

    /// A point is worth one and a half dollars, and they pay in threes.
    static func redeemInSteps(_ peer: PeerCase) throws {
        var sale = PeerSale(
            rules: [.redemption(["unit": .integer(try peer.given("step"))])],
            lines: [PeerSale.line(10_000)],
            pointValue: try PeerCase.hundredths(peer.given["discount_per_point"]),
            currency: "USD")
        sale.redeem = try sale.redeemable(with: peer.given("balance"))
        #expect(try sale.redeem == peer.then("burn"))
        #expect(
            try discount(on: sale.receipt()) == PeerCase.hundredths(peer.then["discount"]))
    }

    static func redeemAndEarn(_ peer: PeerCase) throws {
        let costs = try #require(peer.given["reward_costs"]?.array).compactMap(\.exactInteger)
        let rewards: JSON = ["category": ["reward"]]
        let sale = PeerSale(
            rules: [
                .fixed("base", try peer.given("earn")),
                .redemption(["lines": rewards]),
            ],
            lines: [PeerSale.line(1_000)] + costs.map { PeerSale.line($0, category: "reward") },
            redeem: costs.reduce(0, +))
        let program = try sale.program(balance: peer.given("balance"))
        let receipt = try sale.receipt(in: program)
        #expect(receipt["purchase"]?["redeemed"] == peer.then["used"])
        #expect(receipt["earned"]?["points"] == peer.then["issued"])
        #expect(try program.points() == peer.then("balance"))
    }

    /// Pieces earn, and the reward that these points buy is a piece that must not; a rule without `lines` shows why.
    static func rewardEarnsNothing(_ peer: PeerCase) throws {
        let points = try #require(peer.given["rule"]?["points_per_item"]?.exactInteger)
        let cost = try peer.given("reward_cost")
        let careless = PeerRule.earning(
            "base", ["type": "per_item", "points": .integer(points)])
        let careful = careless.with("lines", ["not": ["category": ["reward"]]])
        for (rule, expected) in [(careful, "earned"), (careless, "peer_bug_earned")] {
            let items = PeerSale(
                rules: [rule, .redemption()],
                lines: [PeerSale.line(1_000, quantity: try peer.given("items"))])
            let program = try items.program()
            try items.receipt(in: program, order: "items")
            let reward = PeerSale(
                rules: items.rules, lines: [PeerSale.line(cost, category: "reward")], redeem: cost)
            let receipt = try reward.receipt(in: program, order: "reward")
            #expect(receipt["purchase"]?["redeemed"] == peer.then["burned"])
            #expect(try program.points() + cost == peer.then(expected))
            if expected == "earned" {
                #expect(try program.points() == peer.then("balance"))
            }
        }
    }

    /// Each line may be paid to its own share.
    ///
    /// The lines have tax rates of their own, by which the receipt tells them apart.
    static func redeemByLine(_ peer: PeerCase) throws {
        let given = try #require(peer.given["lines"]?.array)
        var lines: [JSON] = []
        var limits: [JSON] = []
        for (place, line) in given.enumerated() {
            let category = line["burn_allowed"] == true ? "line-\(place)" : "barred"
            lines.append(
                PeerSale.line(
                    try #require(line["amount"]?.exactInteger), category: category,
                    taxRate: 8 + Int64(place)))
            limits.append([
                "lines": ["category": [.string(category)]],
                "maxPercent": try #require(line["burn_cap_percent"]),
            ])
        }
        var sale = PeerSale(
            rules: [
                .redemption([
                    "lines": ["not": ["category": ["barred"]]], "lineLimits": .array(limits),
                    "maxPercentOfOrder": try #require(peer.given["overall_burn_cap_percent"]),
                ])
            ],
            lines: lines)
        sale.redeem = try sale.redeemable(with: peer.given("balance"))
        #expect(try sale.redeem == peer.then("max_burn"))
        let taxes = try sale.receipt()["purchase"]?["taxes"]?.array
        #expect(taxes?.map { $0["discount"] } == peer.then["per_line"]?.array)
    }

    static func noticeExpiry(_ peer: PeerCase) throws {
        let program = try PeerSale(rules: [.redemption()], lines: []).program()
        let last = "2026-02-28"
        for points in try #require(peer.given["lots_expiring"]?.array) {
            try program.grant(#require(points.exactInteger), on: "2026-02-01", until: last)
        }
        let balance = try program.answer("points.balance", ["member": PeerProgram.member])
        let notice: JSON = ["points": try #require(peer.then["expiring"]), "on": .string(last)]
        #expect(balance["balance"]?["expiringSoon"] == [notice])
    }

    /// The upper rank has a part of what a reward costs back as points: so it costs less.
    static func rewardForRank(_ peer: PeerCase) throws {
        let cost = try peer.given("reward_cost")
        let percent = try peer.given("discount_percent")
        var rules = [PeerRule.redemption()]
        if percent > 0 {
            rules.append(
                PeerRule.percent("rank", percent, redeemed: "keep")
                    .with("when", ["tier": ["upper"]]).with("lines", ["category": ["reward"]]))
        }
        let program = try ranked(rules)
        try PeerSale(rules: rules, lines: [PeerSale.line(1_000)])
            .receipt(in: program, order: "first")
        try program.grant(cost, on: "2026-02-01")
        try PeerSale(
            rules: rules, lines: [PeerSale.line(cost, category: "reward")], redeem: cost
        ).receipt(in: program, order: "reward")
        #expect(try cost - program.points() == peer.then("cost"))
    }

    static func redeemFromMinimum(_ peer: PeerCase) throws {
        let balance = try peer.given("balance")
        let least = try peer.given("min_to_use")
        let sale = PeerSale(
            rules: [.redemption(["min": .integer(least)])], lines: [PeerSale.line(100)])
        let most = try sale.redeemable(with: balance)
        #expect((most > 0) == (peer.then["allowed"] == true))
        #expect(most == (balance < least ? 0 : balance))
    }
}
