import Testing

@testable import PointsCore

struct PointsByHandTests {
    @Test
    func `adjusts upwards with a new lot and downwards in consumption order`() throws {
        var shop = try Shop()
        try shop.grant(30, on: Times.noon("2026-04-02"), until: "2026-12-31")
        try shop.grant(20, on: Times.noon("2026-04-02"), until: "2026-05-31")
        try shop.adjust(10, on: Times.noon("2026-04-03"))
        #expect(shop.wallet.lots.map(\.points) == [20, 30, 10])
        #expect(shop.wallet.lots.last?.terms.expiresOn == Times.day("2027-04-03"))
        try shop.adjust(-25, on: Times.noon("2026-04-03"))
        #expect(shop.wallet.lots.map(\.points) == [25, 10])
        #expect(shop.sums[.adjusted(company: "store-co")] == 15)
        #expect(throws: Refusal.insufficientPoints(available: 35, requested: 36)) {
            try shop.adjust(-36, on: Times.noon("2026-04-03"))
        }
        try shop.adjust(-35, on: Times.noon("2026-04-03"))
        #expect(shop.wallet.lots.isEmpty)
        #expect(shop.invariantBroken() == nil)
    }

    @Test
    func `grants to the day that is told, today at the earliest`() throws {
        var shop = try Shop()
        try shop.grant(1, on: Times.noon("2026-04-02"), until: "2026-04-02")
        #expect(
            throws: Refusal.invalidParams(pointer: "/expiresOn", expected: "today or a later day")
        ) { try shop.grant(1, on: Times.noon("2026-04-02"), until: "2026-04-01") }
        try shop.grant(1, on: Times.noon("2026-04-02"))
        #expect(
            shop.wallet.lots.map(\.terms.expiresOn) == [
                Times.day("2026-04-02"), Times.day("2027-04-02"),
            ])
    }

    @Test
    func `no balance passes a million million`() throws {
        var shop = try Shop()
        let most = Points.max.count
        try shop.grant(most, on: Times.noon("2026-04-02"))
        #expect(throws: Refusal.pointsOutOfRange(most + 1)) {
            try shop.grant(1, on: Times.noon("2026-04-02"))
        }
        #expect(throws: Refusal.pointsOutOfRange(2 * most)) {
            try shop.adjust(most, on: Times.noon("2026-04-02"))
        }
        #expect(shop.wallet.available == most)
    }

    @Test
    func `sets points aside for the program's minutes or to the moment told`() throws {
        var shop = try Shop()
        try shop.grant(100, on: Times.noon("2026-04-02"))
        let noon = Times.noon("2026-04-03")
        let usual = try shop.place(10, on: noon, order: "o1")
        let told = try shop.place(20, on: noon, until: Times.noon("2026-04-05"))
        #expect(shop.wallet.hold(usual)?.expiresAt == noon.adding(seconds: 1_800))
        #expect(shop.wallet.hold(usual)?.order == "o1")
        #expect(shop.wallet.hold(told)?.points == 20)
        #expect(shop.wallet.available == 70)
        #expect(
            throws: Refusal.invalidParams(
                pointer: "/expiresAt", expected: "later than occurredAt")
        ) { _ = try shop.place(1, on: noon, until: noon) }
        #expect(throws: Refusal.insufficientPoints(available: 70, requested: 71)) {
            _ = try shop.place(71, on: noon)
        }
        try shop.release(told, on: noon)
        #expect(shop.wallet.available == 90)
        #expect(throws: Refusal.holdExpired(told)) { try shop.release(told, on: noon) }
        #expect(shop.invariantBroken() == nil)
    }

    @Test
    func `opens a balance from another system with what is owed there`() throws {
        var shop = try Shop()
        let origin = BalanceOpened(source: "pos", file: "ab", line: 2, cell: "120")
        let balance = OpenBalance(
            member: .id(Shop.id), identities: [], profile: nil, origin: origin,
            company: "store-co",
            lots: [
                Lot(terms: Samples.terms("2026-12-31"), points: 100),
                Lot(terms: Samples.terms("2026-06-30"), points: 20),
            ], debt: 30)
        let entry = try shop.perform(at: Times.noon("2026-04-02")) {
            try $0.openBalance(balance, joining: nil)
        }
        #expect(entry.event == .balanceOpened(origin))
        #expect(shop.wallet.lots.map(\.points) == [20, 100])
        #expect(shop.wallet.debt == -30)
        #expect(shop.sums[.migrated(company: "store-co", source: "pos")] == -90)
        #expect(shop.invariantBroken() == nil)
    }
}
