package import PointsCore
internal import PointsJSON

/// A row of a file and what the plan does with it.
package struct PlannedRow: Hashable, Sendable {
    /// Which row it is.
    package let key: RowKey
    /// The line on which it starts.
    package let line: Int
    /// What becomes of it.
    package let fate: PlannedFate
    /// Why: the evidence of a join, the reason of a review, rejection or no change; empty for a new member.
    package let reason: String
    /// Where its points go.
    package let outcome: PointsOutcome
    /// The number of the person in the plan, from one, the same for all their rows; nil if the row
    /// becomes nobody.
    package let person: Int?
    /// An identity of the member; for a row that is not migrated the row's own, if it has one.
    package let identity: MemberIdentity?
    /// The balance as the file writes it.
    package let cell: String
    /// The balance; nil if there is none that can be read.
    package let points: Int64?
    /// What is booked of it, negative for a debt.
    package let moved: Int64
    /// The last day of the points; nil for ever and for a debt.
    package let expiresOn: CivilDate?
    /// The class of the points.
    package let pointClass: String
    /// Who owes the points.
    package let company: String
    /// The import in canonical JSON; empty if the row is not imported.
    package let command: [UInt8]
}

// MARK: - Access

extension PlannedRow {
    /// What the hash of the plan is taken over: one line with every field, one with the command.
    var digestText: [UInt8] {
        var writer = JSONWriter(capacity: 256 + command.count)
        writer.array { writer in
            for number in [key.source, key.file, key.record, line] { writer.value(number) }
            for text in [fate.rawValue, reason, outcome.rawValue] { writer.value(text) }
            writer.value(person ?? 0)
            writer.value(identity?.kind ?? "")
            writer.value(identity?.value ?? "")
            writer.value(cell)
            if let points { writer.value(points) } else { writer.null() }
            writer.value(moved)
            writer.value(expiresOn?.description ?? "")
            writer.value(pointClass)
            writer.value(company)
        }
        writer.newline()
        if !command.isEmpty { writer.raw(command) }
        writer.newline()
        return writer.bytes
    }

    /// The key under which the import may be repeated.
    package func idempotencyKey(in plan: PlanHash) -> String {
        "\(plan.keyPrefix)\(key.source):\(key.file):\(key.record)"
    }
}
