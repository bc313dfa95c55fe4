// MARK: - How a text is named

extension PolicyVersion {
    /// Whether a text is an address at which a policy may stand.
    package static func isAddress(_ text: String) -> Bool {
        let bytes = text.utf8
        return bytes.count <= CoreLimits.addressBytesMax
            && bytes.starts(with: "https://".utf8) && bytes.count > "https://".utf8.count
            && bytes.allSatisfy { (0x21...0x7e).contains($0) }
    }

    /// The 32 bytes of 64 hexadecimal digits, which are small; `nil` for anything else.
    package static func digest(_ text: String) -> [UInt8]? {
        let digits = text.utf8.map { byte -> UInt8? in
            switch byte {
            case UInt8(ascii: "0")...UInt8(ascii: "9"): byte - UInt8(ascii: "0")
            case UInt8(ascii: "a")...UInt8(ascii: "f"): byte - UInt8(ascii: "a") + 10
            default: nil
            }
        }.compactMap(\.self)
        guard digits.count == text.utf8.count, digits.count == 2 * SHA256.digestBytes else {
            return nil
        }
        return stride(from: 0, to: digits.count, by: 2).map { digits[$0] << 4 | digits[$0 + 1] }
    }
}
