package import Foundation

/// What one pass over a whole file found: that every row of it can be read, and how.
package struct FileSurvey: Hashable, Sendable {
    /// How the file is written.
    package let format: ResolvedFormat

    /// The names of the columns.
    package let header: [String]

    /// The rows of data.
    package let records: Int

    /// The length of the file in bytes.
    package let bytes: Int

    /// The SHA-256 of the file, 32 bytes.
    package let sha256: [UInt8]
}

// MARK: - Surveying

extension FileSurvey {
    /// Reads a file to its end, finding out what `format` leaves open.
    ///
    /// Without an encoding a byte order mark decides, else UTF-8 if every byte fits, else CP932.
    /// Without a dialect RFC 4180 is tried first; that of EC-CUBE is taken only if RFC 4180 fails
    /// and every row then has the columns of the header. Without a delimiter it is the tab if the
    /// first line has one and no comma.
    ///
    /// - Throws: The ``ReadError`` of the likeliest way to read the file.
    package static func survey(
        _ file: URL, format: FileFormat = FileFormat()
    ) throws(ReadError) -> FileSurvey {
        let start = try FileStart(of: file)
        let delimiter = format.delimiter ?? start.delimiter
        let encodings = (format.encoding ?? start.encoding).map { [$0] } ?? [.utf8, .cp932]
        var likeliest = ReadError.emptyFile(file: file.lastPathComponent)
        for encoding in encodings {
            do {
                return try survey(
                    file, encoding: encoding, dialect: format.dialect, delimiter: delimiter)
            } catch {
                // The encoding that fits longest is the one meant.
                if likeliest.byteOffset < error.byteOffset { likeliest = error }
            }
        }
        throw likeliest
    }

    private static func survey(
        _ file: URL, encoding: TextEncoding, dialect: CSVDialect?, delimiter: Delimiter
    ) throws(ReadError) -> FileSurvey {
        func attempt(_ dialect: CSVDialect) throws(ReadError) -> FileSurvey {
            let format = ResolvedFormat(
                encoding: encoding, dialect: dialect, delimiter: delimiter)
            let reader = try DelimitedReader(file, format: format, hashing: true)
            while try reader.next() != nil {}
            return reader.survey()
        }
        do {
            return try attempt(dialect ?? .rfc4180)
        } catch {
            guard dialect == nil, error.mayBeDialect, let survey = try? attempt(.eccube) else {
                throw error
            }
            return survey
        }
    }
}
