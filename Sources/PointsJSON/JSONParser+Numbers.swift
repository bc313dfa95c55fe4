// MARK: - Numbers (RFC 8259, section 6)

extension JSONParser {
    /// An integer if it has neither fraction nor exponent and fits an `Int64`, else a decimal.
    mutating func number() throws(JSONParseError) -> JSON {
        let start = offset
        let isNegative = skip(ASCII.minus)
        let integer = try wholePart(isNegative: isNegative)
        let hasFraction = skip(ASCII.point)
        if hasFraction { try digits() }
        let hasExponent = skip(UInt8(ascii: "e")) || skip(UInt8(ascii: "E"))
        if hasExponent {
            _ = skip(ASCII.plus) || skip(ASCII.minus)
            try digits()
        }
        let length = offset - start
        guard length <= JSONLimits.numberBytesMax else {
            throw failure(.numberTooLong(bytes: length), at: start)
        }
        if let integer, !hasFraction, !hasExponent { return .integer(integer) }
        return .decimal(JSONDecimal(unchecked: text(from: start)))
    }

    /// The digits before the point; nil if they do not fit an `Int64`.
    private mutating func wholePart(isNegative: Bool) throws(JSONParseError) -> Int64? {
        let start = offset
        // Counted downwards, because Int64.min has no positive counterpart.
        var value: Int64 = 0
        var fits = true
        while let byte = next, let digit = Self.digit(byte) {
            let (tenfold, overflowed) = value.multipliedReportingOverflow(by: 10)
            let (lower, overflowedAgain) = tenfold.subtractingReportingOverflow(digit)
            fits = fits && !overflowed && !overflowedAgain
            value = lower
            offset += 1
        }
        guard offset > start else { throw unexpected(insteadOf: .digit) }
        guard bytes[start] != ASCII.zero || offset == start + 1 else {
            throw failure(.leadingZero, at: start)
        }
        guard fits, isNegative || value != .min else { return nil }
        return isNegative ? value : -value
    }

    /// One digit or more.
    private mutating func digits() throws(JSONParseError) {
        let start = offset
        while let byte = next, Self.digit(byte) != nil { offset += 1 }
        guard offset > start else { throw unexpected(insteadOf: .digit) }
    }

    private static func digit(_ byte: UInt8) -> Int64? {
        let digit = byte &- ASCII.zero
        return digit <= 9 ? Int64(digit) : nil
    }
}
