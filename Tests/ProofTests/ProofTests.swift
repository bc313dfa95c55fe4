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

    /// A generator that no longer reaches something would prove nothing about it.
    @Test func `the histories do everything and are refused for everything`() {
        var names: Set<String> = []
        for seed in UInt64(1)...100 {
            var model = Model(policy: Policy(seed: seed), openedAt: Generator.start)
            for step in Generator.history(seed: seed, count: Proof.commands) {
                let answer = model.answer(step)
                names.insert(answer.name == "done" ? step.name : answer.name)
                for (name, figure) in answer.figures where figure > 0 { names.insert(name) }
            }
        }
        #expect(ProofTests.reached.subtracting(names) == [])
    }

    private static let reached: Set<String> = [
        // Deeds that succeed.
        "join", "link", "unlink", "replaceCard", "register", "suspend", "resume", "merge",
        "unmerge",
        "withdraw", "rejoin", "grant", "adjust", "place", "release", "record",
        "confirm", "takeBack", "void", "replace", "takeBackUnreceipted", "review", "close",
        "balance",
        "quote", "purchase", "hold", "previewWithdrawal", "previewMerge", "previewUnmerge",
        "history",
        "reopen",
        // Figures above zero.
        "replayed", "recognised", "restored", "restoredExpired", "clawedBack", "shortfall",
        "shortfall.kept", "confirmed", "confirmed.on", "forfeited", "cancelledPending",
        "releasedHolds", "replaced.clawedBack", "replaced.restored", "replaced.shortfall",
        "purchase.redeemed", "hold.captured", "order.voided", "earned.pending", "rank",
        "rank.lastDay", "rank.missing", "bonus", "moved.available", "moved.held", "moved.pending",
        "spent",
        // Refusals.
        "forbidden", "invalid_params", "idempotency_conflict", "member_unknown",
        "purchase_unknown", "hold_unknown", "line_unknown", "member_withdrawn",
        "member_provisional", "member_suspended", "member_merged", "status_conflict",
        "identity_blocked", "merge_not_reversible", "withdrawal_blocked", "identity_taken",
        "purchase_exists",
        "purchase_closed", "hold_closed", "hold_expired", "quantity_exceeds_remaining",
        "redeem_not_allowed", "insufficient_points", "day_not_closable",
    ]
}
