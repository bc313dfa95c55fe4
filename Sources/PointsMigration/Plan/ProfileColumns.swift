internal import PointsCore

/// Finds what a row says of a person, in the words of the file.
struct ProfileColumns {
    private let columns: ColumnMapping
    private let places: [String: Int]

    init(_ columns: ColumnMapping, header: [String]) {
        self.columns = columns
        places = Dictionary(
            header.enumerated().map { ($0.element, $0.offset) },
            uniquingKeysWith: { first, _ in first })
    }
}

// MARK: - Reading

extension ProfileColumns {
    /// The balance as the file writes it.
    func pointsCell(of row: SourceRow) -> String {
        cell(columns.points, of: row)
    }

    /// The profile of a row; nil if it says nothing.
    func profile(of row: SourceRow, as record: NormalisedRecord) -> Profile? {
        var values: [String: String] = [:]
        func put(_ name: String, _ value: String?) {
            if let value, !value.isEmpty { values[name] = value }
        }
        let name = Self.parts(of: cells(columns.name, of: row))
        put("familyName", name.family)
        put("givenName", name.given)
        let kana = Self.parts(of: cells(columns.kana, of: row))
        put("familyNameKana", kana.family)
        put("givenNameKana", kana.given)
        // A date that only fills the field says nothing.
        put("birthDate", record.birthDate?.description)
        put("phone", cells(columns.phones, of: row).first { !$0.isEmpty })
        put("email", cells(columns.emails, of: row).first { !$0.isEmpty })
        put("postalCode", cell(columns.postalCode, of: row))
        put(
            "address",
            cells(columns.address, of: row).filter { !$0.isEmpty }.joined(separator: " "))
        return values.isEmpty ? nil : Profile(values: values)
    }

    private func cell(_ name: String?, of row: SourceRow) -> String {
        name.flatMap { places[$0] }.map { row.cells[$0] } ?? ""
    }

    private func cells(_ names: [String], of row: SourceRow) -> [String] {
        names.map { cell($0, of: row) }
    }

    /// Two cells are family and given name, and so are two words in one; any other name is kept
    /// whole.
    private static func parts(of cells: [String]) -> (family: String, given: String) {
        if cells.count == 2 { return (cells[0], cells[1]) }
        let whole = cells.joined(separator: " ")
        let words = whole.unicodeScalars.split(whereSeparator: \.isSpace)
        return words.count == 2 ? (String(words[0]), String(words[1])) : (whole, "")
    }
}
