/// A telephone number for comparison.
package struct PhoneNumber: Hashable, Sendable {
    /// What kind of number it is.
    package let kind: Kind

    /// The digits of a number within Japan with their leading zero; `+` and digits for another.
    package let digits: String

    /// The kinds of numbers of the Japanese numbering plan.
    package enum Kind: String, Sendable {
        /// 060, 070, 080 and 090: one person's own.
        case mobile
        /// A number with an area code: a household's.
        case landline
        /// 050.
        case internet = "ip"
        /// 0120 and 0800: nobody's own.
        case tollFree = "toll_free"
        /// A number of another country.
        case foreign
    }
}

// MARK: - Reading

extension PhoneNumber {
    /// Reads a number as people write it: full-width, with +81, hyphens, brackets, an extension.
    ///
    /// A number that lacks only its leading zero is restored.
    package static func reading(of text: String) -> Reading<PhoneNumber> {
        let folded = WidthFolding.fold(text)
        guard folded.unicodeScalars.contains(where: { !$0.isSpace }) else { return .missing }
        var digits: [UInt8] = []
        var isInternational = false
        for scalar in folded.unicodeScalars.prefix(while: { !startsExtension($0) }) {
            switch scalar {
            case "0"..."9": digits.append(UInt8(truncatingIfNeeded: scalar.value))
            case "+" where digits.isEmpty: isInternational = true
            case _ where isSeparator(scalar): continue
            default: return .invalid(.characters)
            }
        }
        guard !digits.isEmpty else { return .invalid(.characters) }
        guard isInternational else { return domestic(digits) }
        guard digits.starts(with: "81".utf8) else {
            guard (7...15).contains(digits.count) else { return .invalid(.length) }
            return .value(PhoneNumber(kind: .foreign, digits: "+" + string(digits)))
        }
        let national = digits.dropFirst(2).drop { $0 == zero }
        return domestic([zero] + national)
    }

    private static let zero = UInt8(ascii: "0")

    /// Whether an extension starts here: 内線12, ext 12, #12.
    private static func startsExtension(_ scalar: Unicode.Scalar) -> Bool {
        scalar == "内" || scalar == "#" || scalar == "e" || scalar == "E"
    }

    private static func isSeparator(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar {
        case "-", "(", ")", ".", "/", "ー", "一", "−", "~", "〜", "\u{2010}"..."\u{2015}", "─": true
        default: scalar.isSpace
        }
    }

    private static func string(_ digits: some Collection<UInt8>) -> String {
        String(decoding: digits, as: UTF8.self)
    }
}

// MARK: - The Japanese numbering plan

extension PhoneNumber {
    private static func domestic(_ digits: [UInt8]) -> Reading<PhoneNumber> {
        let isFilling =
            digits.count >= 9
            && (digits.allSatisfy { $0 == digits[0] } || digits.suffix(7).allSatisfy { $0 == zero })
        let isRestored = digits[0] != zero
        let full = isRestored ? [zero] + digits : digits
        guard let kind = kind(of: full) else {
            return isFilling
                ? .placeholder(PhoneNumber(kind: .landline, digits: string(digits)))
                : .invalid(.length)
        }
        let number = PhoneNumber(kind: kind, digits: string(full))
        if isFilling { return .placeholder(number) }
        return isRestored ? .restored(number) : .value(number)
    }

    private static func kind(of digits: [UInt8]) -> Kind? {
        let number = string(digits)
        // The first prefix that fits decides: 0800 is longer than 080.
        let kinds: [(prefixes: [String], length: Int, kind: Kind)] = [
            (["0800"], 11, .tollFree),
            (["0120", "0570"], 10, .tollFree),
            (["050"], 11, .internet),
            (["060", "070", "080", "090"], 11, .mobile),
        ]
        for candidate in kinds where candidate.prefixes.contains(where: number.hasPrefix) {
            return candidate.length == digits.count ? candidate.kind : nil
        }
        return digits.count == 10 && digits[1] != zero ? .landline : nil
    }
}
