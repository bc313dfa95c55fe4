import Testing

@testable import PointsCore

/// Decisions that are easy to get wrong, each with the smallest case that shows it.
struct DecisionEdgeTests {
    private static let most = Points.max.count

    @Test
    func `a hold that runs out never locks the member`() throws {
        var shop = try Shop()
        try shop.grant(Self.most, on: Times.noon("2026-04-02"))
        _ = try shop.place(1, on: Times.noon("2026-04-03"))
        #expect(throws: Refusal.pointsOutOfRange(Self.most + 1)) {
            try shop.grant(1, on: Times.moment("2026-04-03T12:10:00+09:00"))
        }
        try shop.adjust(-10, on: Times.noon("2026-04-04"))
        #expect(shop.wallet.available == Self.most - 10)
        #expect(shop.wallet.held == 0)
    }

    @Test
    func `a member has at most 100 open holds`() throws {
        var shop = try Shop()
        try shop.grant(200, on: Times.noon("2026-04-02"))
        var first: JournalPosition?
        for _ in 0..<100 {
            let hold = try shop.place(1, on: Times.noon("2026-04-03"))
            first = first ?? hold
        }
        #expect {
            _ = try shop.place(1, on: Times.noon("2026-04-03"))
        } throws: {
            ($0 as? Refusal)?.code == .redeemNotAllowed
        }
        try shop.release(try #require(first), on: Times.noon("2026-04-03"))
        _ = try shop.place(1, on: Times.noon("2026-04-03"))
        #expect(shop.wallet.holds.count == 100)
    }

    @Test
    func `points are granted in a class of the rules only`() throws {
        var shop = try Shop()
        #expect(
            throws: Refusal.invalidParams(
                pointer: "/class", expected: "a class of the rules: standard")
        ) {
            try shop.grant(1, on: Times.noon("2026-04-02"), class: PointClass("gold"))
        }
        #expect(shop.entries.count == 1)
    }

    @Test
    func `a quote asks who may spend as the sale does`() throws {
        var shop = try Shop(provisional: true)
        try shop.grant(500, on: Times.noon("2026-04-02"))
        let sale = Sale(
            member: .id(Shop.id), order: "o", basket: Programs.basket((1_000, 1, 10)),
            redeem: 500, hold: nil)
        #expect(throws: Refusal.memberProvisional(Shop.id)) {
            try shop.perform(at: Times.noon("2026-04-03")) {
                try $0.record(sale, in: Programs.store)
            }
        }
        #expect(throws: Refusal.memberProvisional(Shop.id)) {
            try shop.perform(at: Times.noon("2026-04-03")) {
                _ = try $0.quote(sale, in: Programs.store)
            }
        }
        let free = Sale(
            member: sale.member, order: "o", basket: sale.basket, redeem: nil, hold: nil)
        var redeemable: Int64?
        try shop.perform(at: Times.noon("2026-04-03")) {
            redeemable = try $0.quote(free, in: Programs.store).redeemable.max
        }
        #expect(redeemable == 0)
    }

    @Test
    func `a quote takes the points of the hold that will pay`() throws {
        var shop = try Shop()
        try shop.grant(500, on: Times.noon("2026-04-02"))
        let hold = try shop.place(300, on: Times.noon("2026-04-03"))
        let sale = Sale(
            member: .id(Shop.id), order: "o", basket: Programs.basket((1_000, 1, 10)),
            redeem: nil, hold: hold)
        var payable: Yen?
        var points: Int64?
        try shop.perform(at: Times.noon("2026-04-03")) {
            let quote = try $0.quote(sale, in: Programs.store)
            (payable, points) = (quote.payable, quote.evaluation.points)
        }
        #expect(payable == Yen(700))
        #expect(points == 7)
        #expect(shop.wallet.held == 300)
    }

    @Test
    func `the order of a hold is told and not compared`() throws {
        var shop = try Shop()
        try shop.grant(500, on: Times.noon("2026-04-02"))
        let hold = try shop.place(100, on: Times.noon("2026-04-03"), order: "another")
        #expect(shop.wallet.hold(hold)?.order == "another")
        let sold = try shop.sell(
            Programs.basket((1_000, 1, 10)), on: Times.noon("2026-04-03"), hold: hold)
        #expect(sold.summary.redeemed == 100)
    }

    @Test
    func `what could be spent is less what is owed`() throws {
        var shop = try Shop(Programs.rules { $0.shortfall = .debt })
        let sold = try shop.sell(Programs.basket((5_000, 1, 10)), on: Times.noon("2026-04-02"))
        try shop.adjust(-50, on: Times.noon("2026-04-02"))
        try shop.takeBack(of: sold.id, on: Times.noon("2026-04-03"))
        let waiting = try shop.sell(
            Programs.basket((6_000, 1, 10)), on: Times.noon("2026-04-04"), in: Programs.slowWeb)
        try shop.confirm(
            waiting.id, on: Times.noon("2026-04-05"))
        #expect(shop.wallet.debt == -50)
        let later = Times.noon("2026-05-01")
        let before = shop.wallet.balance(at: later, in: shop.rules.program.calendar).spendable
        let entry = try shop.adjust(-1, on: later)
        #expect(entry.after.available == 9)
        #expect(before == 10)
    }

    @Test
    func `a late sale of somebody who has left is recorded and earns nothing`() throws {
        var shop = try Shop()
        try shop.grant(100, on: Times.noon("2026-04-02"))
        try shop.withdraw(on: Times.noon("2026-04-10"))
        let basket = Programs.basket((1_000, 1, 10))
        let sale = try shop.sell(basket, on: Times.noon("2026-04-09"))
        #expect(sale.summary.status == .completed)
        #expect(sale.earned == 0)
        #expect(shop.wallet.available == 0)
        #expect(throws: Refusal.memberWithdrawn(Shop.id)) {
            try shop.sell(basket, on: Times.noon("2026-04-09"), redeem: 1)
        }
        #expect(throws: Refusal.memberWithdrawn(Shop.id)) {
            try shop.sell(basket, on: Times.noon("2026-04-10"))
        }
        #expect(shop.invariantBroken() == nil)
    }

    @Test
    func `a journal with absurd amounts is a fault and not a crash`() async {
        await #expect(processExitsWith: .success) {
            let posting = Posting(.available, Int64.max)
            let entry = Samples.entry(.granted(reason: "x"), postings: [posting, posting])
            try? entry.checkBalance()
        }
        let posting = Posting(.available, Int64.max)
        let entry = Samples.entry(.granted(reason: "x"), postings: [posting, posting])
        #expect(throws: LedgerFault.unbalanced(sum: Int64.max)) { try entry.checkBalance() }
    }

    private static func evaluateEightTaxRates(at rate: Fraction) -> Int64 {
        let rates: [Int64] = [97, 99, 93, 91, 79, 81, 73, 67]
        let rules = Programs.rules(
            earn: [
                Programs.earnRule(
                    award: .rate(Rate(points: rate, per: 1)), includesTax: false, stage: .line)
            ])
        let lines = rates.enumerated().map { place, rate in
            BasketLine(
                name: "\(place)", quantity: 1, amount: Yen(124_999_999_999), taxRate: rate)
        }
        let basket = Basket(lines: lines, amountsIncludeTax: true).priced
        return rules.evaluate(basket, redeemed: 0, in: Programs.context()).points
    }

    @Test
    func `a basket of eight tax rates is no crash for any rate that rules may have`() async {
        #expect(Self.evaluateEightTaxRates(at: Fraction(1, over: 100)) == 5_424_755_225)
        await #expect(processExitsWith: .success) {
            _ = Self.evaluateEightTaxRates(at: Fraction(333_333, over: 100_000_000))
        }
    }
}
