/// What the numbers of a card look like.
package struct CardFormat: Hashable, Sendable {
    /// The numbers of digits that cards have; empty if any will do.
    package let lengths: [Int]

    /// The check on the last digit.
    package let check: CheckDigit

    /// A format.
    package init(lengths: [Int] = [], check: CheckDigit = .ean13) {
        self.lengths = lengths
        self.check = check
    }
}

// MARK: - Reading

extension CardFormat {
    /// Reads a card number.
    ///
    /// What a spreadsheet broke is recognised by name and never guessed at: `2.90000E+12` has lost
    /// digits, and `123464` leading zeros that only the card itself shows.
    package func reading(of text: String) -> Reading<String> {
        var body = WidthFolding.fold(text).unicodeScalars.filter { scalar in
            !scalar.isSpace && !"-ー−‐".unicodeScalars.contains(scalar)
        }
        // A spreadsheet marks a number that is text with an apostrophe.
        if body.first == "'" { body.removeFirst() }
        guard !body.isEmpty else { return .missing }
        let parts = String(body).split(separator: ".", omittingEmptySubsequences: false)
        let isExponent = body.contains { $0 == "E" || $0 == "e" } && body.allSatisfy(isNumeric)
        if isExponent { return .invalid(.exponent) }
        guard let digits = parts.first.map(String.init), parts.count <= 2,
            parts.dropFirst().allSatisfy({ !$0.isEmpty && $0.allSatisfy { $0 == "0" } }),
            !digits.isEmpty, digits.unicodeScalars.allSatisfy({ ("0"..."9").contains($0) })
        else { return .invalid(.characters) }
        return checked(digits)
    }

    private func checked(_ digits: String) -> Reading<String> {
        if digits.utf8.allSatisfy({ $0 == UInt8(ascii: "0") }) { return .placeholder(digits) }
        let count = digits.utf8.count
        if let longest = lengths.max(), !lengths.contains(count) {
            return .invalid(count < longest ? .tooShort : .length)
        }
        return check.accepts(digits) ? .value(digits) : .invalid(.checkDigit)
    }

    private func isNumeric(_ scalar: Unicode.Scalar) -> Bool {
        ("0"..."9").contains(scalar) || ".eE+".unicodeScalars.contains(scalar)
    }
}
