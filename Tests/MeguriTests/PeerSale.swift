import PointsJSON
import Testing

/// A purchase that a case tells of, and the rules under which it is made.
struct PeerSale {
    var rules: [PeerRule]
    var lines: [JSON]
    /// How many points pay for a part of it; so many are granted before.
    var redeem: Int64 = 0
    var pointValue: Int64 = 1
    var currency = "JPY"
    var includesTax = true
    var paymentMethod: String?
    var day = "2026-02-01"

    /// A line with the price of all its pieces; without tax, unless the case is about that.
    static func line(
        _ amount: Int64, quantity: Int64 = 1, category: String = "goods", sku: String? = nil,
        taxRate: Int64 = 0
    ) -> JSON {
        var line: JSONObject = [
            "amount": .integer(amount), "quantity": .integer(quantity),
            "category": .string(category), "taxRate": .integer(taxRate),
        ]
        if let sku { line["sku"] = .string(sku) }
        return .object(line)
    }

    /// Lines that a case tells by the price of a piece and their number.
    static func lines(of peer: PeerCase) throws -> [JSON] {
        try #require(peer.given["lines"]?.array).map { line in
            let quantity = try #require(line["qty"]?.exactInteger)
            return Self.line(
                try #require(line["unit"]?.exactInteger) * quantity, quantity: quantity)
        }
    }

    /// A program under these rules, whose member has points.
    func program(balance: Int64 = 0) throws -> PeerProgram {
        let rules = PeerRules(rules: rules, currency: currency, pointValue: pointValue)
        let program = try PeerProgram(rules, clock: day)
        if balance > 0 { try program.grant(balance, on: day) }
        return program
    }

    /// The parameters that tell it to a program.
    func parameters(order: String = "o") -> JSONObject {
        var sale = PeerProgram.sale(order, lines, redeem: redeem)
        sale["amountsIncludeTax"] = .bool(includesTax)
        if let paymentMethod { sale["paymentMethod"] = .string(paymentMethod) }
        return sale
    }

    /// Quotes the purchase and records it in a program, which comes to the same.
    @discardableResult
    func receipt(in program: PeerProgram, order: String = "o") throws -> JSON {
        let parameters = parameters(order: order)
        let quote = try program.answer("purchase.quote", parameters)
        let receipt = try program.change("purchase.record", parameters, on: day)
        #expect(quote["earn"]?["points"] == receipt["earned"]?["points"])
        #expect(quote["payable"] == receipt["purchase"]?["payable"])
        return receipt
    }

    /// The same in a program of its own.
    func receipt() throws -> JSON {
        try receipt(in: program(balance: redeem))
    }

    /// What the purchase earns.
    func earned() throws -> Int64 {
        try #require(receipt()["earned"]?["points"]?.exactInteger)
    }

    /// What somebody with that balance may pay with points.
    func redeemable(with balance: Int64) throws -> Int64 {
        let quote = try program(balance: balance).answer("purchase.quote", parameters())
        return try #require(quote["redeemable"]?["max"]?.exactInteger)
    }
}
