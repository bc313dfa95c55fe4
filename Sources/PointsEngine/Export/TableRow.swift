/// A row of a table as RFC 4180 has it.
enum TableRow {
    /// A cell with a comma, a quote or a line's end in it stands in quotes.
    static func text(_ cells: [String]) -> String {
        let special: Set<UInt8> = Set("\",\r\n".utf8)
        let written = cells.map { cell in
            cell.utf8.contains(where: special.contains)
                ? "\"" + cell.replacing("\"", with: "\"\"") + "\"" : cell
        }
        return written.joined(separator: ",") + "\r\n"
    }
}
