internal import Foundation
internal import PointsCore

/// A file of a source that was read to its end once.
struct SurveyedFile {
    /// The source's place in the mapping.
    let source: Int
    /// The file's place in the source.
    let file: Int
    /// Where it is.
    let location: URL
    /// What was found.
    let survey: FileSurvey

    /// The SHA-256 in hexadecimal.
    var sha256: String {
        Hexadecimal.text(of: survey.sha256)
    }

    var name: String {
        location.lastPathComponent
    }
}

// MARK: - Reading

extension SurveyedFile {
    /// Reads every file of a mapping to its end, so that a mistake in the last one is found before
    /// anything is done.
    ///
    /// - Throws: ``MigrationError/reading(_:)`` or ``MigrationError/sameFile(first:second:)``
    static func all(
        of mapping: MigrationMapping, in folder: URL
    ) throws(MigrationError) -> [SurveyedFile] {
        var files: [SurveyedFile] = []
        for (sourceIndex, source) in mapping.sources.enumerated() {
            for (fileIndex, path) in source.files.enumerated() {
                let location =
                    path.hasPrefix("/") ? URL(filePath: path) : folder.appending(path: path)
                let survey: FileSurvey
                do throws(ReadError) {
                    survey = try FileSurvey.survey(
                        location.standardizedFileURL, format: source.format)
                } catch {
                    throw .reading(error)
                }
                let file = SurveyedFile(
                    source: sourceIndex, file: fileIndex, location: location.standardizedFileURL,
                    survey: survey)
                let twin = files.first { $0.survey.sha256 == survey.sha256 }
                if let twin, survey.records > 0 {
                    throw .sameFile(first: twin.name, second: file.name)
                }
                files.append(file)
            }
        }
        return files
    }

    /// Every row in order.
    ///
    /// - Throws: ``MigrationError/fileChanged(file:)`` if these are not the bytes that were
    ///   surveyed.
    func forEachRow(
        _ body: (SourceRow) throws(MigrationError) -> Void
    ) throws(MigrationError) {
        let reader: DelimitedReader
        do throws(ReadError) {
            reader = try DelimitedReader(location, format: survey.format, hashing: true)
        } catch {
            throw .reading(error)
        }
        while let row = try next(of: reader) {
            guard row.record <= survey.records else { throw .fileChanged(file: name) }
            try body(row)
        }
        guard reader.survey().sha256 == survey.sha256 else { throw .fileChanged(file: name) }
    }

    private func next(of reader: DelimitedReader) throws(MigrationError) -> SourceRow? {
        do throws(ReadError) {
            return try reader.next()
        } catch {
            throw .reading(error)
        }
    }
}
