import Foundation
import PointsMigration
import TestSupport
import Testing

struct DelimitedReaderTests {
    @Test(arguments: [
        "a,b\r\n1,2\r\n", "a,b\n1,2\n", "a,b\r1,2\r", "a,b\r\n1,2", "\u{FEFF}a,b\n1,2\n",
        "a\tb\n1\t2\n", "\"a\",\"b\"\n\"1\",\"2\"", "a,b\n\n\n1,2\n\n",
    ])
    func `reads every line end, mark and delimiter`(_ text: String) throws {
        let file = try TemporaryFile(text)
        let (survey, rows) = try Fixtures.rows(of: file)
        #expect(survey.header == ["a", "b"])
        #expect(rows.map(\.cells) == [["1", "2"]])
    }

    @Test func `keeps quotes, delimiters and line ends inside quotes`() throws {
        let file = try TemporaryFile(
            "a,b\r\n\"x,\"\"y\"\"\",\"one\r\ntwo\"\r\n\"\",\"\"\"\"\r\n3,\"\r\"\r\n4,5")
        let rows = try Fixtures.rows(of: file).rows
        #expect(
            rows.map(\.cells) == [
                ["x,\"y\"", "one\r\ntwo"], ["", "\""], ["3", "\r"], ["4", "5"],
            ])
        #expect(rows.map(\.line) == [2, 4, 5, 7])
        #expect(rows.map(\.record) == [1, 2, 3, 4])
        #expect(rows.map(\.byteOffset) == [5, 27, 36, 43])
    }

    @Test(arguments: [true, false])
    func `reads UTF-16 of either byte order`(_ isBigEndian: Bool) throws {
        let units = Array("\u{FEFF}姓,名\r\n𠮷田,\"花\n子\"\r\n".utf16)
        let bytes = units.flatMap { unit in
            let pair = [UInt8(unit >> 8), UInt8(unit & 0xff)]
            return isBigEndian ? pair : pair.reversed()
        }
        let (survey, rows) = try Fixtures.rows(of: TemporaryFile(bytes))
        #expect(survey.format.encoding == .utf16)
        #expect(survey.header == ["姓", "名"])
        #expect(rows.map(\.cells) == [["𠮷田", "花\n子"]])
    }

    @Test func `reads rows that lie across the pieces of the file`() throws {
        let note = String(repeating: "表\"\"能,\r\n", count: 500)
        let count = 4 * MigrationLimits.chunkBytes / note.utf8.count
        let text = "id,note\r\n" + (1...count).map { "\($0),\"\(note)\"\r\n" }.joined()
        let (survey, rows) = try Fixtures.rows(of: TemporaryFile(text))
        #expect(survey.records == count && survey.bytes == text.utf8.count)
        #expect(rows.map(\.cells[0]) == (1...count).map(String.init))
        #expect(
            rows.allSatisfy { $0.cells[1] == note.replacingOccurrences(of: "\"\"", with: "\"") })
        #expect(rows.last?.line == 2 + (count - 1) * 501)
    }

    @Test(arguments: [1, 2, 3])
    func `reads back whatever is quoted`(_ seed: UInt64) throws {
        print("seed \(seed)")
        var random = SeededGenerator(seed: seed)
        let alphabet = ["a", "\"", ",", "\n", "\r", "\r\n", "表", "\\", " ", "ｶﾞ"]
        let written = (0..<500).map { _ in
            (0..<3).map { _ in
                let length = Int.random(in: 0...6, using: &random)
                return (0..<length).compactMap { _ in alphabet.randomElement(using: &random) }
                    .joined()
            }
        }
        let lineEnds = ["\n", "\r\n", "\r"]
        let text = written.reduce(into: "x,y,z\n") { text, cells in
            text += cells.map { "\"" + $0.replacing("\"", with: "\"\"") + "\"" }.joined(
                separator: ",")
            text += lineEnds.randomElement(using: &random) ?? "\n"
        }
        let (survey, rows) = try Fixtures.rows(of: TemporaryFile(text))
        #expect(survey.format.dialect == .rfc4180)
        #expect(
            rows.map { $0.cells.map { Array($0.utf8) } }
                == written.map { $0.map { Array($0.utf8) } })
    }

    @Test func `hashes the bytes of the file`() throws {
        let survey = try Fixtures.rows(of: TemporaryFile("abc")).survey
        let hash = survey.sha256.map { String($0, radix: 16) }.joined(separator: " ")
        #expect(hash.hasPrefix("ba 78 16 bf 8f 1 cf ea"))
        #expect(survey.sha256.count == 32)
    }
}

// MARK: - Encodings

extension DelimitedReaderTests {
    @Test func `decodes what only Windows has of Shift JIS`() throws {
        // ①㈱髙﨑～ｶﾞ￥Ⅲ and the NEC form of 髙.
        let bytes: [UInt8] = [
            0x87, 0x40, 0x87, 0x8a, 0xfb, 0xfc, 0xfa, 0xb1, 0x81, 0x60, 0xb6, 0xde, 0x81, 0x8f,
            0x87, 0x56, 0xee, 0xe0, 0x5c, 0x7e,
        ]
        let file = try TemporaryFile([0x61, 0x0a] + bytes)
        let rows = try Fixtures.rows(of: file, format: FileFormat(encoding: .cp932)).rows
        let cell = try #require(rows.first?.cells.first)
        #expect(Array(cell.utf8) == Array("①㈱髙﨑～ｶﾞ￥Ⅲ髙\\~".utf8))
    }

    @Test func `decodes every pair of CP932 as iconv does`() throws {
        let pairs = (UInt8(0x81)...0xfc).flatMap { lead in
            (UInt8(0x40)...0xfc).compactMap { trail in
                (0xa0...0xdf).contains(lead) ? nil : [lead, trail]
            }
        }
        let characters = try Iconv.characters(of: pairs)
        var decoded: [[UInt8]: String] = [:]
        let known = pairs.filter { characters[$0] != nil }
        // One cell a row, so that every pair is decoded alone.
        let bytes = Array("x\n".utf8) + known.flatMap { $0 + [0x0a] }
        let rows = try Fixtures.rows(of: TemporaryFile(bytes), format: FileFormat(encoding: .cp932))
        for (pair, row) in zip(known, rows.rows) { decoded[pair] = row.cells[0] }
        #expect(known.count > 9_000)
        #expect(decoded == characters)
    }

    @Test func `finds CP932 where UTF-8 does not fit`() throws {
        let survey = try FileSurvey.survey(
            Fixtures.file("migration/samples/store_pos_cp932.csv"))
        #expect(survey.format.encoding == .cp932)
        #expect(survey.header.first == "会員番号")
    }
}
