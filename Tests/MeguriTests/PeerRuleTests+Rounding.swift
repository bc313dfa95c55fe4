import PointsJSON
import Testing

// MARK: - Rounding

extension PeerRuleTests {
    static let rounding: [String: Scenario] = [
        "PC057": roundByStage, "PC058": roundPointsOff, "PC061": round, "PC064": round,
        "PC066": round, "PC068": round, "PC069": round, "PC070": round, "PC071": round,
        "PC109": earnByProduct, "PC110": earnByProduct, "PC111": earnByProduct,
        "PC114": previewRange, "PC117": previewRange, "PC118": previewRange,
        "PC224": keepSinglePoint, "PC276": holdFraction, "PC294": floorByStage,
    ]

    /// A value with two decimals, as one percent of as many hundredths of yen.
    static func round(_ peer: PeerCase) throws {
        let sale = PeerSale(
            rules: [.percent("base", 1, rounding: try peer.givenText("rounding"))],
            lines: [PeerSale.line(try PeerCase.hundredths(peer.given["value"]))])
        #expect(try sale.earned() == peer.then("points"))
    }

    private static func earned(_ peer: PeerCase, rounding: String, stage: String) throws -> Int64 {
        try PeerSale(
            rules: [
                .percent(
                    "base", try peer.given("rate_percent"), rounding: rounding, stage: stage)
            ],
            lines: PeerSale.lines(of: peer)
        ).earned()
    }

    static func roundByStage(_ peer: PeerCase) throws {
        let mode = try peer.givenText("rounding")
        let stage = try peer.givenText("stage")
        #expect(try earned(peer, rounding: mode, stage: stage) == peer.then("earned"))
        #expect(
            try earned(peer, rounding: mode, stage: "line") == peer.then("same_rule_stage_line"))
        #expect(
            try earned(peer, rounding: "floor", stage: "line")
                == peer.then("same_rule_stage_line_floor"))
    }

    static func floorByStage(_ peer: PeerCase) throws {
        let mode = try peer.givenText("rounding")
        for stage in ["unit", "line"] {
            #expect(
                try earned(peer, rounding: mode, stage: stage) == peer.then("stage_\(stage)"))
        }
    }

    /// The points for what points pay are rounded by themselves, or never counted.
    static func roundPointsOff(_ peer: PeerCase) throws {
        func earned(redeemed: String, stage: String) throws -> Int64 {
            try PeerSale(
                rules: [
                    .percent(
                        "base", try peer.given("rate_percent"),
                        rounding: try peer.givenText("rounding"), stage: stage, redeemed: redeemed),
                    .redemption(),
                ],
                lines: PeerSale.lines(of: peer), redeem: peer.given("burn_points")
            ).earned()
        }
        #expect(
            try earned(redeemed: "deduct_at_base_rate", stage: "line")
                == peer.then("peer_earned"))
        #expect(
            try earned(redeemed: "deduct", stage: "order") == peer.then("earned_if_base_first"))
    }

    /// What the page of a product shows that comes at several prices.
    static func previewRange(_ peer: PeerCase) throws {
        let rule = PeerRule.percent(
            "base", try peer.given("rate_percent"), rounding: try peer.givenText("rounding"))
        for end in ["min", "max"] {
            let sale = PeerSale(
                rules: [rule], lines: [PeerSale.line(try peer.given("price_\(end)"))])
            let quote = try sale.program().answer("purchase.quote", sale.parameters())
            #expect(try quote["earn"]?["points"]?.exactInteger == peer.then(end))
        }
    }

    /// Points are counted one by one, however large the smallest coin is: one is kept, and pays for one coin.
    static func keepSinglePoint(_ peer: PeerCase) throws {
        let coin = try peer.given("currency_rounding")
        var sale = PeerSale(
            rules: [.fixed("base", try peer.given("points")), .redemption()],
            lines: [PeerSale.line(4 * coin)], pointValue: coin)
        let program = try sale.program()
        try sale.receipt(in: program)
        #expect(try program.points() == peer.then("points"))
        #expect(try program.points() != peer.then("peer_bug_points"))
        sale.redeem = try program.points()
        let next = try sale.receipt(in: program, order: "next")
        #expect(next["purchase"]?["payable"]?.exactInteger == 3 * coin)
    }

    /// A fraction of money is a whole number of cents, and a point pays one.
    static func holdFraction(_ peer: PeerCase) throws {
        let cents = try PeerCase.hundredths(peer.given["amount"])
        let sale = PeerSale(rules: [.redemption()], lines: [], currency: "USD")
        let program = try sale.program(balance: cents)
        let reply = try program.attempt(
            "hold.place",
            ["member": PeerProgram.member, "points": .integer(cents), "channel": "ec"],
            on: sale.day)
        #expect(try (reply["error"] == nil) == peer.isAccepted)
        #expect(try program.points("held") == cents)
    }
}
