// MARK: - Text

extension ControlSheet {
    /// The sheet as a table for people.
    package var text: String {
        var table: [(title: String, tally: Tally)] = [("in the files", file)]
        for (line, tally) in lines.sorted(by: { $0.key < $1.key }) {
            table.append((line.title, tally))
        }
        table.append(("unexplained", residue))
        let rows = table.map { row in
            "  \(Self.left(row.title, 34))\(Self.right(row.tally.rows.description, 12))"
                + Self.right(Self.grouped(row.tally.positive), 20)
                + Self.right(Self.grouped(row.tally.negative), 18)
        }
        let head =
            Self.left(name, 36) + Self.right("rows", 12) + Self.right("points", 20)
            + Self.right("owed", 18)
        let differing = parts.filter { $0.value.residue != 0 }.sorted { $0.key < $1.key }.map {
            "  \($0.key.pointClass) \($0.key.month): unexplained \(Self.grouped($0.value.residue))"
        }
        return ([head] + rows + differing).joined(separator: "\n")
    }

    private static func left(_ text: String, _ width: Int) -> String {
        text + String(repeating: " ", count: max(1, width - text.count))
    }

    private static func right(_ text: String, _ width: Int) -> String {
        String(repeating: " ", count: max(1, width - text.count)) + text
    }

    /// `1234567` as `1,234,567`.
    private static func grouped(_ number: Int64) -> String {
        let digits = Array(String(number.magnitude))
        var text = number < 0 ? "-" : ""
        for (place, digit) in digits.enumerated() {
            if place > 0, (digits.count - place) % 3 == 0 { text += "," }
            text.append(digit)
        }
        return text
    }
}

extension ControlLine {
    /// The line in words.
    fileprivate var title: String {
        switch outcome {
        case .moved: "moved"
        case .none: "without points"
        case .expired: "expired"
        case .copied: "copies of a balance moved"
        case .importedBefore: "imported by an earlier plan"
        case .review: "review: \(reason)"
        case .rejected: "rejected: \(reason)"
        }
    }
}
