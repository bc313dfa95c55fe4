extension Unicode.Scalar {
    /// Whether it can be shown between other characters.
    var isVisible: Bool {
        switch properties.generalCategory {
        case .control, .format, .surrogate, .privateUse, .unassigned, .spaceSeparator,
            .lineSeparator, .paragraphSeparator, .nonspacingMark, .enclosingMark, .spacingMark:
            false
        default: true
        }
    }

    /// The ASCII character for which it is written by mistake: input methods and word processors put such characters into
    /// texts.
    var asciiLookalike: Unicode.Scalar? {
        switch value {
        // The full-width forms stand in the order of ASCII.
        case 0xFF01...0xFF5E: Unicode.Scalar(value - 0xFF01 + 0x21)
        default: Unicode.Scalar.lookalikes[self]
        }
    }

    private static let lookalikes: [Unicode.Scalar: Unicode.Scalar] = [
        "\u{3000}": " ", "\u{A0}": " ", "\u{2003}": " ",
        "“": "\"", "”": "\"", "„": "\"", "〝": "\"", "〟": "\"", "‘": "\"", "’": "\"",
        "「": "\"", "」": "\"", "、": ",", "､": ",", "−": "-", "–": "-",
    ]
}
