/// A Japanese postal code.
package enum PostalCode {
    /// Seven digits; six are restored with a leading zero, as Hokkaido and Tohoku have it.
    package static func reading(of text: String) -> Reading<String> {
        let characters = WidthFolding.fold(text).unicodeScalars.filter { scalar in
            !scalar.isSpace && !"〒-ー−‐".unicodeScalars.contains(scalar)
        }
        let digits = String(String.UnicodeScalarView(characters))
        guard !digits.isEmpty else { return .missing }
        guard digits.utf8.allSatisfy((UInt8(ascii: "0")...UInt8(ascii: "9")).contains) else {
            return .invalid(.characters)
        }
        switch digits.utf8.count {
        case 7 where digits.utf8.allSatisfy { $0 == UInt8(ascii: "0") }: return .placeholder(digits)
        case 7: return .value(digits)
        case 6: return .restored("0" + digits)
        default: return .invalid(.length)
        }
    }
}
