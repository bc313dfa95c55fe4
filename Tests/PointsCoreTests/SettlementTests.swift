import Testing

@testable import PointsCore

struct SettlementTests {
    @Test
    func `writes down what time has brought about in the order in which it came true`() throws {
        var shop = try Shop()
        try shop.grant(100, on: Times.noon("2026-04-02"), until: "2026-04-12")
        try shop.grant(10, on: Times.noon("2026-04-02"), until: "2026-06-30")
        _ = try shop.place(105, on: Times.noon("2026-04-10"), until: Times.noon("2026-04-11"))
        let held = try shop.place(5, on: Times.noon("2026-04-10"), until: Times.noon("2026-04-28"))
        let order = try shop.sell(
            Programs.basket((10_000, 1, 10)), on: Times.noon("2026-04-10"), in: Programs.slowWeb)
        try shop.confirm(order.id, on: Times.noon("2026-04-10"))
        let before = shop.entries.count
        try shop.adjust(-1, on: Times.noon("2026-05-01"))
        let written = shop.entries[before...]
        #expect(
            written.map(\.event) == [
                .holdTimedOut(hold: JournalPosition(5)), .lotsExpired,
                .pendingMatured(purchase: order.id), .holdTimedOut(hold: held),
                .adjusted(reason: "test"),
            ])
        #expect(
            written.map { Programs.program.calendar.text(of: $0.cause.occurredAt) } == [
                "2026-04-11T12:00:00+09:00", "2026-04-13T05:00:00+09:00",
                "2026-04-24T05:00:00+09:00", "2026-04-28T12:00:00+09:00",
                "2026-05-01T12:00:00+09:00",
            ])
        #expect(written.map(\.after.available) == [105, 5, 105, 110, 109])
        #expect(shop.invariantBroken() == nil)
    }

    @Test
    func `a lot may be spent to the end of its last business day`() throws {
        var shop = try Shop()
        try shop.grant(100, on: Times.noon("2026-04-02"), until: "2026-04-12")
        let lastMoment = Times.moment("2026-04-13T04:59:59.999+09:00")
        #expect(
            shop.wallet.balance(at: lastMoment, in: Programs.program.calendar).spendable == 100)
        var late = shop
        try shop.adjust(-60, on: lastMoment)
        #expect(shop.wallet.available == 40)
        let over = Times.moment("2026-04-13T05:00:00+09:00")
        #expect(late.wallet.balance(at: over, in: Programs.program.calendar).spendable == 0)
        #expect(throws: Refusal.insufficientPoints(available: 0, requested: 1)) {
            try late.adjust(-1, on: over)
        }
        try late.grant(7, on: over)
        #expect(late.wallet.available == 7)
        #expect(late.sums[.expired(company: "store-co")] == 100)
    }

    @Test
    func `a hold binds to its last moment and its points expire once it is gone`() throws {
        var shop = try Shop()
        try shop.grant(100, on: Times.noon("2026-04-02"), until: "2026-04-12")
        let end = Times.noon("2026-04-14")
        let hold = try shop.place(100, on: Times.noon("2026-04-12"), until: end)
        var late = shop
        let sale = try shop.sell(
            Programs.basket((1_000, 1, 10)), on: Instant(milliseconds: end.milliseconds - 1),
            hold: hold)
        #expect(sale.summary.redeemed == 100)
        #expect(throws: Refusal.holdExpired(hold)) {
            try late.sell(Programs.basket((1_000, 1, 10)), on: end, hold: hold)
        }
        #expect(throws: Refusal.holdExpired(hold)) { try late.release(hold, on: end) }
        try late.grant(1, on: end)
        #expect(
            late.entries.suffix(3).map(\.event) == [
                .holdTimedOut(hold: hold), .lotsExpired, .granted(reason: "test"),
            ])
        #expect(late.wallet.available == 1)
        #expect(late.invariantBroken() == nil)
    }

    @Test
    func `lots expire in the books of their last day, whoever's command writes it down`() throws {
        var shop = try Shop()
        try shop.grant(100, on: Times.noon("2026-04-02"), until: "2026-04-12")
        try shop.sell(Programs.basket((1_000, 1, 10)), on: Times.noon("2026-04-20"))
        let expired = shop.entries[shop.entries.count - 2]
        #expect(expired.event == .lotsExpired)
        #expect(expired.cause.businessDay == Times.day("2026-04-12"))
        #expect(expired.cause.occurredAt == Times.moment("2026-04-13T05:00:00+09:00"))
        #expect(expired.cause.channel == nil && expired.cause.company == nil)
        #expect(shop.entries.last?.cause.channel == "store")
    }

    @Test
    func `is written once`() throws {
        var shop = try Shop()
        try shop.grant(100, on: Times.noon("2026-04-02"), until: "2026-04-12")
        for _ in 0..<2 { try shop.perform(at: Times.noon("2026-04-14")) { try $0.settle() } }
        #expect(shop.entries.count(where: { $0.event == .lotsExpired }) == 1)
    }

    @Test
    func `books what came true on a closed day on the open one`() throws {
        var shop = try Shop()
        try shop.grant(100, on: Times.noon("2026-04-02"), until: "2026-04-12")
        var cause = Samples.cause
        cause.occurredAt = Times.noon("2026-04-20")
        let situation = Situation(
            cause: cause, rules: shop.rules, next: JournalPosition(9),
            openDay: Times.day("2026-04-15"))
        var desk = Desk(try #require(shop.member), in: situation)
        try desk.settle()
        let entry = try #require(desk.entries.first)
        #expect(entry.cause.occurredAt == Times.moment("2026-04-13T05:00:00+09:00"))
        #expect(entry.cause.businessDay == Times.day("2026-04-15"))
    }
}
