import Foundation

/// The histories that are led, and what is told of one that fails.
enum Proof {
    private static func setting(_ name: String, otherwise: Int) -> Int {
        ProcessInfo.processInfo.environment[name].flatMap { Int($0) } ?? otherwise
    }

    /// Steps of a history.
    static let commands = setting("MEGURI_COMMANDS", otherwise: 200)

    /// The seeds of this run: those of the pipeline, or as many as the environment asks for.
    static var seeds: Range<UInt64> {
        let first = UInt64(setting("MEGURI_FIRST_SEED", otherwise: 1))
        return first..<first + UInt64(setting("MEGURI_HISTORIES", otherwise: 200))
    }

    /// What is wrong with the history of a seed, made short; `nil` if nothing is.
    static func report(seed: UInt64, fault: Fault? = nil) -> Report? {
        let trial = Trial(policy: Policy(seed: seed), fault: fault)
        let steps = Generator.history(seed: seed, count: commands)
        guard let failure = trial.run(steps) else { return nil }
        let short = Shrinker.shortest(Array(steps[...failure.place])) { trial.run($0) != nil }
        return Report(
            seed: seed, policy: trial.policy, steps: short,
            problem: trial.run(short)?.problem ?? failure.problem)
    }

    struct Report: CustomStringConvertible {
        let seed: UInt64
        let policy: Policy
        let steps: [Step]
        let problem: String

        var description: String {
            let lines = steps.map(\.description).joined(separator: "\n")
            return """
                The engine and the model disagree in the history of seed \(seed), made short:
                \(policy)
                \(lines)
                \(problem)
                Again: MEGURI_FIRST_SEED=\(seed) MEGURI_HISTORIES=1 swift test --filter ProofTests
                """
        }
    }
}
