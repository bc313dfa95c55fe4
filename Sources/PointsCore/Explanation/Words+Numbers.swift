// MARK: - Numbers

extension Words {
    /// A whole number with commas.
    package static func number(_ number: some BinaryInteger) -> String {
        let digits = number.magnitude.description
        var text = ""
        for (index, digit) in digits.enumerated() {
            if index > 0, (digits.count - index).isMultiple(of: 3) { text += "," }
            text.append(digit)
        }
        return (number < 0 ? "-" : "") + text
    }

    /// An exact number: `1,385`, `9.8`, `16 2/3`.
    package static func number(_ number: Fraction) -> Words {
        let sign = number.numerator < 0 ? "-" : ""
        let denominator = number.denominator.magnitude
        let (whole, rest) = number.numerator.magnitude.quotientAndRemainder(dividingBy: denominator)
        guard rest > 0 else { return Words(sign + Words.number(whole)) }
        if Words.decimals.isMultiple(of: denominator) {
            var digits = (Words.decimals + rest * (Words.decimals / denominator)).description
            while digits.last == "0" { digits.removeLast() }
            return Words("\(sign)\(Words.number(whole)).\(digits.dropFirst())")
        }
        let part = "\(rest)/\(denominator)"
        guard whole > 0 else { return Words(sign + part) }
        return Words(
            ja: "\(sign)\(Words.number(whole))と\(part)",
            en: "\(sign)\(Words.number(whole)) \(part)")
    }

    /// Nine decimals: what does not end within them is said as a fraction.
    private static let decimals: UInt128 = 1_000_000_000

    /// Points: `1 point`, `3,000 points`.
    package static func points(_ count: Int64) -> Words {
        self.count(count, ja: "ポイント", en: "point")
    }

    /// Points before they are rounded.
    package static func points(_ count: Fraction) -> Words {
        let number = number(count)
        return Words(
            ja: "\(number.ja)ポイント", en: "\(number.en) point\(count == Fraction(1) ? "" : "s")")
    }

    /// So many of something whose English name takes an s.
    package static func count(_ count: Int64, ja: String, en: String) -> Words {
        let number = number(count)
        return Words(ja: number + ja, en: "\(number) \(en)\(count == 1 ? "" : "s")")
    }

    /// At least, at most, or between; `nil` without a bound.
    package static func bound(
        _ bound: AmountBound, _ words: (Int64) -> Words
    ) -> Words? {
        switch (bound.min.map(words), bound.max.map(words)) {
        case (nil, nil): nil
        case (let min?, nil): Words(ja: "\(min.ja)以上", en: "\(min.en) or more")
        case (nil, let max?): Words(ja: "\(max.ja)以下", en: "at most \(max.en)")
        case (let min?, let max?):
            Words(ja: "\(min.ja)以上\(max.ja)以下", en: "\(min.en) to \(max.en)")
        }
    }
}
