import PointsJSON
import TestSupport
import Testing

struct JSONDecimalTests {
    struct Example: CustomTestStringConvertible, Sendable {
        let digits: String
        let integer: Int64?
        let canonical: String

        init(_ digits: String, _ integer: Int64?, _ canonical: String) {
            self.digits = digits
            self.integer = integer
            self.canonical = canonical
        }

        var testDescription: String { digits }
    }

    static let examples: [Example] = [
        Example("0.0", 0, "0"),
        Example("-0.0", 0, "0"),
        Example("0e5", 0, "0"),
        Example("0e999999999999999999999", 0, "0"),
        Example("1.0", 1, "1"),
        Example("-1.000", -1, "-1"),
        Example("1e3", 1_000, "1000"),
        Example("1E+3", 1_000, "1000"),
        Example("10e-1", 1, "1"),
        Example("1200e-2", 12, "12"),
        Example("1.25e2", 125, "125"),
        Example("0.00125e5", 125, "125"),
        Example("100.5", nil, "100.5"),
        Example("1.25e1", nil, "12.5"),
        Example("10.50", nil, "10.5"),
        Example("1050e-2", nil, "10.5"),
        Example("0.05", nil, "0.05"),
        Example("5e-2", nil, "0.05"),
        Example("-0.000001", nil, "-0.000001"),
        Example("0.0000001", nil, "1e-7"),
        Example("12e-8", nil, "1.2e-7"),
        Example("9223372036854775807.0", .max, "9223372036854775807"),
        Example("9223372036854775807e0", .max, "9223372036854775807"),
        Example("922337203685477580.7e1", .max, "9223372036854775807"),
        Example("-9223372036854775808.0", .min, "-9223372036854775808"),
        Example("9223372036854775808", nil, "9223372036854775808"),
        Example("9223372036854775808.0", nil, "9223372036854775808"),
        Example("-9223372036854775809", nil, "-9223372036854775809"),
        Example("1e18", 1_000_000_000_000_000_000, "1000000000000000000"),
        Example("1e19", nil, "10000000000000000000"),
        Example("1e20", nil, "100000000000000000000"),
        Example("1e21", nil, "1e+21"),
        Example("123456789012345678901234567890", nil, "1.2345678901234567890123456789e+29"),
        Example("1e999999999", nil, "1e+999999999"),
        Example("10e999999998", nil, "1e+999999999"),
        Example("1e-999999999", nil, "1e-999999999"),
        Example("0.001e-9223372036854775808", nil, "0.001e-9223372036854775808"),
        Example("1E9223372036854775807", nil, "1E9223372036854775807"),
        Example("1e99999999999999999999999999", nil, "1e99999999999999999999999999"),
        Example("-1e-99999999999999999999999999", nil, "-1e-99999999999999999999999999"),
    ]

    @Test(arguments: examples)
    func `a number is an integer only if it is exactly one`(_ example: Example) throws {
        #expect(try JSON(parsing: example.digits).exactInteger == example.integer)
        #expect(try #require(JSONDecimal(example.digits)).exactInteger == example.integer)
    }

    @Test(arguments: examples)
    func `a number has one canonical spelling`(_ example: Example) throws {
        let canonical = try JSON(parsing: example.digits).canonicalBytes()
        #expect(String(decoding: canonical, as: UTF8.self) == example.canonical)
    }

    @Test(arguments: ["", "1", "-0", "1.", ".5", " 1.5", "1.5 ", "1.5\n", "01.5", "NaN", "[1.5]"])
    func `other texts are no decimals`(text: String) {
        #expect(JSONDecimal(text) == nil)
    }

    @Test(arguments: JSONPropertyTests.seeds)
    func `every integer is found again in every spelling`(seed: UInt64) throws {
        var generator = SeededGenerator(seed: seed)
        for _ in 0..<100 {
            let shift = Int64.random(in: 0...63, using: &generator)
            let integer = Int64(bitPattern: generator.next()) >> shift
            let zeros = Int.random(in: 1...18, using: &generator)
            let spellings = [
                "\(integer).\(String(repeating: "0", count: zeros))",
                "\(integer)\(String(repeating: "0", count: zeros))e-\(zeros)",
                "\(integer)\(String(repeating: "0", count: zeros)).00E-0\(zeros)",
                shiftedRight(integer, by: zeros),
            ]
            for spelling in spellings where integer != 0 {
                let value = try JSON(parsing: spelling)
                #expect(value.exactInteger == integer, "seed \(seed), \(spelling)")
                #expect(
                    value.canonicalBytes() == Array(String(integer).utf8),
                    "seed \(seed), \(spelling)")
            }
        }
    }

    /// 1234 by 2 is "12.34e+2", 5 by 3 is "0.005e+3".
    private func shiftedRight(_ integer: Int64, by places: Int) -> String {
        let digits = String(integer.magnitude)
        let padding = String(repeating: "0", count: max(0, places + 1 - digits.count))
        let padded = padding + digits
        return (integer < 0 ? "-" : "") + padded.dropLast(places) + "." + padded.suffix(places)
            + "e+\(places)"
    }
}
