import PointsCore
import PointsMigration
import Testing

struct ValueReadingTests {
    @Test(arguments: [
        ("S64.1.8", "era"), ("昭和64年1月8日", "era"), ("H1.1.7", "era"), ("R1.4.30", "era"),
        ("M45.7.30", "era"), ("大正-11年1月1日", "format"), ("2026-13-01", "day"),
        ("2026-1", "format"), ("2026-01-05 25", "format"), ("20261301", "day"),
        ("2026-01/05", "format"), ("2026年1月5", "format"), ("S0.1.1", "era"), ("R99.2.30", "day"),
    ])
    func `names why a date is none`(_ text: String, _ problem: String) {
        #expect(DateText.reading(of: text).problem?.rawValue == problem)
    }

    @Test(arguments: [
        ("R8.1.5", "2026-01-05"), ("令和8年1月5日", "2026-01-05"), ("2026/1/5", "2026-01-05"),
        ("20260105", "2026-01-05"), ("2026/1/5 0:00", "2026-01-05"), ("S44.10.18", "1969-10-18"),
        ("2026-01-05T10:00:00.123Z", "2026-01-05"), ("2026-01-05 10:00:00+0900", "2026-01-05"),
        ("M6.1.1", "1873-01-01"), ("s1.12.25", "1926-12-25"), (" 2026-01-05\n", "2026-01-05"),
    ])
    func `reads dates in many forms`(_ text: String, _ date: String) {
        #expect(DateText.reading(of: text).usable?.description == date)
    }

    @Test(arguments: [
        ("△100", -100), ("▲1,234", -1_234), ("(1,000)", -1_000), ("+5", 5), ("-0", 0),
        ("１，０００ポイント", 1_000), ("1000000000000", 1_000_000_000_000), ("5点", 5),
    ])
    func `reads points as registers print them`(_ text: String, _ points: Int64) {
        #expect(PointsText.reading(of: text) == .value(points))
    }

    @Test(arguments: [
        ("1000000000001", FieldProblem.overflow), ("99999999999999999999", .overflow),
        ("--1", .format), ("(-1", .format), ("1.", .format), (".5", .format), ("pt", .format),
        ("1,2345", .grouping), (",123", .grouping), ("1234,567", .grouping), ("1e3", .exponent),
        ("0.01", .fraction), ("1.2.3", .format), ("-", .format),
    ])
    func `names why a number is none`(_ text: String, _ problem: FieldProblem) {
        #expect(PointsText.reading(of: text) == .invalid(problem))
    }

    @Test(arguments: [
        ("2.90000E+12", FieldProblem.exponent), ("2.9e12", .exponent), ("123464", .tooShort),
        ("29000000000871", .length), ("ABC", .characters), ("29000000000.5", .characters),
        ("2900000000086", .checkDigit),
    ])
    func `recognises card numbers that a spreadsheet broke`(
        _ text: String, _ problem: FieldProblem
    ) {
        let format = CardFormat(lengths: [10, 13], check: .ean13)
        #expect(format.reading(of: text) == .invalid(problem))
        #expect(!problem.message.isEmpty)
    }

    @Test(arguments: ["test@example.com", "nomail@example.jp", "NoMail@x.jp"])
    func `takes a filler for no address`(_ text: String) {
        #expect(EmailAddress.reading(of: text).usable == nil)
        #expect(EmailAddress.reading(of: text).problem == nil)
    }

    @Test func `composes half-width and decomposed kana into the same bytes`() {
        let spellings = [
            "ｶﾞﾊﾟｳﾞ", "ガパヴ", "か\u{3099}は\u{309A}う\u{3099}", "カ\u{3099}ハ\u{309A}ウ\u{3099}",
        ]
        for spelling in spellings {
            #expect(Array(Kana.fullWidth(spelling).utf8) == Array("ガパヴ".utf8))
        }
        #expect(Array(NameKey.key("㈱ガ").utf8) == Array("(株)ガ".utf8))
    }
}
