import Testing

@testable import PointsCore

/// How long points of a class given by hand last.
struct GrantedClassTests {
    private static let summer = PointClass("summer")

    private static func rule(_ id: String, _ validity: Validity?) -> EarnRule {
        Programs.earnRule(id, group: id, pointClass: summer, validity: validity)
    }

    @Test
    func `points of a class last as the rules say that grant it`() throws {
        var shop = try Shop(
            Programs.rules(earn: [
                Programs.earnRule(),
                Self.rule("earn/summer", .afterGrant(.days(30), roundedTo: .day)),
            ]))
        try shop.grant(1, on: Times.noon("2026-04-10"), class: Self.summer)
        try shop.grant(2, on: Times.noon("2026-04-10"))
        #expect(
            shop.wallet.lots.map(\.terms.expiresOn) == [
                Times.day("2026-05-10"), Times.day("2027-04-10"),
            ])
    }

    @Test
    func `where rules of a class disagree the last day must be told`() throws {
        var shop = try Shop(
            Programs.rules(earn: [
                Self.rule("earn/a", .afterGrant(.days(30), roundedTo: .day)),
                Self.rule("earn/b", .until(Times.day("2026-08-31"))),
            ]))
        #expect {
            try shop.grant(1, on: Times.noon("2026-04-10"), class: Self.summer)
        } throws: {
            ($0 as? Refusal)?.code == .invalidParams
        }
        try shop.grant(
            1, on: Times.noon("2026-04-10"), until: "2026-06-30", class: Self.summer)
        #expect(shop.wallet.lots.map(\.terms.expiresOn) == [Times.day("2026-06-30")])
    }
}
