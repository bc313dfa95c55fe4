import Foundation
import PointsCore
import PointsJSON
import PointsMigration
import Testing

struct NormaliseTests {
    /// One row of `normalize_cases.json`.
    struct Example: CustomTestStringConvertible {
        let kind: String
        let input: String
        let expected: String

        var testDescription: String { "\(kind) of \(input)" }

        static let all: [Example] = {
            guard let bytes = try? Fixtures.bytes("normalize_cases.json"),
                let cases = try? JSON(parsing: bytes).array
            else { return [] }
            return cases.compactMap { example in
                guard let kind = example["kind"]?.string, let input = example["input"]?.string,
                    let expected = example["expected"]?.string
                else { return nil }
                return Example(kind: kind, input: input, expected: expected)
            }
        }()
    }

    private static let today = CivilDate(year: 2026, month: 4, day: 1)

    @Test func `reads all the agreed cases`() throws {
        let cases = try #require(try JSON(parsing: Fixtures.bytes("normalize_cases.json")).array)
        #expect(Example.all.count == cases.count)
        #expect(Example.all.count > 100)
    }

    @Test(arguments: Example.all)
    func `normalises as agreed, byte for byte`(_ example: Example) throws {
        let today = try #require(Self.today)
        let result = try #require(Self.normalise(example, asOf: today))
        #expect(Array(result.utf8) == Array(example.expected.utf8), "\(result)")
    }

    private static func normalise(_ example: Example, asOf today: CivilDate) -> String? {
        let input = example.input
        return switch example.kind {
        case "kana": Kana.fullWidth(input)
        case "kana_key": Kana.key(input)
        case "name_key": NameKey.key(input)
        case "address_key": AddressKey.key(input)
        case "csv_out_text": CSVCell.text(input)
        case "ean13": CheckDigit.isEAN13(input) ? "valid" : "invalid"
        case "luhn": CheckDigit.isLuhn(input) ? "valid" : "invalid"
        case "phone":
            text(of: PhoneNumber.reading(of: input).map { "\($0.kind.rawValue):\($0.digits)" })
        case "postal": text(of: PostalCode.reading(of: input))
        case "email_key": text(of: EmailAddress.reading(of: input).map(\.key))
        case "date": text(of: DateText.reading(of: input).map(\.description))
        case "birthday":
            text(of: DateText.birthDate(of: input, asOf: today).map(\.description))
        case "points": text(of: PointsText.reading(of: input).map(\.description))
        case "card":
            text(of: CardFormat(lengths: [10, 13], check: .ean13).reading(of: input))
        default: nil
        }
    }

    private static func text(of reading: Reading<String>) -> String {
        switch reading {
        case .missing: "missing"
        case .value(let value): value
        case .restored(let value): value + "?"
        case .invalid(let problem): "invalid:\(problem.rawValue)"
        case .placeholder(let value):
            // A telephone number names its kind; the agreed form names only that it fills.
            "placeholder:" + (value.split(separator: ":").last.map(String.init) ?? value)
        }
    }
}
