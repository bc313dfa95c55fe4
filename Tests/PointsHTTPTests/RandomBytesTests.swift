import PointsHTTP
import TestSupport
import Testing

struct RandomBytesTests {
    private static let pieces = [
        "GET / HTTP/1.1\r\n", "POST /a?b=c HTTP/1.1\r\n", "Host: a\r\n", "Content-Length: 3\r\n",
        "Transfer-Encoding: chunked\r\n", "Connection: close\r\n", "Expect: 100-continue\r\n",
        "\r\n", "abc", "3\r\nabc\r\n", "0\r\n", "0\r\n\r\n", "\r", "\n", " ", ":", "%", "\0",
        "ffffffffffffffff", "9223372036854775807", ";a=\"", "http://", "[::1]", "\u{FF}",
    ].map { Array($0.utf8) }

    /// Runs of good pieces with now and then a byte of noise.
    private func bytes(from generator: inout SeededGenerator) -> [UInt8] {
        var bytes: [UInt8] = []
        for _ in 0..<Int.random(in: 0...12, using: &generator) {
            bytes += Self.pieces.randomElement(using: &generator) ?? []
            if Int.random(in: 0..<8, using: &generator) == 0 {
                bytes.append(.random(in: .min ... .max, using: &generator))
            }
        }
        return bytes
    }

    @Test(arguments: [UInt64(1), 2, 3, 4])
    func `gives random bytes one answer however they are cut`(_ seed: UInt64) {
        var generator = SeededGenerator(seed: seed)
        for round in 0..<500 {
            let bytes = bytes(from: &generator)
            let whole = Transcript(of: CollectionOfOne(bytes))
            let byByte = Transcript(of: bytes.map(CollectionOfOne.init))
            #expect(byByte == whole, "seed \(seed), round \(round), bytes \(bytes)")
        }
    }

    @Test(arguments: [UInt64(5), 6, 7, 8])
    func `ends each conversation with random bytes`(_ seed: UInt64) {
        var generator = SeededGenerator(seed: seed)
        for round in 0..<500 {
            var dialogue = Dialogue()
            for _ in 0..<4 {
                let text = String(decoding: bytes(from: &generator), as: UTF8.self)
                dialogue.send(text)
                _ = dialogue.read(atMost: .random(in: 0...500, using: &generator))
                dialogue.wait(.random(in: 0...9_000, using: &generator))
            }
            dialogue.wait(65_000)
            _ = dialogue.read()
            dialogue.wait(65_000)
            #expect(dialogue.connection.isClosed, "seed \(seed), round \(round)")
        }
    }
}
