import PointsJSON
import Testing

struct JSONParsingTests {
    @Test(
        arguments: [
            ("null", nil), ("true", true), ("false", false), ("\"\"", ""), ("[]", []), ("{}", [:]),
            (" \t\r\n[ \n1\t,\r2 ] ", [1, 2]),
            ("{ \"a\" : [ ] , \"b\" : { } }", ["a": [], "b": [:]]),
            ("[[[]],{\"a\":{\"a\":[null]}}]", [[[]], ["a": ["a": [nil]]]]),
            ("[\"a\",true,false,null,1]", ["a", true, false, nil, 1]),
        ] as [(String, JSON)])
    func `a text is read as its value`(text: String, value: JSON) throws {
        #expect(try JSON(parsing: text) == value)
        #expect(try JSON(parsing: Array(text.utf8)) == value)
        #expect(try JSON(parsing: Array("x\(text)x".utf8)[1...text.utf8.count]) == value)
    }

    @Test(
        arguments: [
            ("0", 0), ("-0", 0), ("7", 7), ("-7", -7), ("1000", 1_000),
            ("9223372036854775807", .max), ("-9223372036854775808", .min),
        ] as [(String, Int64)])
    func `a plain number that fits is an integer`(text: String, value: Int64) throws {
        #expect(try JSON(parsing: text) == .integer(value))
    }

    @Test(arguments: [
        "9223372036854775808", "-9223372036854775809", "99999999999999999999999999", "0.0", "-0.0",
        "1.0", "1e3", "1E3", "1e+3", "1e-3", "0e0", "-1.50E-07", "1e999999999",
        String(repeating: "7", count: 128),
    ])
    func `any other number keeps its digits`(text: String) throws {
        guard case .decimal(let decimal) = try JSON(parsing: text) else {
            Issue.record("\(text) is no decimal")
            return
        }
        #expect(decimal.digits == text)
        #expect(try JSON(parsing: "[\(text)]").text() == "[\(text)]")
    }

    @Test(arguments: [
        (#""\"\\\/\b\f\n\r\t""#, "\"\\/\u{8}\u{C}\n\r\t"),
        (#""a\u0000b""#, "a\u{0}b"),
        (#""\u0041\u00e9\u70B9""#, "Aé点"),
        (#""\uD83D\uDE00""#, "😀"),
        (#""\ud800\udc00\uDBFF\uDFFF""#, "\u{10000}\u{10FFFF}"),
        (#""\uD7FF\uE000\uFFFF\uFEFF""#, "\u{D7FF}\u{E000}\u{FFFF}\u{FEFF}"),
        (#""x\u0041y\nz""#, "xAy\nz"),
        (
            "\"\u{7F}\u{80}\u{7FF}\u{800}\u{FFFF}\u{10000}\u{10FFFF}\"",
            "\u{7F}\u{80}\u{7FF}\u{800}\u{FFFF}\u{10000}\u{10FFFF}"
        ),
        ("\"ポイント\u{2028}会員\"", "ポイント\u{2028}会員"),
        (#""\r\n""#, "\r\n"),
    ])
    func `a string is unescaped to the byte`(text: String, value: String) throws {
        let string = try JSON(parsing: text).string
        #expect(string.map { Array($0.utf8) } == Array(value.utf8))
    }

    @Test func `nesting is read up to the limit`() throws {
        let depth = JSONLimits.nestingMax
        let arrays = String(repeating: "[", count: depth) + String(repeating: "]", count: depth)
        #expect(try JSON(parsing: arrays).text() == arrays)
        let siblings = "[\(arrays.dropFirst().dropLast()),\(arrays.dropFirst().dropLast())]"
        #expect(try JSON(parsing: siblings).array?.count == 2)
    }

    @Test func `members keep their order`() throws {
        let object = try #require(try JSON(parsing: #"{"b":1,"a":2,"":3,"c":4}"#).object)
        #expect(object.keys == ["b", "a", "", "c"])
        #expect(object.members.map(\.value) == [1, 2, 3, 4])
    }

    @Test func `keys that only look alike are different`() throws {
        let object = try #require(try JSON(parsing: "{\"\u{E9}\":1,\"e\u{301}\":2}").object)
        #expect(object.count == 2)
        #expect(object["\u{E9}"] == 1)
        #expect(object["e\u{301}"] == 2)
    }

    /// Each letter composed or not: Swift hashes all of these strings alike.
    @Test func `thousands of keys that only look alike are different`() throws {
        let count = 1 << 12
        let members = (0..<count).map { number in
            let key = (0..<12).map { number >> $0 & 1 == 0 ? "\u{E9}" : "e\u{301}" }.joined()
            return "\"\(key)\":\(number)"
        }
        let value = try JSON(parsing: "{\(members.joined(separator: ","))}")
        #expect(value.object?.count == count)
    }

    @Test func `a hundred thousand members are read`() throws {
        let members = (0..<100_000).map { "\"\($0)\":\($0)" }
        let value = try JSON(parsing: "{\(members.joined(separator: ","))}")
        #expect(value.object?.count == 100_000)
        #expect(value.object?.members.last?.value == 99_999)
    }
}
