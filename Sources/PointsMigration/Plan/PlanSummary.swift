package import PointsCore
internal import PointsJSON

/// What a plan does, in sums.
package struct PlanSummary: Hashable, Sendable {
    /// The name of the program.
    package let program: String
    /// The day of the plan.
    package let day: CivilDate
    /// The hash of the plan.
    package let hash: PlanHash
    /// A sheet for each source, in the order of the mapping.
    package let sheets: [ControlSheet]
    /// Rows that are imported.
    package let imports: Int
    /// Pairs of rows that a person must decide on.
    package let reviewPairs: Int
}

// MARK: - Text

extension PlanSummary {
    /// One JSON object.
    package var json: [UInt8] {
        var writer = JSONWriter()
        writer.object { writer in
            writer.member("program", program)
            writer.member("day", day.description)
            writer.member("plan", hash.description)
            writer.member("imports", imports)
            writer.member("members", members)
            writer.member("reviewPairs", reviewPairs)
            writer.member(
                "sources",
                array: { writer in for sheet in sheets { sheet.write(to: &writer) } })
        }
        return writer.bytes
    }

    /// New members.
    package var members: Int {
        count(.create)
    }

    /// Whether every row and every point is explained, in sum and in every part.
    package var isEqual: Bool {
        sheets.allSatisfy(\.isEqual)
    }

    /// Tables and a sentence for people.
    package var text: String {
        let counts = PlannedFate.allCases.map { "\(count($0)) \($0.rawValue)" }
        return """
            \(sheets.map(\.text).joined(separator: "\n"))
            \(counts.joined(separator: ", ")): \(imports) imports on \(day) for \(program).
            Plan \(hash)
            """
    }

    private func count(_ fate: PlannedFate) -> Int {
        sheets.reduce(0) { $0 + ($1.fates[fate] ?? 0) }
    }
}
