import PointsJSON
import Testing

/// What holds for every text and every value; a failure names the seed that shows it again.
struct JSONPropertyTests {
    static let seeds: [UInt64] = [1, 2, 3, 5, 8, 13, 21, 34]

    @Test(arguments: seeds)
    func `every value survives writing and reading`(seed: UInt64) throws {
        var random = RandomJSON(seed: seed)
        for _ in 0..<100 {
            let value = random.value()
            #expect(try JSON(parsing: value.bytes()) == value, "seed \(seed)")
            #expect(try JSON(parsing: value.text()) == value, "seed \(seed)")
            #expect(try JSON(parsing: value.text(pretty: true)) == value, "seed \(seed)")
        }
    }

    @Test(arguments: seeds)
    func `the order of members changes neither equality nor hash nor canonical form`(
        seed: UInt64
    ) throws {
        var random = RandomJSON(seed: seed)
        for _ in 0..<50 {
            let value = random.value()
            let shuffled = random.shuffled(value)
            #expect(shuffled == value, "seed \(seed)")
            #expect(shuffled.hashValue == value.hashValue, "seed \(seed)")
            #expect(shuffled.canonicalBytes() == value.canonicalBytes(), "seed \(seed)")
        }
    }

    @Test(arguments: seeds)
    func `canonical form is a fixed point`(seed: UInt64) throws {
        var random = RandomJSON(seed: seed)
        for _ in 0..<50 {
            let canonical = random.value().canonicalBytes()
            #expect(try JSON(parsing: canonical).canonicalBytes() == canonical, "seed \(seed)")
            #expect(try JSON(parsing: canonical).bytes() == canonical, "seed \(seed)")
        }
    }

    @Test(arguments: seeds)
    func `a damaged text is refused at a place within it or read as what it says`(
        seed: UInt64
    ) throws {
        var random = RandomJSON(seed: seed)
        for _ in 0..<20 {
            let bytes = random.value().bytes()
            for _ in 0..<20 {
                try expectReadOrRefused(random.mutated(bytes), seed: seed)
            }
        }
    }

    @Test(arguments: seeds)
    func `random bytes are refused at a place within them or read as what they say`(
        seed: UInt64
    ) throws {
        var random = RandomJSON(seed: seed)
        for _ in 0..<300 {
            let noise = (0..<random.number(in: 0...40)).map { _ in random.byte() }
            try expectReadOrRefused(noise, seed: seed)
            try expectReadOrRefused(random.grammarBytes(), seed: seed)
        }
    }

    @Test(arguments: seeds)
    func `strings are UTF-8 exactly when the standard library says so`(seed: UInt64) {
        var random = RandomJSON(seed: seed)
        for lead in UInt8(0x80)...0xFF {
            for length in 1...4 {
                let others = (1..<length).map { _ in UInt8(random.number(in: 0x70...0xC8)) }
                let content = [lead] + others
                let parsed = try? JSON(parsing: Array("\"".utf8) + content + Array("\"".utf8))
                let expected = String(validating: content, as: UTF8.self).map(JSON.string)
                #expect(parsed == expected, "seed \(seed), bytes \(content)")
            }
        }
    }

    @Test func `no proper beginning of an object is a text`() throws {
        let text = #"{"a":[1,-2.5e+3,"é\u00e9\uD83D\uDE00",true,false,null,{}],"b":{"c":""}}"#
        let bytes = Array(text.utf8)
        #expect(try JSON(parsing: bytes).object?.count == 2)
        for length in bytes.indices {
            #expect(throws: JSONParseError.self) { try JSON(parsing: bytes[..<length]) }
        }
    }

    private func expectReadOrRefused(_ bytes: [UInt8], seed: UInt64) throws {
        let value: JSON
        do {
            value = try JSON(parsing: bytes)
        } catch {
            #expect((0...bytes.count).contains(error.offset), "seed \(seed), bytes \(bytes)")
            let lines = bytes[..<error.offset].split(
                separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
            #expect(error.line == lines.count, "seed \(seed), bytes \(bytes)")
            // What goes on with a character begins none.
            let characters = (lines.last ?? []).count { $0 & 0xC0 != 0x80 }
            #expect(error.column == characters + 1, "seed \(seed), bytes \(bytes)")
            return
        }
        #expect(try JSON(parsing: value.bytes()) == value, "seed \(seed), bytes \(bytes)")
    }
}
