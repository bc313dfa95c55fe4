import Testing

@testable import PointsCore

/// What sales and returns at the desk do to the figures of a member.
struct CustomerSaleTests {
    private static let basket = Programs.basket((1_000, 2, 10), (500, 1, 10))

    private func figures(_ shop: Shop) throws -> [Int64] {
        let figures = try #require(shop.member).value.figures
        return [figures.frequency, figures.spend, figures.paid]
    }

    @Test func `a sale counts on the day of the sale and returns count there too`() throws {
        var shop = try Shop()
        let first = try shop.sell(Self.basket, on: Times.noon("2026-04-02"))
        let second = try shop.sell(Self.basket, on: Times.moment("2026-04-06T02:30:00+09:00"))
        #expect(try figures(shop) == [2, 3_000, 3_000])
        #expect(shop.member?.value.span == Times.day("2026-04-02")...Times.day("2026-04-05"))
        try shop.takeBack([("1", 1)], of: first.id, on: Times.noon("2026-05-01"))
        #expect(try figures(shop) == [2, 2_500, 2_500])
        #expect(shop.member?.value.newest == Times.day("2026-04-05"))
        try shop.takeBack(of: second.id, on: Times.noon("2026-05-02"))
        #expect(try figures(shop) == [1, 1_000, 1_000])
        #expect(shop.member?.value.span == Times.day("2026-04-02")...Times.day("2026-04-02"))
        try shop.takeBack(of: first.id, on: Times.noon("2026-05-03"))
        #expect(try figures(shop) == [0, 0, 0])
        #expect(shop.member?.value.span == nil)
    }

    @Test func `points pay for what is not paid with money`() throws {
        var shop = try Shop()
        try shop.grant(300, on: Times.noon("2026-04-02"))
        let sold = try shop.sell(Self.basket, on: Times.noon("2026-04-02"), redeem: 300)
        #expect(try figures(shop) == [1, 1_500, 1_200])
        try shop.takeBack(of: sold.id, on: Times.noon("2026-04-03"))
        #expect(try figures(shop) == [0, 0, 0])
    }

    @Test func `an exchange is one purchase that came back and another`() throws {
        var shop = try Shop()
        let sold = try shop.sell(Self.basket, on: Times.noon("2026-04-02"))
        try shop.replace(
            sold.id, with: Programs.basket((700, 1, 10)), on: Times.noon("2026-04-09"))
        #expect(try figures(shop) == [1, 700, 700])
        #expect(shop.member?.value.span == Times.day("2026-04-09")...Times.day("2026-04-09"))
    }

    @Test func `each purchase names the one before it and each activity too`() throws {
        var shop = try Shop()
        let first = try shop.sell(Self.basket, on: Times.noon("2026-04-02"))
        #expect(first.recorded.previous == [])
        #expect(try shop.record("review", on: Times.noon("2026-04-02")).previous == [])
        try shop.grant(5, on: Times.noon("2026-04-02"))
        let activity = try #require(shop.member).trail.activities
        #expect(try shop.record("review", on: Times.noon("2026-04-02")).previous == activity)
        let second = try shop.sell(Self.basket, on: Times.noon("2026-04-03"))
        #expect(second.recorded.previous == [first.id])
        #expect(shop.member?.trail.purchases == [second.id])
    }

    @Test func `a view tells the last days with today among them`() throws {
        var shop = try Shop()
        try shop.sell(Programs.basket((100, 1, 10)), on: Times.noon("2026-04-01"))
        try shop.sell(Programs.basket((20, 1, 10)), on: Times.noon("2026-04-30"))
        let value = try #require(shop.member).value
        let view = CustomerView(value, on: Times.day("2026-04-30"))
        #expect(view.total.recencyDays == 0)
        #expect(view.total.recent.map(\.figures.spend) == [120, 120, 120])
        let next = CustomerView(value, on: Times.day("2026-05-01"))
        #expect(next.total.recent.map(\.figures.frequency) == [1, 2, 2])
        #expect(next.total.recencyDays == 1)
        #expect(next.channels.map(\.name) == ["store"])
        #expect(!next.isCrossChannel)
        #expect(CustomerView(CustomerValue(), on: Times.day("2026-05-01")).total.recencyDays == nil)
    }
}
