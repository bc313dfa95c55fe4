// MARK: - Decoding

extension TextEncoding {
    /// The text, or nil if ``wrongBytes(in:)`` names bytes that stand for nothing.
    ///
    /// UTF-16 arrives here as UTF-8, see ``UTF16Transcoder``.
    func decode(_ bytes: UnsafeBufferPointer<UInt8>) -> String? {
        switch self {
        case .cp932: CP932.decode(bytes)
        case .utf8, .utf16: String(validating: bytes, as: UTF8.self)
        }
    }

    /// Where the first bytes lie that stand for nothing; nil if all do.
    func wrongBytes(in bytes: UnsafeBufferPointer<UInt8>) -> Range<Int>? {
        switch self {
        case .cp932: CP932.wrongBytes(in: bytes)
        case .utf8, .utf16: Self.wrongUTF8(in: bytes)
        }
    }

    private static func wrongUTF8(in bytes: UnsafeBufferPointer<UInt8>) -> Range<Int>? {
        var parser = Unicode.UTF8.ForwardParser()
        var input = bytes.makeIterator()
        var offset = 0
        while true {
            switch parser.parseScalar(from: &input) {
            case .valid(let scalar): offset += scalar.count
            case .emptyInput: return nil
            case .error(let length): return offset..<offset + length
            }
        }
    }
}
