import PointsHTTP
import Testing

/// Sections are of RFC 9112 unless another is named.
struct RequestParserTests {
    private static let rows =
        HostileRow.framing + HostileRow.chunks + HostileRow.requestLines + HostileRow.fieldLines
        + HostileRow.targets

    @Test(arguments: rows)
    func `gives each hostile situation its answer however it is cut`(_ row: HostileRow) {
        let whole = Transcript(of: CollectionOfOne(row.bytes))
        #expect(whole.lines == row.requests)
        #expect(whole.error == row.error)
        let byByte = Transcript(of: row.bytes.map(CollectionOfOne.init))
        #expect(byByte == whole)
        for cut in row.bytes.indices {
            let halves = Transcript(of: [row.bytes[..<cut], row.bytes[cut...]])
            #expect(halves == whole, "cut at \(cut)")
        }
    }

    private static let small: HTTPLimits = {
        var limits = HTTPLimits()
        limits.methodBytesMax = 8
        limits.targetBytesMax = 10
        limits.fieldsMax = 3
        limits.fieldsBytesMax = 40
        limits.bodyBytesMax = 6
        limits.chunkExtensionsBytesMax = 4
        limits.trailersBytesMax = 8
        return limits
    }()

    /// 3, 5, 7.1 and RFC 6585, 5: the first row of each pair is just within a bound.
    @Test(arguments: [
        HostileRow("a target", HostileRow.get("/234567890"), accepted: ["GET a/234567890"]),
        HostileRow("a target", HostileRow.get("/2345678901"), refused: .targetTooLong),
        HostileRow(
            "a target without end", "GET /2345678901234567890123456", refused: .targetTooLong),
        HostileRow(
            "a line full of spaces", "G                             ", refused: .targetTooLong),
        HostileRow(
            "a method without end", "GGGGGGGGGGGGGGGGGGGGGGGGGGGGGG", refused: .methodUnknown),
        HostileRow("fields", HostileRow.fields("A:\r\nB:"), accepted: ["GET a/"]),
        HostileRow("fields", HostileRow.fields("A:\r\nB:\r\nC:"), refused: .fieldsTooLarge),
        HostileRow(
            "bytes", HostileRow.fields("A:345678901234567890123456789"), accepted: ["GET a/"]),
        HostileRow(
            "field bytes", HostileRow.fields("A:3456789012345678901234567890"),
            refused: .fieldsTooLarge),
        HostileRow(
            "a field without end",
            "GET / HTTP/1.1\r\nA:34567890123456789012345678901234567890",
            refused: .fieldsTooLarge),
        HostileRow(
            "a body", HostileRow.post("Content-Length: 6", "123456"), accepted: ["POST a/ 123456"]),
        HostileRow("a body", HostileRow.post("Content-Length: 7"), refused: .bodyTooLarge),
        HostileRow(
            "extensions",
            "POST / HTTP/1.1\r\nHost:a\r\nTransfer-Encoding:chunked\r\n\r\n"
                + "1;a\r\n1\r\n0;b\r\n\r\n", accepted: ["POST a/ 1"]),
        HostileRow(
            "extensions",
            "POST / HTTP/1.1\r\nHost:a\r\nTransfer-Encoding:chunked\r\n\r\n"
                + "1;a\r\n1\r\n0;bc\r\n\r\n", refused: .chunkMalformed),
        HostileRow(
            "chunks",
            "POST / HTTP/1.1\r\nHost:a\r\nTransfer-Encoding:chunked\r\n\r\n"
                + "4\r\n1234\r\n3\r\n", refused: .bodyTooLarge),
        HostileRow(
            "trailers",
            "POST / HTTP/1.1\r\nHost:a\r\nTransfer-Encoding:chunked\r\n\r\n"
                + "0\r\nA:3456\r\n\r\n", accepted: ["POST a/"]),
        HostileRow(
            "trailers",
            "POST / HTTP/1.1\r\nHost:a\r\nTransfer-Encoding:chunked\r\n\r\n"
                + "0\r\nA:34567\r\n\r\n", refused: .trailersTooLarge),
    ])
    func `keeps each bound to the byte however the bytes are cut`(_ row: HostileRow) {
        let whole = Transcript(of: CollectionOfOne(row.bytes), limits: Self.small)
        #expect(whole.lines == row.requests)
        #expect(whole.error == row.error)
        for cut in row.bytes.indices {
            let halves = Transcript(
                of: [row.bytes[..<cut], row.bytes[cut...]], limits: Self.small)
            #expect(halves == whole, "cut at \(cut)")
        }
    }

    @Test func `takes a body of exactly one mebibyte and keeps no byte of it`() throws {
        var parser = RequestParser(limits: .standard, peer: "")
        let content = Array(repeating: UInt8(ascii: "x"), count: 1_048_576)
        parser.append(HostileRow.post("Content-Length: 1048576").utf8)
        #expect(try isStarved(&parser))
        for start in stride(from: 0, to: content.count, by: 65_536) {
            parser.append(content[start..<(start + 65_536)])
            let event = try parser.next()
            #expect(parser.bufferedBytes == 0)
            guard case .request(let request)? = event else { continue }
            #expect(start == content.count - 65_536)
            #expect(request.body == content)
        }
        #expect(parser.phase == .idle)
    }

    @Test func `says what it waits for`() throws {
        var parser = RequestParser(limits: .standard, peer: "")
        #expect(parser.phase == .idle)
        parser.append("\r\n".utf8)
        #expect(try isStarved(&parser))
        #expect(parser.phase == .idle)
        parser.append("P".utf8)
        #expect(parser.phase == .head)
        parser.append("OST / HTTP/1.1\r\nHost: a\r\nContent-Length: 1\r\n".utf8)
        #expect(try isStarved(&parser))
        #expect(parser.phase == .head)
        parser.append("\r\n".utf8)
        #expect(try isStarved(&parser))
        #expect(parser.phase == .body)
        parser.append("x".utf8)
        #expect(try !isStarved(&parser))
        #expect(parser.phase == .idle)
    }

    @Test func `throws the same error ever after`() {
        var parser = RequestParser(limits: .standard, peer: "")
        parser.append("\0".utf8)
        #expect(throws: HTTPError.requestLineMalformed) { try parser.next() }
        parser.append(HostileRow.get("/").utf8)
        #expect(throws: HTTPError.requestLineMalformed) { try parser.next() }
        #expect(parser.bufferedBytes == 0)
    }

    private func isStarved(_ parser: inout RequestParser) throws -> Bool {
        if case nil = try parser.next() { true } else { false }
    }
}
