package import PointsCore

// MARK: - Text

extension BacktestReport {
    /// For a terminal: its tables under one another.
    package func text(in language: Language) -> String {
        let tables = [circumstances(in: language)] + tables(in: language)
        return ([heading(in: language), method(in: language)] + tables.map(\.text))
            .joined(separator: "\n\n") + "\n"
    }
}

extension BacktestTable {
    /// Its rows in columns, words to the left and numbers to the right.
    fileprivate var text: String {
        let lines = (columns.isEmpty ? [] : [columns]) + rows
        let count = lines.map(\.count).max() ?? 0
        let widths = (0..<count).map { place in
            lines.map { $0.indices.contains(place) ? $0[place].columnsTaken : 0 }.max() ?? 0
        }
        let rows = lines.map { cells in
            let padded = cells.enumerated().map { place, cell in
                let gap = String(repeating: " ", count: widths[place] - cell.columnsTaken)
                return place < wordColumns ? cell + gap : gap + cell
            }
            let line = "  " + padded.joined(separator: "  ")
            return String(line.reversed().drop { $0 == " " }.reversed())
        }
        return ([title] + rows + (note.map { ["  " + $0] } ?? [])).joined(separator: "\n")
    }
}

extension String {
    /// Columns on a terminal: characters of East Asian scripts take two.
    fileprivate var columnsTaken: Int {
        unicodeScalars.reduce(0) { $0 + (String.isWide($1) ? 2 : 1) }
    }

    private static func isWide(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0x1100...0x115F, 0x2E80...0xA4CF, 0xAC00...0xD7A3, 0xF900...0xFAFF, 0xFE30...0xFE6F,
            0xFF00...0xFF60, 0xFFE0...0xFFE6, 0x1F300...0x1FAFF, 0x20000...0x3FFFD:
            true
        default: false
        }
    }
}
