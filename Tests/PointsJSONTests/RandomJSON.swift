import PointsJSON
import TestSupport

/// Makes JSON values of every kind, and texts that are almost JSON.
struct RandomJSON {
    private var generator: SeededGenerator

    init(seed: UInt64) {
        generator = SeededGenerator(seed: seed)
    }
}

// MARK: - Values

extension RandomJSON {
    mutating func value(depth: Int = 0) -> JSON {
        switch number(in: 0...(depth < 5 ? 8 : 5)) {
        case 0: .null
        case 1: .bool(Bool.random(using: &generator))
        case 2: .integer(Int64(bitPattern: generator.next()))
        case 3: .integer(Int64.random(in: -100...100, using: &generator))
        case 4: decimal()
        case 5: .string(string())
        case 6: .array((0..<number(in: 0...6)).map { _ in value(depth: depth + 1) })
        default: .object(object(depth: depth + 1))
        }
    }

    mutating func string() -> String {
        let alphabet: [Unicode.Scalar] = [
            "a", "z", "0", " ", "\"", "\\", "/", "\n", "\r", "\t", "\u{0}", "\u{1F}", "\u{7F}",
            "\u{80}", "é", "\u{301}", "\u{7FF}", "\u{800}", "点", "が", "\u{D7FF}", "\u{E000}",
            "\u{FEFF}", "\u{FFFF}", "\u{10000}", "😀", "\u{10FFFF}",
        ]
        var text = ""
        for _ in 0..<number(in: 0...12) {
            text.unicodeScalars.append(alphabet[number(in: 0...(alphabet.count - 1))])
        }
        return text
    }

    mutating func shuffled(_ value: JSON) -> JSON {
        switch value {
        case .null, .bool, .integer, .decimal, .string: return value
        case .array(let elements): return .array(elements.map { shuffled($0) })
        case .object(let object):
            var copy = JSONObject()
            for member in object.members.shuffled(using: &generator) {
                copy[member.key] = shuffled(member.value)
            }
            return .object(copy)
        }
    }

    private mutating func decimal() -> JSON {
        let whole = Int64(bitPattern: generator.next()) >> Int64(number(in: 0...63))
        let fraction = number(in: 0...999)
        let exponent = number(in: -30...30)
        let digits =
            Bool.random(using: &generator) ? "\(whole).\(fraction)" : "\(whole)E\(exponent)"
        return JSONDecimal(digits).map(JSON.decimal) ?? .null
    }

    /// Now and then with more members than are compared one by one.
    private mutating func object(depth: Int) -> JSONObject {
        var object = JSONObject()
        for _ in 0..<(number(in: 0...20) == 0 ? 40 : number(in: 0...5)) {
            object[string()] = value(depth: depth)
        }
        return object
    }
}

// MARK: - Bytes

extension RandomJSON {
    mutating func number(in range: ClosedRange<Int>) -> Int {
        Int.random(in: range, using: &generator)
    }

    mutating func byte() -> UInt8 {
        UInt8.random(in: .min ... .max, using: &generator)
    }

    /// Bytes that the grammar names, so that many texts get far before they fail.
    mutating func grammarBytes() -> [UInt8] {
        let words = [
            "{", "}", "[", "]", ":", ",", "\"", "\\", "\\u", "\\uD83D", "\\uDE00", "0", "1", "-",
            ".", "e", "+", "true", "null", " ", "\n", "\"a\":", "\"a\"", "é", "/",
        ]
        return (0..<number(in: 0...16)).flatMap { _ in
            Array(words[number(in: 0...(words.count - 1))].utf8)
        }
    }

    /// One to four edits: a byte changed, removed, inserted or repeated, or the end cut off.
    mutating func mutated(_ bytes: [UInt8]) -> [UInt8] {
        var bytes = bytes
        for _ in 0..<number(in: 1...4) where !bytes.isEmpty {
            let index = number(in: 0...(bytes.count - 1))
            switch number(in: 0...5) {
            case 0: bytes[index] = byte()
            case 1: bytes[index] ^= 1 << UInt8(number(in: 0...7))
            case 2: bytes.remove(at: index)
            case 3: bytes.insert(byte(), at: index)
            case 4: bytes.insert(bytes[index], at: index)
            default: bytes.removeSubrange(index...)
            }
        }
        return bytes
    }
}
