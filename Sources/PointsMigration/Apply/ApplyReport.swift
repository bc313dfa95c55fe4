internal import PointsJSON

/// What became of a plan when it was applied.
package struct ApplyReport: Hashable, Sendable {
    /// The plan.
    package let plan: PlanHash
    /// Imports that the plan has.
    package let planned: Int
    /// Imports that were booked now.
    package internal(set) var applied = 0
    /// Imports that had been booked before.
    package internal(set) var replayed = 0
    /// Rows that the engine refused, the first ``MigrationLimits/namedRowsMax`` of them.
    package internal(set) var refused: [NamedRow] = []
    /// How many rows the engine refused.
    package internal(set) var refusedCount = 0

    init(plan: PlanHash, planned: Int) {
        self.plan = plan
        self.planned = planned
    }
}

// MARK: - Text

extension ApplyReport {
    /// Whether every import of the plan is booked.
    package var isComplete: Bool {
        applied + replayed == planned
    }

    /// One JSON object.
    package var json: [UInt8] {
        var writer = JSONWriter()
        writer.object { writer in
            writer.member("plan", plan.description)
            writer.member("planned", planned)
            writer.member("applied", applied)
            writer.member("replayed", replayed)
            writer.member("refusedCount", refusedCount)
            writer.member(
                "refused", array: { writer in for row in refused { row.write(to: &writer) } })
        }
        return writer.bytes
    }

    /// A sentence for people, and a line for each row that was refused.
    package var text: String {
        let head = """
            \(planned) imports planned: \(applied) booked now, \(replayed) booked before, \
            \(refusedCount) refused.
            """
        return ([head] + refused.map { "  \($0)" }).joined(separator: "\n")
    }
}
