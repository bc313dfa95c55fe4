/// A check on the digits of a card number.
package enum CheckDigit: String, CaseIterable, Sendable {
    /// None.
    case none

    /// That of EAN-13 (GS1 General Specifications, section 7.9), on numbers of 13 digits.
    case ean13

    /// That of ISO/IEC 7812-1, annex B, on numbers of any length.
    case luhn
}

// MARK: - Checking

extension CheckDigit {
    /// Whether the last digit agrees with the others; a number that the check is not meant for
    /// passes.
    package func accepts(_ digits: String) -> Bool {
        switch self {
        case .none: true
        case .ean13: digits.utf8.count != 13 || Self.isEAN13(digits)
        case .luhn: Self.isLuhn(digits)
        }
    }

    /// Whether the text is a valid EAN-13.
    package static func isEAN13(_ digits: String) -> Bool {
        guard let values = values(of: digits), values.count == 13 else { return false }
        let sum = values.enumerated().reduce(0) { $0 + $1.element * ($1.offset % 2 == 0 ? 1 : 3) }
        return sum % 10 == 0
    }

    /// Whether the text ends in a valid Luhn digit.
    package static func isLuhn(_ digits: String) -> Bool {
        guard let values = values(of: digits), values.count > 1 else { return false }
        let sum = values.reversed().enumerated().reduce(0) { sum, place in
            let doubled = place.element * (place.offset % 2 == 0 ? 1 : 2)
            return sum + (doubled > 9 ? doubled - 9 : doubled)
        }
        return sum % 10 == 0
    }

    private static func values(of digits: String) -> [Int]? {
        let values = digits.utf8.map { Int($0) - 0x30 }
        return values.allSatisfy((0...9).contains) ? values : nil
    }
}
