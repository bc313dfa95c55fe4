import Foundation
import Testing

/// Random work on disks that fail at random, and what is there afterwards.
///
/// `scripts/faults` runs more of it; each run is known by its seed.
struct FaultTests {
    private static let environment = ProcessInfo.processInfo.environment
    /// Cuts of each mode.
    private static let cuts = environment["MEGURI_FAULT_CUTS"].flatMap { UInt64($0) } ?? 6
    private static let seed = environment["MEGURI_FAULT_SEED"].flatMap { UInt64($0) } ?? 1

    private func total(of mode: FaultMode) throws -> FaultRun.Findings {
        var total = FaultRun.Findings()
        for seed in Self.seed..<Self.seed + Self.cuts {
            var run = try FaultRun(mode, seed: seed)
            let findings = try run.run()
            total.acknowledged += findings.acknowledged
            total.lost += findings.lost
            total.corruptions += findings.corruptions.map { "seed \(seed): \($0)" }
        }
        print(
            "faults: \(mode.rawValue): \(Self.cuts) cuts, \(total.acknowledged) acknowledged,",
            "\(total.lost) lost, \(total.corruptions.count) corrupt, seeds from \(Self.seed)")
        return total
    }

    @Test(arguments: FaultMode.honest)
    func `keeps what was acknowledged and half of nothing`(_ mode: FaultMode) throws {
        let total = try total(of: mode)
        #expect(total.acknowledged > 0)
        #expect(total.lost == 0)
        #expect(total.corruptions == [])
    }

    @Test(arguments: FaultMode.lying)
    func `finds what is lost by a disk that lies`(_ mode: FaultMode) throws {
        let total = try total(of: mode)
        #expect(total.lost > 0)
    }
}
