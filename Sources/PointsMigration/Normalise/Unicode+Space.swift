// MARK: - Space

extension Unicode.Scalar {
    /// Whether the character is a space or a line end.
    ///
    /// Asked for every character of a file, so the common answer does not go through the Unicode
    /// tables.
    var isSpace: Bool {
        switch value {
        case 0x20, 0x09...0x0d, 0x3000: true
        case 0x21...0x7e, 0x3001...0x9fff: false
        default: properties.isWhitespace
        }
    }
}
