extension Int128 {
    /// `1,234,567`.
    var grouped: String {
        let digits = String(magnitude)
        var text = self < 0 ? "-" : ""
        for (place, digit) in digits.enumerated() {
            if place > 0, (digits.count - place).isMultiple(of: 3) { text += "," }
            text.append(digit)
        }
        return text
    }

    /// ``grouped``, with a plus before what is above zero.
    var signed: String { self > 0 ? "+" + grouped : grouped }
}
