import Testing

@testable import PointsCore

/// What other decisions still get wrong, each with the smallest case that shows it.
struct DecisionFaultTests {
    private static let most = Points.max.count

    @Test
    func `a hold that runs out never locks the member`() throws {
        var shop = try Shop()
        try shop.grant(Self.most, on: Times.noon("2026-04-02"))
        _ = try shop.place(1, on: Times.noon("2026-04-03"))
        withKnownIssue("available and held are each in range, together they are not") {
            #expect(throws: Refusal.pointsOutOfRange(Self.most + 1)) {
                try shop.grant(1, on: Times.moment("2026-04-03T12:10:00+09:00"))
            }
        }
        withKnownIssue("then nothing can be settled any more, and no day be closed") {
            try shop.adjust(-10, on: Times.noon("2026-04-04"))
        }
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
        withKnownIssue("a provisional member is quoted a redemption that is then refused") {
            #expect(throws: Refusal.memberProvisional(Shop.id)) {
                try shop.perform(at: Times.noon("2026-04-03")) {
                    _ = try $0.quote(sale, in: Programs.store)
                }
            }
        }
    }

    @Test
    func `a hold for one order does not pay for another`() throws {
        var shop = try Shop()
        try shop.grant(500, on: Times.noon("2026-04-02"))
        let hold = try shop.place(100, on: Times.noon("2026-04-03"), order: "another")
        withKnownIssue("the order of a hold is kept and never looked at") {
            #expect(throws: Refusal.self) {
                try shop.sell(
                    Programs.basket((1_000, 1, 10)), on: Times.noon("2026-04-03"), hold: hold)
            }
        }
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
            waiting.id, on: Times.noon("2026-04-05"), policy: Programs.slowWeb.pending)
        #expect(shop.wallet.debt == -50)
        let later = Times.noon("2026-05-01")
        let before = shop.wallet.balance(at: later, in: shop.rules.program.calendar).spendable
        let entry = try shop.adjust(-1, on: later)
        #expect(entry.after.available == 9)
        withKnownIssue("60 pending points that are due pay 50 owed first, so 10 could be spent") {
            #expect(before == 10)
        }
    }

    @Test
    func `a late sale of somebody who has left is accepted`() throws {
        var shop = try Shop()
        try shop.withdraw(on: Times.noon("2026-04-10"))
        withKnownIssue("an offline till's sale from before the withdrawal is refused") {
            _ = try shop.sell(Programs.basket((1_000, 1, 10)), on: Times.noon("2026-04-09"))
            #expect(shop.wallet.available == 0)
        }
    }

    @Test
    func `a journal with absurd amounts is a fault and not a crash`() async {
        await withKnownIssue("the sum of the postings traps, so verify dies instead of naming it") {
            await #expect(processExitsWith: .success) {
                let posting = Posting(.available, Int64.max)
                let entry = Samples.entry(.granted(reason: "x"), postings: [posting, posting])
                try? entry.checkBalance()
            }
        }
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
        await withKnownIssue("exact sums over all lines pass 128 bits at 0.333333 %") {
            await #expect(processExitsWith: .success) {
                _ = Self.evaluateEightTaxRates(at: Fraction(333_333, over: 100_000_000))
            }
        }
    }
}
