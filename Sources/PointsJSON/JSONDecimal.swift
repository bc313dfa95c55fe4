/// A JSON number that is not a plain `Int64`, kept as written.
///
/// No floating point anywhere: a rate of `0.07` stays seven hundredths. Two decimals are equal if
/// they are written alike.
package struct JSONDecimal: Hashable, Sendable {
    /// The number as written, at most ``JSONLimits/numberBytesMax`` bytes.
    package let digits: String

    /// A number taken apart: `0.coefficient × 10^pointPosition`.
    private struct Parts {
        let isNegative: Bool

        /// Significant digits as values 0 to 9, without zeros at either end; none for zero.
        let coefficient: [UInt8]

        /// Nil if the exponent is beyond ``JSONLimits/exponentMagnitudeMax``.
        let pointPosition: Int?
    }

    /// Reads a number that ``JSON`` keeps as a decimal; nil for any other text, so also for "1",
    /// which is an integer.
    package init?(_ digits: String) {
        guard case .decimal(let decimal)? = try? JSON(parsing: digits),
            decimal.digits.utf8.count == digits.utf8.count
        else { return nil }
        self = decimal
    }

    /// The caller has checked the grammar.
    init(unchecked digits: String) {
        self.digits = digits
    }
}

// MARK: - Value

extension JSONDecimal {
    /// The number if it is exactly an `Int64`: 1 for `1.0`, 1000 for `1e3`, nil for `0.5`.
    package var exactInteger: Int64? {
        let parts = parts
        guard !parts.coefficient.isEmpty else { return 0 }
        guard let pointPosition = parts.pointPosition,
            pointPosition >= parts.coefficient.count,
            pointPosition <= JSONLimits.integerDigitsMax
        else { return nil }
        // Counted downwards, because Int64.min has no positive counterpart.
        var value: Int64 = 0
        for index in 0..<pointPosition {
            let digit = index < parts.coefficient.count ? parts.coefficient[index] : 0
            let (tenfold, overflowed) = value.multipliedReportingOverflow(by: 10)
            let (lower, overflowedAgain) = tenfold.subtractingReportingOverflow(Int64(digit))
            guard !overflowed, !overflowedAgain else { return nil }
            value = lower
        }
        if parts.isNegative { return value }
        return value == .min ? nil : -value
    }

    /// One spelling for each value, laid out as in RFC 8785, section 3.2.2.3 (ECMAScript's
    /// `Number::toString`) but with every digit kept.
    ///
    /// With an exponent beyond ``JSONLimits/exponentMagnitudeMax`` the number stays as written.
    var canonicalDigits: String {
        let parts = parts
        guard !parts.coefficient.isEmpty else { return "0" }
        guard let pointPosition = parts.pointPosition else { return digits }
        let sign = parts.isNegative ? "-" : ""
        let coefficient = String(decoding: parts.coefficient.map { ASCII.zero + $0 }, as: UTF8.self)
        switch pointPosition {
        case 1...JSONLimits.plainDigitsMax:
            let padding = String(repeating: "0", count: max(0, pointPosition - coefficient.count))
            return sign + Self.split(coefficient + padding, at: pointPosition)
        case (-JSONLimits.plainZerosMax)...0:
            return sign + "0." + String(repeating: "0", count: -pointPosition) + coefficient
        default:
            let exponent = pointPosition - 1
            return sign + Self.split(coefficient, at: 1) + (exponent < 0 ? "e" : "e+")
                + String(exponent)
        }
    }

    private static func split(_ digits: String, at pointPosition: Int) -> String {
        let fraction = digits.dropFirst(pointPosition)
        return digits.prefix(pointPosition) + (fraction.isEmpty ? "" : "." + fraction)
    }

    private var parts: Parts {
        let exponentMark = digits.firstIndex { $0 == "e" || $0 == "E" } ?? digits.endIndex
        let mantissa = digits[..<exponentMark].utf8.drop { $0 == ASCII.minus }
        let whole = mantissa.prefix { $0 != ASCII.point }
        let written = mantissa.filter { $0 != ASCII.point }.map { $0 - ASCII.zero }
        let significant = written.drop { $0 == 0 }
        let trailingZeros = significant.reversed().prefix { $0 == 0 }.count
        return Parts(
            isNegative: digits.utf8.first == ASCII.minus,
            coefficient: Array(significant.dropLast(trailingZeros)),
            pointPosition: exponent(after: exponentMark).map { exponent in
                whole.count - (written.count - significant.count) + exponent
            })
    }

    private func exponent(after mark: String.Index) -> Int? {
        guard mark < digits.endIndex else { return 0 }
        guard let exponent = Int(digits[mark...].dropFirst()),
            exponent.magnitude <= JSONLimits.exponentMagnitudeMax
        else { return nil }
        return exponent
    }
}
