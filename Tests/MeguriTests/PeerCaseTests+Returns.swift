import PointsJSON
import Testing

// MARK: - What comes back

extension PeerCaseTests {
    private static let day = "2026-02-01"

    /// Cancelling takes what was earned; what was spent of it is owed, or nothing was.
    static func cancelEarned(_ peer: PeerCase) throws {
        let owes = peer.given["policy"] == "allow_negative"
        let program = try PeerProgram(PeerRules(shortfall: owes ? "debt" : "forgive"))
        let spent = try peer.given("spent")
        try program.earn(peer.given("earned"), order: "o", on: day)
        if spent > 0 { try program.sell("spent", redeem: spent, on: day) }
        let back = try program.takeBack("o", on: day)
        #expect(try back["clawedBack"]?.exactInteger == -peer.then("clawback"))
        #expect(back["shortfall"]?["points"]?.exactInteger == spent)
        #expect(try program.net() == peer.then("balance"))
        #expect(try program.points() == 0)
    }

    /// Nobody can name how many points a return takes.
    static func cancelOverridden(_ peer: PeerCase) throws {
        let program = try PeerProgram()
        try program.earn(peer.given("earned"), order: "o", on: day)
        var order = PeerProgram.order("o")
        order["points"] = peer.given["override_points"]
        #expect(try program.refusal("purchase.return", order, on: day) == "invalid_params")
        let back = try program.takeBack("o", on: day)
        #expect(try back["clawedBack"]?.exactInteger == -peer.then("clawback"))
        #expect(try program.net() == peer.then("balance"))
    }

    /// Somebody who owes points returns a purchase whose points are gone: nothing is taken and nothing given.
    static func cancelWhileOwing(_ peer: PeerCase) throws {
        let program = try PeerProgram(clock: "2026-02-02")
        let owed = -(try peer.given("balance"))
        let earned = try peer.given("earned_on_order")
        try program.earn(owed, order: "owed", on: day)
        try program.sell("a", redeem: owed, on: day)
        // From here on the program forgives; the first purchase keeps the rules of its day.
        let forgiving = PeerRules(shortfall: "forgive")
        try program.reopen(forgiving, clock: "2026-02-03")
        try program.earn(earned, order: "o", on: "2026-02-03")
        try program.sell("b", redeem: earned, on: "2026-02-03")
        try program.takeBack("owed", on: "2026-02-03")
        try #require(try program.net() == peer.given("balance"))

        let back = try program.takeBack("o", on: "2026-02-03")
        let due = try #require(back["clawedBack"]?.exactInteger)
        let missing = try #require(back["shortfall"]?["points"]?.exactInteger)
        #expect(due == earned)
        #expect(back["shortfall"]?["policy"] == "forgive")
        #expect(try due - missing == peer.then("expected_clawback"))
        #expect(try program.net() == peer.given("balance"))
    }

    static func saleAndFullRefund(_ peer: PeerCase) throws {
        let program = try PeerProgram()
        try program.grant(peer.given("balance"), on: day)
        let line = PeerProgram.line(try peer.given("earned") * 10, earns: true)
        try program.sell("o", [line], redeem: peer.given("burned"), on: day)
        #expect(try program.points() == peer.then("after_sale"))
        let back = try program.takeBack("o", on: day)
        #expect(try back["restored"]?.exactInteger == peer.given("burned"))
        #expect(try program.points() == peer.then("after_refund"))
    }

    /// What is restored goes to the lots that would have been spent last.
    static func restoreNewestFirst(_ peer: PeerCase) throws {
        let program = try PeerProgram(clock: "2026-02-09")
        let lots = try #require(peer.given["lots_oldest_first"]?.array)
        let back: Int64 = 35
        var sum: Int64 = 0
        for (place, lot) in lots.enumerated() {
            let used = try #require(lot["used"]?.exactInteger)
            try program.grant(used, on: "2026-02-0\(place + 1)", until: "2026-12-31")
            sum += used
        }
        try program.sell(
            "o", [PeerProgram.line(sum - back), PeerProgram.line(back)], redeem: sum,
            on: "2026-02-09")
        let returned = try program.takeBack("o", line: "2", on: "2026-02-09")
        #expect(returned["restored"]?.exactInteger == back)
        let left = try program.answer(
            "member.get", ["member": PeerProgram.member, "include": "lots"])["lots"]?.array
        var given: [String: Int64] = [:]
        for (place, lot) in lots.enumerated() {
            let granted = JSON.string("2026-02-0\(place + 1)")
            let open = left?.first { $0["grantedOn"] == granted }?["points"]?.exactInteger
            if let open { given[try #require(lot["id"]?.string)] = open }
        }
        #expect(given == ["C": 10, "B": 25])
        #expect(try given["C"] == #require(peer.then["given_back"]?["C"]?.exactInteger))
        #expect(try given["B"] == #require(peer.then["given_back"]?["B"]?.exactInteger))
    }

    /// Points earn on what is paid with money for what stays.
    static func earnOnWhatIsLeft(_ peer: PeerCase) throws {
        let factor = try peer.given("collection_factor")
        let program = try PeerProgram(PeerRules(yenPerPoint: factor, redeemed: "deduct"))
        let total = try peer.given("grand_total")
        let returned = try peer.given("returned")
        let points = try peer.given("points_value_used")
        try program.grant(points, on: day)
        let lines = [
            PeerProgram.line(total - returned, earns: true),
            PeerProgram.line(returned, earns: true),
        ]
        let sold = try program.sell("o", lines, redeem: points, on: day)
        #expect(sold["earned"]?["points"]?.exactInteger == (total - points) / factor)
        let back = try program.takeBack("o", line: "2", on: day)
        #expect(back["purchase"]?["payable"] == peer.then["eligible"])
        #expect(try program.points() == peer.then("earned"))
    }

    static func earnAndCancel(_ peer: PeerCase) throws {
        let program = try PeerProgram()
        var order = 0
        for event in try #require(peer.given["events"]?.array) {
            let points = try #require(event.exactInteger)
            if points > 0 {
                order += 1
                try program.earn(points, order: "\(order)", on: day)
            } else {
                let back = try program.takeBack("\(order)", on: day)
                #expect(back["clawedBack"]?.exactInteger == -points)
            }
        }
        #expect(try program.points() == peer.then("balance"))
    }

    /// A small refund takes what the rest no longer earns: of ¥101 the first yen takes nothing, and ten take one point.
    static func refundSmall(_ peer: PeerCase) throws {
        let per = try peer.given("per")
        let refund = try peer.given("refund")
        let program = try PeerProgram(PeerRules(yenPerPoint: per))
        let total = per * 10 + 1
        try program.sell(
            "o",
            [PeerProgram.line(total - refund, earns: true), PeerProgram.line(refund, earns: true)],
            on: day)
        let back = try program.takeBack("o", line: "2", on: day)
        #expect(back["refund"]?["money"]?.exactInteger == refund)
        #expect(try back["clawedBack"]?.exactInteger == peer.then("revoked"))
    }

    static func creditTooMuch(_ peer: PeerCase) throws {
        let program = try PeerProgram()
        let captured = try peer.given("captured")
        try program.grant(captured, on: day)
        try program.sell(
            "o", [PeerProgram.line(captured, quantity: captured)], redeem: captured, on: day)
        var order = PeerProgram.order("o")
        order["lines"] = [["line": "1", "quantity": 100]]
        #expect(try !peer.isAccepted)
        #expect(
            try program.refusal("purchase.return", order, on: day)
                == "quantity_exceeds_remaining")
        #expect(try program.points() == 0)
    }
}
