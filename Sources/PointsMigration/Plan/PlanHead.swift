package import PointsCore
internal import PointsJSON

/// What a plan was made from, and for which program.
package struct PlanHead: Hashable, Sendable {
    /// The name of the program.
    package let program: String
    /// The hash of the first entry of the program's journal; empty if there was no database yet.
    package let journal: [UInt8]
    /// The hash of the rules that were in force.
    package let rules: [UInt8]
    /// The business day of the plan: the day on which lots are granted.
    package let day: CivilDate
    /// When the imports happen, as their entries will say.
    package let occurredAt: Instant
    /// What two balances of one person are to one another.
    package let balances: BalancePolicy
    /// The files, in the order of the mapping.
    package let files: [PlannedFile]
}

// MARK: - Access

extension PlanHead {
    /// The names of the sources in order.
    package var sourceNames: [String] {
        var names: [String] = []
        for file in files where file.source == names.count { names.append(file.sourceName) }
        return names
    }

    /// The file of a row.
    package func file(of key: RowKey) -> PlannedFile? {
        files.first { $0.source == key.source && $0.file == key.file }
    }

    /// What the hash of the plan begins with: a line for the plan and one for each file, wherever it lay.
    var digestText: [UInt8] {
        var writer = JSONWriter()
        writer.array { writer in
            writer.value("meguri plan \(PlanTables.version)")
            writer.value(program)
            writer.value(Hexadecimal.text(of: journal))
            writer.value(Hexadecimal.text(of: rules))
            writer.value(day.description)
            writer.value(occurredAt.milliseconds)
            writer.value(balances.rawValue)
        }
        writer.newline()
        for file in files {
            writer.array { writer in
                for number in [file.source, file.file, file.rows] { writer.value(number) }
                for text in [file.sourceName, file.channel ?? "", file.name, file.sha256] {
                    writer.value(text)
                }
                for points in [file.positive, file.negative] { writer.value(points) }
            }
            writer.newline()
        }
        return writer.bytes
    }
}
