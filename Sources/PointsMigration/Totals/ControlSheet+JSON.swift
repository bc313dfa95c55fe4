internal import PointsJSON

// MARK: - JSON

extension ControlSheet {
    func write(to writer: inout JSONWriter) {
        writer.object { writer in
            writer.member("name", name)
            writer.member("file", object: file.writeMembers)
            writer.member(
                "fates",
                object: { writer in
                    for fate in PlannedFate.allCases {
                        writer.member(named: fate.rawValue) { $0.value(fates[fate] ?? 0) }
                    }
                })
            writer.member("lines", array: writeLines)
            writer.member("residue", object: residue.writeMembers)
            writer.member("parts", array: writeParts)
        }
    }

    private func writeLines(to writer: inout JSONWriter) {
        for (line, tally) in lines.sorted(by: { $0.key < $1.key }) {
            writer.object { writer in
                writer.member("outcome", line.outcome.rawValue)
                writer.member("reason", line.reason.isEmpty ? nil : line.reason)
                tally.writeMembers(to: &writer)
            }
        }
    }

    private func writeParts(to writer: inout JSONWriter) {
        for (part, sums) in parts.sorted(by: { $0.key < $1.key }) {
            writer.object { writer in
                writer.member("class", part.pointClass)
                writer.member("month", part.month)
                writer.member("file", sums.file)
                writer.member("moved", sums.moved)
                writer.member("stays", sums.stays)
                writer.member("residue", sums.residue)
            }
        }
    }
}
