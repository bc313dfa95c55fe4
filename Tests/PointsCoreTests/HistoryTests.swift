import Testing

@testable import PointsCore

struct HistoryTests {
    /// Each argument is a seed: a failing history is told again by running that one case.
    @Test(arguments: UInt64(1)...300)
    func `the ledger means what the reference model says`(seed: UInt64) throws {
        var history = try History(seed: seed)
        for _ in 0..<60 { try history.step() }
        try history.returnEverything()
        #expect(history.done > 10)
    }
}
