import Testing

@testable import PointsCore

/// Balances whose last day moves on with the member's activity.
struct MovingExpiryTests {
    /// Twelve months after a purchase, to the end of the month.
    private static let rules = Programs.rules {
        $0.validity = .afterActivity(.months(12), roundedTo: .monthEnd, of: [.purchase])
    }

    private static func importing(_ points: Int64, until last: String) -> OpenBalance {
        let terms = LotTerms(
            pointClass: .standard, company: "store-co", grantedOn: Times.day("2026-01-05"),
            expiresOn: Times.day(last))
        return OpenBalance(
            member: .id(Shop.id), identities: [], profile: nil,
            origin: BalanceOpened(source: "pos", file: "00", line: 2, cell: "\(points)"),
            company: "store-co", lots: [Lot(terms: terms, points: points)], debt: 0)
    }

    @Test
    func `what came in since the last activity moves on with the next of the same period`() throws {
        var shop = try Shop(Self.rules)
        try shop.sell(Programs.basket((1_000, 1, 10)), on: Times.noon("2026-06-05"))
        try shop.perform(at: Times.noon("2026-06-10")) {
            try $0.openBalance(Self.importing(500, until: "2026-08-31"), joining: nil)
        }
        try shop.sell(Programs.basket((1_000, 1, 10)), on: Times.noon("2026-06-15"))
        #expect(
            shop.wallet.lots.map(\.terms.expiresOn).allSatisfy { $0 == Times.day("2027-06-30") })
        try shop.settle(on: Times.noon("2026-09-01"))
        #expect(shop.wallet.available == 520)
    }

    @Test
    func `what comes back on rejoining moves on with the next purchase`() throws {
        var shop = try Shop(Self.rules)
        try shop.perform(at: Times.noon("2026-04-02")) {
            try $0.openBalance(Self.importing(500, until: "2026-08-31"), joining: nil)
        }
        try shop.withdraw(on: Times.noon("2026-06-01"))
        // From before the departure, so it neither earns nor moves anything.
        try shop.sell(Programs.basket((1_000, 1, 10)), on: Times.noon("2026-05-31"))
        try shop.rejoin(on: Times.noon("2026-06-03"))
        try shop.sell(Programs.basket((1_000, 1, 10)), on: Times.noon("2026-05-31"))
        try shop.settle(on: Times.noon("2026-09-01"))
        #expect(shop.wallet.available == 510)
    }
}
