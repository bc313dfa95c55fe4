import PointsJSON
import Testing

/// A till whose clock is ahead of the engine's.
struct ClockAheadTests {
    @Test(arguments: [("11:59", nil as Int64?), ("12:00", nil), ("12:01", 60), ("13:00", 3_600)])
    func `a clock that is ahead is told by how much`(_ time: String, _ ahead: Int64?) throws {
        let program = try PeerProgram(clock: "2026-02-01")
        let reply = try program.grant(1, on: "2026-02-01T\(time)")
        #expect(reply["clockAheadSeconds"]?.exactInteger == ahead)
    }
}
