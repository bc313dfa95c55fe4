internal import PointsJSON

// MARK: - Text

extension NamedRow: CustomStringConvertible {
    /// Place, name and words: `members.csv, row 3 (line 5): identity_taken: …`.
    package var description: String {
        "\(file), row \(record) (line \(line)): \(code): \(message)"
    }

    func write(to writer: inout JSONWriter) {
        writer.object { writer in
            writer.member("source", source)
            writer.member("file", file)
            writer.member("row", record)
            writer.member("line", line)
            writer.member("code", code)
            writer.member("message", message)
        }
    }
}
