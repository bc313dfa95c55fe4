import Foundation
import PointsMigration
import Testing

struct ReadErrorTests {
    /// A broken file and what is said of it.
    struct Example: CustomTestStringConvertible {
        let bytes: [UInt8]
        var encoding: TextEncoding? = .utf8
        let code: String
        let place: String

        var testDescription: String { "\(code) \(place)" }
    }

    private static func bytes(_ pieces: [UInt8]...) -> [UInt8] {
        pieces.flatMap { $0 }
    }

    static let examples: [Example] = [
        Example(
            bytes: Array("a,b\n1,\"2\n3,4\n".utf8), code: "unclosed_quote",
            place: "row 1 (line 2), column 2, byte 6"),
        Example(
            bytes: Array("a,b\n1,2\n3,x\"4\n".utf8), code: "bare_quote",
            place: "row 2 (line 3), column 2, byte 11"),
        Example(
            bytes: Array("a,b\n\"1\"x,2\n".utf8), code: "text_after_quote",
            place: "row 1 (line 2), column 1, byte 7"),
        Example(
            bytes: Array("a,b\n1,\"x\ny\"\n1\n".utf8), code: "column_count",
            place: "row 2 (line 4), byte 12"),
        Example(
            bytes: Array("a,b\n1,2,3\n".utf8), code: "column_count", place: "row 1 (line 2), byte 4"
        ),
        Example(
            bytes: Array("a,b\n1,\u{0}\n".utf8), code: "nul_byte",
            place: "row 1 (line 2), column 2, byte 6"),
        Example(
            bytes: Array("a,\u{0}".utf8), code: "nul_byte",
            place: "header (line 1), column 2, byte 2"),
        Example(
            bytes: bytes(Array("a,b\n1,x".utf8), [0xc0, 0xaf], Array("\n".utf8)),
            code: "wrong_bytes",
            place: "row 1 (line 2), column 2, byte 7"),
        Example(
            bytes: bytes(Array("a,b\n1,x\"\"".utf8)), code: "bare_quote",
            place: "row 1 (line 2), column 2, byte 7"),
        Example(
            bytes: bytes(Array("a,b\n\"x\"\"".utf8), [0xff], Array("\",2\n".utf8)),
            code: "wrong_bytes",
            place: "row 1 (line 2), column 1, byte 8"),
        Example(
            bytes: bytes(
                Array("a,b\n".utf8), [0x95, 0x5c], Array(",".utf8), [0x82], Array(",2\n".utf8)),
            encoding: .cp932, code: "wrong_bytes", place: "row 1 (line 2), column 2, byte 7"),
        Example(
            bytes: bytes(Array("a\n".utf8), [0x80], Array("\n".utf8)), encoding: .cp932,
            code: "wrong_bytes", place: "row 1 (line 2), column 1, byte 2"),
        Example(
            bytes: bytes(Array("a\n".utf8), [0xf0, 0x9f, 0xff], Array("\n".utf8)), encoding: nil,
            code: "wrong_bytes", place: "row 1 (line 2), column 1, byte 4"),
        Example(
            bytes: [0xff, 0xfe, 0x61, 0x00, 0x0a, 0x00, 0x00, 0xd8, 0x0a, 0x00], encoding: nil,
            code: "wrong_bytes", place: "row 1 (line 2), column 1, byte 2"),
    ]

    @Test(arguments: examples)
    func `names the row, the column and the byte`(_ example: Example) throws {
        let file = try TemporaryFile(example.bytes)
        let error = #expect(throws: ReadError.self) {
            try FileSurvey.survey(file.location, format: FileFormat(encoding: example.encoding))
        }
        #expect(error?.code == example.code)
        #expect(
            error?.message.contains("\(file.name), \(example.place)") == true,
            "\(error?.message ?? "")")
    }

    @Test func `bounds fields, records and columns`() throws {
        let field = String(repeating: "x", count: MigrationLimits.fieldBytesMax)
        let columns = String(repeating: ",", count: MigrationLimits.columnsMax)
        let many = Array(repeating: field, count: 17).joined(separator: ",")
        let openQuote = "\"" + String(repeating: "x,\n", count: MigrationLimits.recordBytesMax)
        for (text, code) in [
            ("a\n" + field + "x", "field_too_long"), (columns, "too_many_columns"),
            (many, "record_too_long"), ("a\n" + openQuote, "unclosed_quote"),
        ] {
            let file = try TemporaryFile(text)
            let error = #expect(throws: ReadError.self) {
                try Fixtures.rows(of: file, format: FileFormat(encoding: .utf8))
            }
            #expect(error?.code == code)
        }
        let allowed = try Fixtures.rows(of: TemporaryFile("a\n" + field))
        #expect(allowed.rows.map(\.cells) == [[field]])
    }

    @Test func `says what is wrong in one sentence`() throws {
        let file = try TemporaryFile(Array("a,b\n1,x".utf8) + [0xc0, 0xaf])
        let error = #expect(throws: ReadError.self) {
            try FileSurvey.survey(file.location, format: FileFormat(encoding: .utf8))
        }
        #expect(
            error?.message
                == "bytes C0 are not utf-8 at \(file.name), row 1 (line 2), column 2, byte 7")
        #expect(
            ReadError.emptyFile(file: "x.csv").message == "x.csv is empty: it has no header")
    }

    @Test func `tells an empty file and a missing one`() throws {
        let empty = try TemporaryFile("")
        #expect(throws: ReadError.emptyFile(file: empty.name)) {
            try FileSurvey.survey(empty.location)
        }
        let error = #expect(throws: ReadError.self) {
            try FileSurvey.survey(Fixtures.file("no-such-file.csv"))
        }
        #expect(error?.code == "cannot_open")
    }
}
