import PointsJSON
import Testing

/// What other engines' tests and documents assert, case by case through the protocol.
///
/// Lots, holds, returns, expiry and negative balances; the numbers are read from `fixtures/peer_cases.json`.
struct PeerCaseTests {
    /// How each case is played.
    static let scenarios: [String: @Sendable (PeerCase) throws -> Void] = [
        "PC002": redeem, "PC003": redeem, "PC006": redeem,
        "PC028": edit, "PC030": edit, "PC036": edit, "PC037": edit, "PC038": edit,
        "PC039": edit, "PC040": edit, "PC043": edit, "PC044": edit, "PC045": edit,
        "PC046": edit, "PC048": edit, "PC049": edit,
        "PC053": buyAgain, "PC054": ship, "PC056": buyAgain, "PC119": editBelowPoints,
        "PC120": debitOneLot, "PC121": soonestFirst, "PC122": soonestFirst,
        "PC124": expire, "PC148": cancelEarned, "PC150": cancelEarned, "PC152": cancelOverridden,
        "PC156": expire, "PC157": expireTwice, "PC159": redeemOncePerOrder,
        "PC161": restoreToItsLot, "PC162": spendExpired, "PC164": cancelWhileOwing,
        "PC186": spendAfterExpiry, "PC219": saleAndFullRefund, "PC227": oldestFirst,
        "PC228": restoreNewestFirst, "PC241": earnDelayed, "PC259": earnOnWhatIsLeft,
        "PC266": earnAndCancel, "PC271": captureTooMuch, "PC273": voidCaptured,
        "PC275": creditTooMuch, "PC277": holdAgain, "PC278": releaseTwice,
        "PC284": validity, "PC286": refundSmall, "PC288": refundSmall, "PC295": validity,
        "PC298": validity, "PC300": validityFromActivation, "PC303": splitOverRates,
        "PC310": editCancelled, "PC311": releaseByTwo, "PC312": balanceOfLots,
        "PC314": validityFollowsEarning,
    ]

    @Test(arguments: scenarios.keys.sorted())
    func `comes out as the peer says, or as it should have`(_ id: String) throws {
        let scenario = try #require(Self.scenarios[id])
        try scenario(PeerCase(id: id))
    }

    @Test
    func `no case of these tags is left out`() throws {
        let cases = try PeerCase.all().filter { !$0.tags.isDisjoint(with: PeerCase.tags) }
        #expect(Set(cases.map(\.id)) == Set(Self.scenarios.keys))
        #expect(cases.count == 56)
    }
}
