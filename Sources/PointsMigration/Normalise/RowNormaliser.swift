package import PointsCore

/// Turns the rows of one file into records, by the mapping of its source.
///
/// Pure: the same row, the same record.
package struct RowNormaliser: Sendable {
    private let source: Int
    private let file: Int
    private let mapping: SourceMapping
    private let today: CivilDate
    private let places: [String: Int]
    private let withdrawnStatuses: Set<String>

    /// - Parameters:
    ///   - mapping: The mapping of the source.
    ///   - source: The source's place in the mapping.
    ///   - file: The file's place in the source.
    ///   - header: The names of the file's columns.
    ///   - today: The day of the plan; birth dates after it are slips.
    /// - Throws: ``MappingError/columnMissing(source:column:)`` or
    ///   ``MappingError/columnAmbiguous(source:column:)``.
    package init(
        _ mapping: SourceMapping, source: Int, file: Int, header: [String], asOf today: CivilDate
    ) throws(MappingError) {
        self.mapping = mapping
        self.source = source
        self.file = file
        self.today = today
        var places: [String: Int] = [:]
        for column in mapping.usedColumns {
            let found = header.indices.filter { header[$0] == column }
            guard let place = found.first else {
                throw .columnMissing(source: mapping.name, column: column)
            }
            guard found.count == 1 else {
                throw .columnAmbiguous(source: mapping.name, column: column)
            }
            places[column] = place
        }
        self.places = places
        withdrawnStatuses = Set(mapping.withdrawnStatuses.map(Self.status))
    }
}

// MARK: - Normalising

extension RowNormaliser {
    /// The record of a row.
    package func record(of row: SourceRow) -> NormalisedRecord {
        var record = NormalisedRecord(
            key: RowKey(source: source, file: file, record: row.record), line: row.line)
        let columns = mapping.columns
        record.name = MemberName(
            written: columns.name.map { cell($0, of: row) },
            kana: columns.kana.map { cell($0, of: row) })
        record.addressKey = AddressKey.key(columns.address.map { cell($0, of: row) }.joined())
        record.isWithdrawn =
            columns.status.map { withdrawnStatuses.contains(Self.status(cell($0, of: row))) }
            ?? false
        readContacts(of: row, into: &record)
        readDates(of: row, into: &record)
        readIdentities(of: row, into: &record)
        readBalance(of: row, into: &record)
        return record
    }

    private func readContacts(of row: SourceRow, into record: inout NormalisedRecord) {
        for column in mapping.columns.phones {
            let phone = usable(PhoneNumber.reading, column, of: row, &record)
            if let phone, !record.phones.contains(phone) { record.phones.append(phone) }
        }
        for column in mapping.columns.emails {
            let email = usable(EmailAddress.reading, column, of: row, &record)
            if let email, !record.emails.contains(email) { record.emails.append(email) }
        }
        if let column = mapping.columns.postalCode {
            record.postalCode = usable(PostalCode.reading, column, of: row, &record)
        }
    }

    private func readDates(of row: SourceRow, into record: inout NormalisedRecord) {
        if let column = mapping.columns.birthDate {
            record.birthDate = usable(
                { DateText.birthDate(of: $0, asOf: today) }, column, of: row, &record)
        }
        if let column = mapping.columns.joinedOn {
            record.joinedOn = usable(DateText.reading, column, of: row, &record)
        }
        if let column = mapping.columns.lastActivityOn {
            record.lastActivityOn = usable(DateText.reading, column, of: row, &record)
        }
    }

    /// The row's own identity decides whether the row is of use; the others do not.
    private func readIdentities(of row: SourceRow, into record: inout NormalisedRecord) {
        for (index, column) in mapping.identities.enumerated() {
            let reading = Self.identity(in: cell(column.column, of: row), column)
            if let value = reading.usable {
                record.identities.append(MemberIdentity(kind: column.kind, value: value))
            } else if index > 0 {
                remark(reading.problem, column.column, of: row, &record)
            } else if let problem = reading.problem {
                reject(&record, .identityUnreadable(column: column.column, problem))
            } else {
                reject(&record, .identityMissing(column: column.column))
            }
        }
        for column in mapping.links {
            let reading = Self.identity(in: cell(column.column, of: row), column)
            if let value = reading.usable {
                record.links.append(MemberIdentity(kind: column.kind, value: value))
            }
            remark(reading.problem, column.column, of: row, &record)
        }
    }

    private func readBalance(of row: SourceRow, into record: inout NormalisedRecord) {
        if let column = mapping.columns.points {
            let reading = PointsText.reading(of: cell(column, of: row))
            record.points = reading.usable
            if let problem = reading.problem {
                reject(&record, .pointsUnreadable(column: column, problem))
            }
        }
        if let column = mapping.columns.pointsExpireOn {
            let reading = DateText.reading(of: cell(column, of: row))
            record.pointsExpireOn = reading.usable
            if let problem = reading.problem {
                reject(&record, .expiryUnreadable(column: column, problem))
            }
        }
    }
}

// MARK: - Cells

extension RowNormaliser {
    private func cell(_ column: String, of row: SourceRow) -> String {
        places[column].map { row.cells[$0] } ?? ""
    }

    private func usable<Value>(
        _ read: (String) -> Reading<Value>, _ column: String, of row: SourceRow,
        _ record: inout NormalisedRecord
    ) -> Value? {
        let reading = read(cell(column, of: row))
        remark(reading.problem, column, of: row, &record)
        return reading.usable
    }

    private func remark(
        _ problem: FieldProblem?, _ column: String, of row: SourceRow,
        _ record: inout NormalisedRecord
    ) {
        guard let problem else { return }
        record.remarks.append(
            FieldRemark(column: column, problem: problem, cell: cell(column, of: row)))
    }

    /// The first reason stands.
    private func reject(_ record: inout NormalisedRecord, _ reason: RejectReason) {
        record.rejection = record.rejection ?? reason
    }

    private static func identity(in cell: String, _ column: IdentityColumn) -> Reading<String> {
        if let card = column.card { return card.reading(of: cell) }
        let text = WidthFolding.trimmed(cell)
        return text.isEmpty ? .missing : .value(text)
    }

    private static func status(_ text: String) -> String {
        WidthFolding.trimmed(text)
    }
}
