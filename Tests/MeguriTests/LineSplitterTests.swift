import Testing

@testable import meguri

struct LineSplitterTests {
    /// Lines as text; one that is too long reads as `nil`.
    private func lines(_ pieces: [[UInt8]], bytesMax: Int) -> [String?] {
        var splitter = LineSplitter(lineBytesMax: bytesMax)
        var lines: [LineSplitter.Line] = []
        for piece in pieces { lines += splitter.take(piece[...]) }
        lines += splitter.finish()
        return lines.map { line in
            switch line {
            case .whole(let bytes): String(decoding: bytes, as: UTF8.self)
            case .tooLong: nil
            }
        }
    }

    private static let streams: [(text: String, lines: [String?])] = [
        ("", []), ("\n", [""]), ("a", ["a"]), ("a\n", ["a"]), ("a\nb", ["a", "b"]),
        ("a\r\nbb\r\n", ["a", "bb"]), ("\r\n\n\r", ["", "", ""]), ("a\rb\n", ["a\rb"]),
        ("a\r\r\n", ["a\r"]), ("点\n点", ["点", "点"]),
        // Eight bytes may be; the ninth is too much, and the line after it is whole again.
        ("12345678\nx", ["12345678", "x"]), ("12345678\r\nx", ["12345678", "x"]),
        ("12345678", ["12345678"]), ("12345678\r", ["12345678"]), ("123456789\nx", [nil, "x"]),
        ("123456789\r\nx\n", [nil, "x"]), ("1234567890123456789\n\nx", [nil, "", "x"]),
        ("1234567890123456789", [nil]), ("123456789", [nil]),
        ("a\n1234567890\n1234567890\nb\n", ["a", nil, nil, "b"]),
    ]

    @Test(arguments: streams)
    func `cuts the same lines wherever the stream is split`(_ text: String, _ expected: [String?]) {
        let bytes = Array(text.utf8)
        for first in 0...bytes.count {
            for second in first...bytes.count {
                let pieces = [
                    Array(bytes[..<first]), Array(bytes[first..<second]), Array(bytes[second...]),
                ]
                #expect(lines(pieces, bytesMax: 8) == expected, "split at \(first) and \(second)")
            }
        }
    }

    @Test(arguments: streams)
    func `cuts the same lines byte by byte`(_ text: String, _ expected: [String?]) {
        #expect(lines(text.utf8.map { [$0] }, bytesMax: 8) == expected)
    }

    @Test
    func `keeps nothing of a line that is too long`() {
        var splitter = LineSplitter(lineBytesMax: 4)
        for _ in 0..<1_000 { #expect(splitter.take([65, 65, 65, 65, 65]).isEmpty) }
        #expect(splitter.take([10]).count == 1)
        #expect(splitter.finish().isEmpty)
    }
}
