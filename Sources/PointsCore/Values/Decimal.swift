/// Decimal digits to numbers and back, for the fixed-width forms of ISO 8601 and RFC 3339.
enum Decimal {
    /// The number that ASCII digits spell; `nil` if a byte is no digit or there is none.
    static func number(in digits: ArraySlice<UInt8>) -> Int? {
        guard !digits.isEmpty, digits.count <= 9 else { return nil }
        var number = 0
        for digit in digits {
            guard (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(digit) else { return nil }
            number = number * 10 + Int(digit - UInt8(ascii: "0"))
        }
        return number
    }

    /// The number in at least `width` digits, with leading zeros.
    static func padded(_ number: Int, to width: Int) -> String {
        let digits = String(number)
        guard digits.utf8.count < width else { return digits }
        return String(repeating: "0", count: width - digits.utf8.count) + digits
    }
}
