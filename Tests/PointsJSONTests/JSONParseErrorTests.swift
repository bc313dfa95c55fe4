import PointsJSON
import Testing

/// Every way of not being JSON, with the whole message.
struct JSONParseErrorTests {
    struct Example: CustomTestStringConvertible, Sendable {
        let bytes: [UInt8]
        let message: String

        init(_ text: String, _ message: String) {
            self.init(Array(text.utf8), message)
        }

        init(_ bytes: [UInt8], _ message: String) {
            self.bytes = bytes
            self.message = message
        }

        var testDescription: String {
            String(decoding: bytes.prefix(60), as: UTF8.self)
        }
    }

    private static let asUTF8 = "; save the text as UTF-8 without BOM"

    static let structure: [Example] = [
        Example("", "no value at line 1, column 1"),
        Example(" \t\r\n ", "no value at line 2, column 2"),
        Example("\u{FEFF}{}", "byte order mark at line 1, column 1\(asUTF8)"),
        Example(
            [0xFF, 0xFE, 0x7B, 0x00], "UTF-16 instead of UTF-8 at line 1, column 1\(asUTF8)"),
        Example(
            [0xFE, 0xFF, 0x00, 0x7B], "UTF-16 instead of UTF-8 at line 1, column 1\(asUTF8)"),
        Example(
            [0x7B, 0x00, 0x22, 0x00],
            "byte 0x00 instead of a key in double quotes at line 1, column 2\(asUTF8)"),
        Example([0x00, 0x7B], "byte 0x00 instead of a value at line 1, column 1\(asUTF8)"),
        Example(
            "\u{A0}1",
            "U+00A0 (no-break space) instead of a value at line 1, column 1; write a plain space"),
        Example("\u{B}1", "byte 0x0B instead of a value at line 1, column 1"),
        Example("]", "']' instead of a value at line 1, column 1"),
        Example("'a'", "''' instead of a value at line 1, column 1"),
        Example("{} {}", "more text after the value at line 1, column 4"),
        Example("1\n\n 2", "more text after the value at line 3, column 2"),
        Example("1\u{0}", "more text after the value at line 1, column 2"),
        Example("[", "the text ends instead of a value at line 1, column 2"),
        Example("[1", "the text ends instead of a comma or a closing bracket at line 1, column 3"),
        Example("[1,", "the text ends instead of a value at line 1, column 4"),
        Example("[1}", "'}' instead of a comma or a closing bracket at line 1, column 3"),
        Example("[1 2]", "'2' instead of a comma or a closing bracket at line 1, column 4"),
        Example("[1,]", "trailing comma at line 1, column 3"),
        Example("[1\n ,\n]", "trailing comma at line 2, column 2"),
        Example("[,1]", "',' instead of a value at line 1, column 2"),
        Example("[1,,2]", "',' instead of a value at line 1, column 4"),
        Example("{", "the text ends instead of a key in double quotes at line 1, column 2"),
        Example("{a:1}", "'a' instead of a key in double quotes at line 1, column 2"),
        Example("{1:1}", "'1' instead of a key in double quotes at line 1, column 2"),
        Example("{,}", "',' instead of a key in double quotes at line 1, column 2"),
        Example("{\"a\"}", "'}' instead of a colon at line 1, column 5"),
        Example("{\"a\"", "the text ends instead of a colon at line 1, column 5"),
        Example("{\"a\":}", "'}' instead of a value at line 1, column 6"),
        Example(
            "{\"a\":1", "the text ends instead of a comma or a closing brace at line 1, column 7"),
        Example("{\"a\":1]", "']' instead of a comma or a closing brace at line 1, column 7"),
        Example("{\"a\":1;", "';' instead of a comma or a closing brace at line 1, column 7"),
        Example("{\"a\":1,}", "trailing comma at line 1, column 7"),
        Example("{\"a\":1,\"b\"}", "'}' instead of a colon at line 1, column 11"),
        Example("// a\n1", "comments are not JSON at line 1, column 1"),
        Example("[1, /* a */ 2]", "comments are not JSON at line 1, column 5"),
        Example("{\"a\":1 /* a */}", "comments are not JSON at line 1, column 8"),
        Example("# a\n1", "'#' instead of a value at line 1, column 1"),
    ]

    static let numbersAndWords: [Example] = [
        Example("+1", "'+' instead of a value at line 1, column 1"),
        Example(".5", "'.' instead of a value at line 1, column 1"),
        Example("-", "the text ends instead of a digit at line 1, column 2"),
        Example("--1", "'-' instead of a digit at line 1, column 2"),
        Example("-.5", "'.' instead of a digit at line 1, column 2"),
        Example("-Infinity", "'I' instead of a digit at line 1, column 2"),
        Example("1.", "the text ends instead of a digit at line 1, column 3"),
        Example("[1.]", "']' instead of a digit at line 1, column 4"),
        Example("1.e3", "'e' instead of a digit at line 1, column 3"),
        Example("1e", "the text ends instead of a digit at line 1, column 3"),
        Example("1e+", "the text ends instead of a digit at line 1, column 4"),
        Example("1e+-2", "'-' instead of a digit at line 1, column 4"),
        Example("01", "leading zero at line 1, column 1"),
        Example("[-01]", "leading zero at line 1, column 3"),
        Example("00.5", "leading zero at line 1, column 1"),
        Example("0x10", "more text after the value at line 1, column 2"),
        Example("1_000", "more text after the value at line 1, column 2"),
        Example("1.2.3", "more text after the value at line 1, column 4"),
        Example(
            "１",
            "'１' (fullwidth digit one) instead of a value at line 1, column 1; write '1'"),
        Example(
            String(repeating: "7", count: 129),
            "number of 129 bytes, at most 128 are allowed at line 1, column 1"),
        Example("NaN", "\"NaN\" is not a JSON value at line 1, column 1"),
        Example("[Infinity]", "\"Infinity\" is not a JSON value at line 1, column 2"),
        Example("True", "\"True\" is not a JSON value at line 1, column 1"),
        Example("nul", "\"nul\" is not a JSON value at line 1, column 1"),
        Example("nulls", "\"nulls\" is not a JSON value at line 1, column 1"),
        Example("{\"a\":undefined}", "\"undefined\" is not a JSON value at line 1, column 6"),
        Example(
            String(repeating: "x", count: 1_000),
            "\"\(String(repeating: "x", count: 64))\" is not a JSON value at line 1, column 1"),
    ]

    static let strings: [Example] = [
        Example("\"", "string without closing quote at line 1, column 1"),
        Example("[\"a]", "string without closing quote at line 1, column 2"),
        Example("\"a\\", "string without closing quote at line 1, column 1"),
        Example("\"a\\\"", "string without closing quote at line 1, column 1"),
        Example("\"a\nb\"", "unescaped byte 0x0A in a string at line 1, column 3"),
        Example("\"\u{0}\"", "unescaped byte 0x00 in a string at line 1, column 2"),
        Example("\"\u{1F}\"", "unescaped byte 0x1F in a string at line 1, column 2"),
        Example(#""a\x""#, "backslash before 'x' at line 1, column 3"),
        Example(#""\'""#, "backslash before ''' at line 1, column 2"),
        Example(#""\ ""#, "backslash before byte 0x20 at line 1, column 2"),
        Example(#""\é""#, "backslash before 'é' at line 1, column 2"),
        Example(#""\U0041""#, "backslash before 'U' at line 1, column 2"),
        Example(#""\u12"#, #"\u without four hexadecimal digits at line 1, column 2"#),
        Example(#""\u12g4""#, #"\u without four hexadecimal digits at line 1, column 2"#),
        Example(#""\u+123""#, #"\u without four hexadecimal digits at line 1, column 2"#),
        Example(#""a\uD800""#, #"lone surrogate \ud800 at line 1, column 3"#),
        Example(#""\uDC00""#, #"lone surrogate \udc00 at line 1, column 2"#),
        Example(#""\uDFFF\uD800""#, #"lone surrogate \udfff at line 1, column 2"#),
        Example(#""\uD83D\uD83D\uDE00""#, #"lone surrogate \ud83d at line 1, column 2"#),
        Example(#""\uD83Dx""#, #"lone surrogate \ud83d at line 1, column 2"#),
        Example(#""\uD83D\n""#, #"lone surrogate \ud83d at line 1, column 2"#),
        Example(#""\uD83D\u00"#, #"lone surrogate \ud83d at line 1, column 2"#),
        Example([0x22, 0x80, 0x22], "invalid UTF-8 at line 1, column 2\(asUTF8)"),
        Example([0x22, 0x61, 0xC0, 0x80, 0x22], "invalid UTF-8 at line 1, column 3\(asUTF8)"),
        Example([0x22, 0xC1, 0xBF, 0x22], "invalid UTF-8 at line 1, column 2\(asUTF8)"),
        Example([0x22, 0xE0, 0x9F, 0xBF, 0x22], "invalid UTF-8 at line 1, column 2\(asUTF8)"),
        Example([0x22, 0xED, 0xA0, 0x80, 0x22], "invalid UTF-8 at line 1, column 2\(asUTF8)"),
        Example(
            [0x22, 0xF0, 0x8F, 0xBF, 0xBF, 0x22], "invalid UTF-8 at line 1, column 2\(asUTF8)"),
        Example(
            [0x22, 0xF4, 0x90, 0x80, 0x80, 0x22], "invalid UTF-8 at line 1, column 2\(asUTF8)"),
        Example(
            [0x22, 0xF5, 0x80, 0x80, 0x80, 0x22], "invalid UTF-8 at line 1, column 2\(asUTF8)"),
        Example([0x22, 0xFF, 0x22], "invalid UTF-8 at line 1, column 2\(asUTF8)"),
        Example([0x22, 0xE7, 0x82, 0x22], "invalid UTF-8 at line 1, column 2\(asUTF8)"),
        Example([0x22, 0xE7, 0x82], "invalid UTF-8 at line 1, column 2\(asUTF8)"),
        Example([0x22, 0xF0], "invalid UTF-8 at line 1, column 2\(asUTF8)"),
    ]

    /// What input methods, word processors and spreadsheets leave in a text.
    static let slips: [Example] = [
        Example(
            "{\"a\": \"基本\"，",
            "'，' (fullwidth comma) instead of a comma or a closing brace at line 1, column 11; write ','"
        ),
        Example(
            "[1、2]",
            "'、' (ideographic comma) instead of a comma or a closing bracket at line 1, column 3; write ','"
        ),
        Example(
            "{\"a\"：1}", "'：' (fullwidth colon) instead of a colon at line 1, column 5; write ':'"),
        Example(
            "｛\"a\": 1}",
            "'｛' (fullwidth left curly bracket) instead of a value at line 1, column 1; write '{'"),
        Example(
            "{\"a\":\u{3000}1}",
            "U+3000 (ideographic space) instead of a value at line 1, column 6; write a plain space"
        ),
        Example(
            "{“a”: 1}",
            "'“' (left double quotation mark) instead of a key in double quotes at line 1, column 2; write '\"'"
        ),
        Example(
            "[10０]",
            "'０' (fullwidth digit zero) instead of a comma or a closing bracket at line 1, column 4; write '0'"
        ),
        Example("[点]", "'点' instead of a value at line 1, column 2"),
        Example(
            "[\u{200B}]", "U+200B (zero width space) instead of a value at line 1, column 2"),
        Example([0x5B, 0x83, 0x5D], "invalid UTF-8 at line 1, column 2\(asUTF8)"),
        // 基 in CP932 and in EUC-JP.
        Example([0x22, 0x8A, 0xEE, 0x22], "invalid UTF-8 at line 1, column 2\(asUTF8)"),
        Example([0x22, 0xB4, 0xF0, 0x22], "invalid UTF-8 at line 1, column 2\(asUTF8)"),
        Example([0x22, 0x5C, 0xB4, 0x22], "invalid UTF-8 at line 1, column 3\(asUTF8)"),
    ]

    static let keys: [Example] = [
        Example(
            #"{"id":1,"name":2,"id":3}"#, #"duplicate key "id" at line 1, column 18"#),
        Example("{\"a\":{\"b\":1},\n\"a\":2}", #"duplicate key "a" at line 2, column 1"#),
        Example(#"[{"a":{"b":1,"b":1}}]"#, #"duplicate key "b" at line 1, column 14"#),
        Example(#"{"a":1,"\u0061":2}"#, #"duplicate key "a" at line 1, column 8"#),
        Example(#"{"":1,"":2}"#, #"duplicate key "" at line 1, column 7"#),
        Example(#"{"\"\n":1,"\u0022\u000A":2}"#, #"duplicate key "\"\n" at line 1, column 11"#),
        Example(#"{"😀":1,"\uD83D\uDE00":2}"#, #"duplicate key "😀" at line 1, column 8"#),
        Example(
            #"{"K":1,"K":2}"#.replacing("K", with: String(repeating: "k", count: 65)),
            "duplicate key \"\(String(repeating: "k", count: 64))…\" at line 1, column 72"),
    ]

    @Test(arguments: structure + numbersAndWords + strings + slips + keys)
    func `a text that is not JSON is refused with its place`(_ example: Example) {
        let error = #expect(throws: JSONParseError.self) { try JSON(parsing: example.bytes) }
        #expect(error?.message == example.message)
    }

    @Test func `the column is counted in characters, the offset in bytes`() {
        let error = #expect(throws: JSONParseError.self) {
            try JSON(parsing: "{\r\n  \"点数\": x\r\n}")
        }
        #expect(error?.problem == .unknownWord("x"))
        #expect(error?.offset == 15)
        #expect(error?.line == 2)
        #expect(error?.column == 9)
        #expect(error?.description == error?.message)
    }

    @Test func `the place within a slice is counted from its start`() {
        let bytes = Array("garbage\n[1,]".utf8)
        let error = #expect(throws: JSONParseError.self) { try JSON(parsing: bytes[8...]) }
        #expect(error?.message == "trailing comma at line 1, column 3")
        #expect(error?.offset == 2)
    }

    @Test(arguments: ["[", "{\"a\":"])
    func `nesting is refused from one level over the limit`(opening: String) {
        let tooDeep = String(repeating: opening, count: JSONLimits.nestingMax + 1)
        let error = #expect(throws: JSONParseError.self) { try JSON(parsing: tooDeep) }
        #expect(error?.problem == .nestingTooDeep)
        #expect(error?.offset == JSONLimits.nestingMax * opening.utf8.count)
        #expect(error?.problem.message == "nesting deeper than 64")
    }

    @Test func `a million opening brackets are refused like sixty-five`() {
        let bytes = [UInt8](repeating: UInt8(ascii: "["), count: 1_000_000)
        let error = #expect(throws: JSONParseError.self) { try JSON(parsing: bytes) }
        #expect(error?.problem == .nestingTooDeep)
    }

    @Test(arguments: [15, 16, 17, 18, 100_000])
    func `the first key is missed by no number of members`(count: Int) {
        let members = (0..<count).map { "\"key\($0)\":\($0)" } + ["\"key0\":0"]
        let error = #expect(throws: JSONParseError.self) {
            try JSON(parsing: "{\(members.joined(separator: ","))}")
        }
        #expect(error?.problem == .duplicateKey("key0"))
    }

    @Test(arguments: [15, 16, 17, 18, 100])
    func `the last key is missed by no number of members`(count: Int) {
        let members = (0..<count).map { "\"key\($0)\":\($0)" } + ["\"key\(count - 1)\":0"]
        let error = #expect(throws: JSONParseError.self) {
            try JSON(parsing: "{\(members.joined(separator: ","))}")
        }
        #expect(error?.problem == .duplicateKey("key\(count - 1)"))
    }
}
