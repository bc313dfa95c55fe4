/// How the bytes of a file stand for characters.
package enum TextEncoding: String, CaseIterable, Sendable {
    /// Windows-31J, the Shift JIS of Windows and of Excel.
    case cp932

    /// UTF-8 with or without a byte order mark.
    case utf8 = "utf-8"

    /// UTF-16; little endian where a byte order mark does not say otherwise.
    case utf16 = "utf-16"
}
