internal import Foundation

/// What the first bytes of a file tell.
struct FileStart {
    /// The encoding that a byte order mark names.
    let encoding: TextEncoding?

    /// The delimiter that the first line speaks for.
    let delimiter: Delimiter

    /// - Throws: ``ReadError/cannotOpen(file:reason:)`` or ``ReadError/cannotRead(file:reason:)``.
    init(of file: URL) throws(ReadError) {
        // As CP932 the bytes come through unchanged, the mark included.
        let start = try ByteStream(file, encoding: .cp932).window
        if start.starts(with: ByteOrderMark.utf8) {
            encoding = .utf8
        } else if start.starts(with: ByteOrderMark.utf16BigEndian)
            || start.starts(with: ByteOrderMark.utf16LittleEndian)
        {
            encoding = .utf16
        } else {
            encoding = nil
        }
        let line = start.prefix { $0 != ASCII.lineFeed && $0 != ASCII.carriageReturn }
        let hasComma = line.contains(ASCII.comma)
        delimiter = !hasComma && line.contains(ASCII.tab) ? .tab : .comma
    }
}
