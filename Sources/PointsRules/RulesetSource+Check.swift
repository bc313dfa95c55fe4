package import PointsCore

// MARK: - Form and examples

extension RulesetSource {
    /// What is wrong with the set, and whether its examples come out: the same for the command line and for a command.
    ///
    /// Of very many problems the first are told.
    package func check() -> RulesCheck {
        let rules: CheckedRules
        do throws(RulesError) {
            rules = try checked()
        } catch {
            return check(error.problems)
        }
        let complaints = ExampleRunner.complaints(of: rules)
        return check(
            complaints, ruleset: rules.ruleset,
            passed: rules.exampleCount - complaints.count, failed: complaints.count)
    }

    /// The same of a set's canonical content.
    ///
    /// - Throws: ``Refusal/rulesInvalid(_:)`` if it is the content of no set.
    package static func check(_ content: [UInt8]) throws(Refusal) -> RulesCheck {
        do throws(RulesError) {
            return try RulesetSource(canonicalBytes: content).check()
        } catch {
            throw error.refusal
        }
    }

    private func check(
        _ problems: [RulesProblem], ruleset: Ruleset? = nil, passed: Int = 0, failed: Int = 0
    ) -> RulesCheck {
        RulesCheck(
            hash: hash, ruleset: ruleset,
            earnFiles: files.count { $0.path.hasPrefix("earn/") },
            burnFiles: files.count { $0.path.hasPrefix("burn/") },
            activityFiles: files.count { $0.path.hasPrefix("activities/") },
            segmentFiles: files.count { $0.path.hasPrefix("segments/") },
            offerFiles: files.count { $0.path.hasPrefix("offers/") },
            examplesPassed: passed, examplesFailed: failed,
            problems: Array(problems.prefix(RulesLimits.problemsMax)))
    }
}
