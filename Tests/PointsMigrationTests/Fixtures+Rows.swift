import Foundation
import PointsCore
import PointsMigration

// MARK: - Reading

extension Fixtures {
    /// All rows of a file, its format found out unless given.
    static func rows(
        of file: URL, format: FileFormat = FileFormat()
    ) throws -> (survey: FileSurvey, rows: [SourceRow]) {
        let survey = try FileSurvey.survey(file, format: format)
        let reader = try DelimitedReader(file, format: survey.format)
        var rows: [SourceRow] = []
        while let row = try reader.next() { rows.append(row) }
        return (survey, rows)
    }

    /// What a file that is deleted afterwards looks like and holds.
    static func rows(
        of file: TemporaryFile, format: FileFormat = FileFormat()
    ) throws -> (survey: FileSurvey, rows: [SourceRow]) {
        // Its last use would otherwise be the reading of its location, and delete it.
        try withExtendedLifetime(file) { try rows(of: file.location, format: format) }
    }

    /// The records of all the files that a mapping under `fixtures/migration/mappings/` names.
    static func records(
        mapping name: String, asOf today: CivilDate
    ) throws -> (mapping: MigrationMapping, records: [NormalisedRecord], rows: [RowKey: SourceRow])
    {
        let folder = Fixtures.file("migration/mappings")
        let mapping = try MigrationMapping(parsing: Fixtures.bytes("migration/mappings/\(name)"))
        var records: [NormalisedRecord] = []
        var sourceRows: [RowKey: SourceRow] = [:]
        for (sourceIndex, source) in mapping.sources.enumerated() {
            for (fileIndex, path) in source.files.enumerated() {
                let (survey, rows) = try rows(
                    of: folder.appending(path: path), format: source.format)
                let normaliser = try RowNormaliser(
                    source, source: sourceIndex, file: fileIndex, header: survey.header, asOf: today
                )
                for row in rows {
                    let record = normaliser.record(of: row)
                    records.append(record)
                    sourceRows[record.key] = row
                }
            }
        }
        return (mapping, records, sourceRows)
    }
}
