import PointsCore
import PointsJSON

/// What the value of a parameter should be: knows a good value, every kind of bad one, and what is said of each.
indirect enum Form: Sendable {
    case text(bytesMax: Int)
    case key
    case integer(ClosedRange<Int64>, good: Int64)
    case flag
    case instant
    case date
    case id(prefix: String)
    case member
    case replaced
    case parts
    case language
    case files
    case switches
    case address
    case digest
    case object([Parameter])
    case objects(ClosedRange<Int>, [Parameter])

    /// A name from outside.
    static let name = Form.text(bytesMax: 255)
    /// Points, above zero.
    static let points = Form.integer(1...1_000_000_000_000, good: 7)

    /// What a bad value is, where in it the fault is, and what should be there.
    struct BadValue {
        let value: JSON
        let place: String
        let expected: String
    }
}

// MARK: - Values

extension Form {
    var good: JSON {
        switch self {
        case .text, .key: "S001"
        case .integer(_, let good): .integer(good)
        case .flag: true
        case .instant: "2026-06-10T12:00:00+09:00"
        case .date: "2026-06-10"
        case .id(let prefix): .string(prefix + "42")
        case .replaced: "p_42"
        case .member: ["kind": "store_card", "value": "4901234567894"]
        case .parts: ["lots"]
        case .language: "ja"
        case .switches: ["newsletter": true]
        case .address: "https://example.jp/terms"
        case .digest: .string(String(repeating: "0a", count: 32))
        case .files: ["program.json": ["currency": "JPY"], "earn/base.json": [:]]
        case .object(let parameters): .object(Parameter.object(of: parameters))
        case .objects(_, let parameters): [.object(Parameter.object(of: parameters))]
        }
    }

    /// What the complaint says should be there.
    var expected: String {
        switch self {
        case .text(let bytesMax): "text of 1 to \(bytesMax) bytes without control characters"
        case .key: "text of 1 to 255 characters, none a control character"
        case .integer(let range, _):
            "a whole number from \(range.lowerBound) to \(range.upperBound)"
        case .flag: "true or false"
        case .instant: "a moment as RFC 3339 has it, such as 2026-11-22T10:00:00+09:00"
        case .date: "a day of the calendar, such as 2026-11-22"
        case .id(let prefix): "an id such as \(prefix)42"
        case .replaced: Form.id(prefix: "p_").expected
        case .member: "a member's id, or an identity {\"kind\", \"value\"}"
        case .parts:
            "an array of names among "
                + MemberPart.allCases.map(\.rawValue).joined(separator: ", ")
        case .language: "one of \"ja\", \"en\""
        case .switches: "an object with 1 to 100 switches, each true or false"
        case .address: "an address of at most 1024 bytes with https://"
        case .digest: "a SHA-256 as 64 digits 0 to 9 and a to f"
        case .files: "an object with 1 to 1000 files by their paths"
        case .object: "an object"
        case .objects(let range, _):
            "an array of \(range.lowerBound) to \(range.upperBound) objects"
        }
    }

    var bad: [BadValue] {
        whole.map { BadValue(value: $0, place: "", expected: expected) } + inside
    }

    /// Values that are wrong as a whole.
    private var whole: [JSON] {
        switch self {
        case .text(let bytesMax):
            [
                5, true, [], [:], "", "a\u{0}b", "a\nb", "\u{7f}",
                .string(String(repeating: "a", count: bytesMax + 1)),
            ]
        case .key: Form.text(bytesMax: 255).whole
        case .integer(let range, _):
            [
                .integer(range.lowerBound - 1), .integer(range.upperBound + 1), "5", true, [], [:],
                .number("1.5"), .number("1e30"), .number("-1e30"), .number("1e-400"),
                .number("9223372036854775808"), .number("1e999999999999"),
                .number("1000000000000000000000000000000"),
            ]
        case .flag: ["true", 1, 0, [], [:]]
        case .instant:
            [
                5, "", "2026-06-10", "2026-06-10T12:00:00", "2026-06-10 12:00:00+09:00",
                "2026-02-30T12:00:00Z", "2026-06-10T24:00:00Z", "2026-06-10T12:00:00+0900", true,
            ]
        case .date: [5, "", "2026-02-30", "20260610", "2026-6-1", "0000-01-01", true, [:]]
        case .id(let prefix):
            [
                42, "42", "x_42", .string(prefix), .string(prefix + "0"), .string(prefix + "042"),
                .string(prefix + "-1"), .string(prefix + "9999999999999999999"), true, [:],
            ]
        case .replaced: [42, "42", "x_42", "p_0", true, []]
        case .member: [5, true, []]
        case .parts: [5, true, [:], ["nope"], [5], ["lots", "nope"], "nope", "lots,nope"]
        case .language: [5, "", "fr", "JA", true, []]
        case .files: [5, "text", [], true, [:], .object(Form.manyFiles)]
        case .switches: [5, "text", [], true, [:], ["newsletter": 1], .object(Form.manyFiles)]
        case .address:
            [
                5, true, [], [:], "", "https://", "http://example.jp", "example.jp",
                "https://a b", .string("https://" + String(repeating: "a", count: 1_017)),
            ]
        case .digest:
            [
                5, true, [], [:], "", .string(String(repeating: "a", count: 63)),
                .string(String(repeating: "a", count: 65)),
                .string(String(repeating: "A", count: 64)),
            ]
        case .object: [5, "text", [], true]
        case .objects(let range, let parameters):
            [5, "text", [:]] + (range.lowerBound > 0 ? [[]] : [])
                + [
                    .array(
                        Array(
                            repeating: .object(Parameter.object(of: parameters)),
                            count: range.upperBound + 1))
                ]
        }
    }

    /// More files than a set of rules may have.
    private static let manyFiles: JSONObject = {
        var files = JSONObject()
        for number in 0...1_000 { files["earn/\(number).json"] = [:] }
        return files
    }()

    /// Values with a fault further in.
    private var inside: [BadValue] {
        switch self {
        case .text, .key, .integer, .flag, .instant, .date, .id, .parts, .language, .switches,
            .address, .digest:
            []
        case .files:
            ["", String(repeating: "a", count: 256)].map { path in
                BadValue(
                    value: .object([path: [:]]), place: "",
                    expected: expected + " of 1 to 255 bytes")
            }
        case .replaced:
            Form.object([.required("channel", .name), .required("order", .name)]).inside
        case .member: Form.object(Parameter.identity(withFlag: false)).inside
        case .object(let parameters):
            Parameter.mistakes(in: parameters).map {
                BadValue(value: .object($0.params), place: $0.pointer, expected: $0.expected)
            }
        case .objects(_, let parameters):
            [BadValue(value: [5], place: "/0", expected: "an object")]
                + Parameter.mistakes(in: parameters).map {
                    BadValue(
                        value: [.object($0.params)], place: "/0" + $0.pointer,
                        expected: $0.expected)
                }
        }
    }
}
