/// The rule for what may stand in `Host` and behind `http://` (RFC 9112, 3.2 and RFC 3986, 3.2).
enum RequestAuthority {
    /// Whether the bytes are a host name or address with an optional port.
    ///
    /// Narrower than `reg-name`: no `sub-delims` and no percent-encoding, which no host on a
    /// network has, and a comma is how two hosts are passed off as one.
    static func isValid(_ bytes: ArraySlice<UInt8>) -> Bool {
        let hostEnd: Int
        if bytes.first == UInt8(ascii: "[") {
            guard let bracket = bytes.firstIndex(of: UInt8(ascii: "]")) else { return false }
            let address = bytes[(bytes.startIndex + 1)..<bracket]
            guard address.contains(UInt8(ascii: ":")) else { return false }
            guard address.allSatisfy(isAddressCharacter) else { return false }
            hostEnd = bracket + 1
        } else {
            hostEnd = bytes.firstIndex(of: UInt8(ascii: ":")) ?? bytes.endIndex
            let name = bytes[..<hostEnd]
            guard !name.isEmpty, name.allSatisfy(\.isUnreserved) else { return false }
        }
        return isPort(bytes[hostEnd...])
    }

    private static func isAddressCharacter(_ byte: UInt8) -> Bool {
        byte.hexadecimalDigit != nil || byte == UInt8(ascii: ":") || byte == UInt8(ascii: ".")
    }

    /// Nothing, or a colon and up to five digits that are at most 65,535.
    private static func isPort(_ bytes: ArraySlice<UInt8>) -> Bool {
        guard let colon = bytes.first else { return true }
        let digits = bytes.dropFirst()
        guard colon == UInt8(ascii: ":"), digits.count <= 5 else { return false }
        var port = 0
        for byte in digits {
            guard let digit = byte.decimalDigit else { return false }
            port = port * 10 + digit
        }
        return port <= 65_535
    }
}
