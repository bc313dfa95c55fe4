internal import PointsJSON

/// Whether what a plan should have booked is what the journal has.
package struct Reconciliation: Hashable, Sendable {
    /// The plan.
    package let plan: PlanHash
    /// A sheet for each source; what moved is counted from the journal.
    package internal(set) var sheets: [ControlSheet]
    /// Rows that make a difference, the first ``MigrationLimits/namedRowsMax`` of them.
    package internal(set) var findings: [NamedRow] = []
    /// How many differences there are.
    package internal(set) var findingCount = 0
    /// Imports that were traced to their entries.
    package internal(set) var traced = 0
    /// What has no row, and what may matter and is no difference: files that changed or are gone.
    package internal(set) var notes: [String] = []

    /// Whether everything came out alike, to the point and to the row.
    package var isEqual: Bool {
        findingCount == 0 && sheets.allSatisfy(\.isEqual)
    }
}

// MARK: - Text

extension Reconciliation {
    /// One JSON object.
    package var json: [UInt8] {
        var writer = JSONWriter()
        writer.object { writer in
            writer.member("plan", plan.description)
            writer.member("equal", isEqual)
            writer.member("traced", traced)
            writer.member(
                "sources",
                array: { writer in for sheet in sheets { sheet.write(to: &writer) } })
            writer.member("differenceCount", findingCount)
            writer.member(
                "differences",
                array: { writer in for row in findings { row.write(to: &writer) } })
            writer.member(
                "notes", array: { writer in for text in notes { writer.value(text) } })
        }
        return writer.bytes
    }

    /// Tables for people, then the rows that make a difference.
    package var text: String {
        let verdict =
            isEqual
            ? "Everything comes out alike, to the point: \(traced) imports traced to their entries."
            : "\(findingCount) differences:"
        return
            (sheets.map(\.text) + [verdict] + findings.map { "  \($0)" }
            + notes.map { "Note: \($0)" }).joined(separator: "\n")
    }
}
