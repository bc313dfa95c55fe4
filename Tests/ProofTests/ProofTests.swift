import Foundation
import Testing

struct ProofTests {
    /// Each argument is a seed: a failing history is led again by running that one case.
    @Test(arguments: Proof.seeds)
    func `the engine means what the reference model says`(seed: UInt64) {
        if let report = Proof.report(seed: seed) { Issue.record("\(report)") }
        if seed % 100 == 0 { print("proof: seed \(seed) at \(Date())") }
    }

    @Test(arguments: Fault.allCases)
    func `a mistake in the model is found and its history made short`(fault: Fault) throws {
        let reports = (UInt64(1)...40).lazy.compactMap { Proof.report(seed: $0, fault: fault) }
        let report = try #require(reports.first, "\(fault) was not found")
        #expect(report.steps.count <= 12, "\(report)")
        #expect(!report.problem.isEmpty)
    }

    @Test func `what is left of a failing history is what makes it fail`() {
        let culprits: Set = [3, 57, 58, 191]
        let short = Shrinker.shortest(Array(0..<200)) { culprits.isSubset(of: $0) }
        #expect(short == culprits.sorted())
    }
}
