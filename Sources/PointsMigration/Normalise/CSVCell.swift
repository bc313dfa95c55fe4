/// A cell of a file that the migration writes.
package enum CSVCell {
    /// Makes a text safe: a spreadsheet would run what begins like a formula, so an apostrophe
    /// goes before it; RFC 4180, section 2, rules 6 and 7, say what is quoted.
    package static func text(_ text: String) -> String {
        let isFormula = text.unicodeScalars.first.map("=+-@\t\r".unicodeScalars.contains) ?? false
        let safe = isFormula ? "'" + text : text
        guard safe.unicodeScalars.contains(where: ",\"\r\n".unicodeScalars.contains) else {
            return safe
        }
        let doubled = safe.unicodeScalars.reduce(into: String.UnicodeScalarView()) {
            $0.append($1)
            if $1 == "\"" { $0.append($1) }
        }
        return "\"" + String(doubled) + "\""
    }
}
