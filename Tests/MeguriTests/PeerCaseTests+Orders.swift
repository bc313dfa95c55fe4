import PointsJSON
import Testing

// MARK: - Paying, editing and cancelling orders

extension PeerCaseTests {
    private static let day = "2026-02-01"

    /// Points pay, or there are too few.
    static func redeem(_ peer: PeerCase) throws {
        let program = try PeerProgram()
        let balance = try peer.given("balance")
        let points = try peer.given("burn_requested")
        if balance > 0 { try program.grant(balance, on: day) }
        let sale = PeerProgram.sale(
            "o", [PeerProgram.line(try peer.given("order_total"))], redeem: points)
        guard try peer.isAccepted else {
            #expect(
                try program.refusal("purchase.record", sale, on: day) == "insufficient_points")
            #expect(try program.points() == balance)
            return
        }
        try program.change("purchase.record", sale, on: day)
        #expect(try program.points() == balance - points)
    }

    /// An order that points paid is replaced by one that other points pay; the balance may be below zero before.
    static func edit(_ peer: PeerCase) throws {
        let program = try PeerProgram()
        let balance = try peer.given("balance")
        let before = try peer.given("burn_before")
        let after = try peer.given("burn_after")
        let owed = max(0, -balance)
        if owed > 0 { try program.earn(owed, order: "earned", on: day) }
        let granted = max(0, balance) + before
        if granted > 0 { try program.grant(granted, on: day) }
        let lines = [PeerProgram.line(600), PeerProgram.line(400)]
        let sold = try program.sell("o", lines, redeem: before, channel: "ec", on: day)
        if owed > 0 {
            try program.sell("spent", redeem: owed, on: day)
            try program.takeBack("earned", on: day)
        }
        try #require(try program.net() == balance)
        try advance(program, to: peer.given["order_status"]?.string)

        var sale = PeerProgram.sale("o", lines, redeem: after, channel: "ec")
        sale["replaces"] = sold["purchase"]?["id"]
        guard peer.then["accepted"] != false else {
            #expect(
                try program.refusal("purchase.replace", sale, on: day) == "insufficient_points")
            #expect(try program.net() == balance)
            let kept = try program.answer(
                "purchase.get", PeerProgram.order("o", channel: "ec"))["purchase"]
            #expect(kept?["redeemed"]?.exactInteger == before)
            #expect(kept?["status"] == "pending")
            return
        }
        let replaced = try program.change("purchase.replace", sale, on: day)
        #expect(replaced["purchase"]?["redeemed"]?.exactInteger == after)
        let expected = peer.then["balance"]?.exactInteger ?? balance + before - after
        #expect(try program.net() == expected)
        #expect(try program.points() >= 0)
    }

    /// Whatever has become of an order, it is edited alike.
    private static func advance(_ program: PeerProgram, to status: String?) throws {
        var shipment = PeerProgram.order("o", channel: "ec")
        switch status {
        case "in_progress":
            shipment["lines"] = [["line": "1", "quantity": 1]]
            try program.change("purchase.confirm", shipment, on: day)
        case "delivered": try program.change("purchase.confirm", shipment, on: day)
        default: break
        }
    }

    /// A cancelled order is bought after all: as a new order, because a number is used once.
    static func buyAgain(_ peer: PeerCase) throws {
        let program = try PeerProgram()
        let balance = try peer.given("balance")
        let points = try peer.given("burn")
        let lines = [
            PeerProgram.line(try peer.given("earn") * 10, earns: true), PeerProgram.line(100),
        ]
        try program.grant(balance, on: day)
        try program.sell("o", lines, redeem: points, on: day)
        try program.takeBack("o", on: day)
        try #require(try program.points() == balance)
        let again = PeerProgram.sale("o", lines, redeem: points)
        #expect(try program.refusal("purchase.record", again, on: day) == "purchase_exists")
        try program.sell("o-again", lines, redeem: points, on: day)
        #expect(try program.points() == peer.then("balance"))
    }

    static func ship(_ peer: PeerCase) throws {
        let program = try PeerProgram()
        try program.grant(peer.given("balance"), on: day)
        try program.earn(peer.given("earn"), order: "o", channel: "ec", on: day)
        #expect(try program.points() == peer.given("balance"))
        try program.change(
            "purchase.confirm", PeerProgram.order("o", channel: "ec"), on: day)
        #expect(try program.points() == peer.then("balance"))
    }

    /// A fee falls away and the points would pay more than the order: the bound is told, and without points the order
    /// is what the peer makes of it.
    static func editBelowPoints(_ peer: PeerCase) throws {
        let program = try PeerProgram()
        let points = try peer.given("burn_points")
        let subtotal = try peer.given("subtotal")
        let goods = PeerProgram.line(subtotal)
        try program.grant(points, on: day)
        let sold = try program.sell(
            "o", [goods, PeerProgram.line(try peer.given("fee"))], redeem: points, on: day)
        #expect(try sold["purchase"]?["payable"]?.exactInteger == peer.given("total"))

        var sale = PeerProgram.sale("o", [goods], redeem: points)
        sale["replaces"] = sold["purchase"]?["id"]
        let error = try program.attempt("purchase.replace", sale, on: day)["error"]
        #expect(error?["data"]?["type"] == "redeem_not_allowed")
        #expect(error?["data"]?["max"]?.exactInteger == subtotal)
        #expect(try program.points() == 0)

        sale["redeem"] = peer.then["burn"]
        let edited = try program.change("purchase.replace", sale, on: day)["purchase"]
        #expect(edited?["redeemed"] == peer.then["burn"])
        #expect(edited?["payable"] == peer.then["order_total"])
        #expect(try program.points() == points)
    }

    static func redeemOncePerOrder(_ peer: PeerCase) throws {
        let program = try PeerProgram()
        let points = try peer.given("balance") - peer.then("balance")
        try program.grant(peer.given("balance"), on: day)
        let sale = PeerProgram.sale("o", [PeerProgram.line(1_000)], redeem: points)
        let first = try program.change("purchase.record", sale, on: day, key: "a")
        let again = try program.change("purchase.record", sale, on: day, key: "a")
        #expect(again["replayed"] == true)
        #expect(again["purchase"] == first["purchase"])
        #expect(try program.refusal("purchase.record", sale, on: day) == "purchase_exists")
        #expect(try program.points() == peer.then("balance"))
        let rows = try program.transactions("purchase.record")
        #expect(try Int64(rows.count) == peer.then("burn_rows"))
    }

    static func editCancelled(_ peer: PeerCase) throws {
        let program = try PeerProgram()
        let points = try peer.given("burn")
        try program.grant(points, on: day)
        let sold = try program.sell("o", redeem: points, on: day)
        try program.change("purchase.void", PeerProgram.order("o"), on: day)
        let balance = try program.points()
        var sale = PeerProgram.sale("o", [PeerProgram.line(1_000)])
        sale["replaces"] = sold["purchase"]?["id"]
        #expect(try program.refusal("purchase.replace", sale, on: day) == "purchase_closed")
        #expect(balance == points)
        #expect(try program.points() == balance)
    }

    static func earnDelayed(_ peer: PeerCase) throws {
        let rules = PeerRules(afterDays: 14)
        let program = try PeerProgram(rules)
        let sold = try program.earn(
            peer.given("earn"), order: "o", channel: "ec", on: day)["balance"]
        #expect(sold?["pending"] == peer.then["pending"])
        #expect(sold?["available"] == peer.then["available_change"])
        try program.change(
            "purchase.confirm", PeerProgram.order("o", channel: "ec"), on: day)
        #expect(try program.points(at: "2026-02-14T23:59") == peer.then("available_change"))
        #expect(try program.points(at: "2026-02-15T00:00") == peer.then("pending"))
    }

    /// Points as a discount over two rates: the discounts add up to the points.
    static func splitOverRates(_ peer: PeerCase) throws {
        let program = try PeerProgram()
        let points = try peer.given("burn_points")
        try program.grant(points, on: day)
        let lines = try #require(peer.given["lines_incl"]?.array).map { line in
            PeerProgram.line(
                try #require(line["amount"]?.exactInteger),
                taxRate: try #require(line["rate"]?.exactInteger))
        }
        let purchase = try program.sell("o", lines, redeem: points, on: day)["purchase"]
        let taxes = try #require(purchase?["taxes"]?.array)
        #expect(taxes.map { $0["payable"] } == [peer.then["rate8"], peer.then["rate10"]])
        #expect(.array(taxes.compactMap { $0["discount"] }) == peer.then["split"])
        #expect(purchase?["payable"] == peer.then["total"])
    }
}
