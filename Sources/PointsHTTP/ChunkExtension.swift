/// The rule for what may follow a chunk size; its meaning is ignored (RFC 9112, 7.1.1).
enum ChunkExtension {
    /// Whether the bytes are nothing or a run of `;name`, `;name=token` and `;name="quoted"`.
    static func isValid(_ bytes: ArraySlice<UInt8>) -> Bool {
        var rest = bytes
        while let first = rest.popFirst() {
            guard first == UInt8(ascii: ";"), dropToken(from: &rest) else { return false }
            guard rest.first == UInt8(ascii: "=") else { continue }
            rest.removeFirst()
            let isQuoted = rest.first == UInt8(ascii: "\"")
            guard isQuoted ? dropQuoted(from: &rest) : dropToken(from: &rest) else { return false }
        }
        return true
    }

    /// RFC 9110, 5.6.2.
    private static func dropToken(from rest: inout ArraySlice<UInt8>) -> Bool {
        let token = rest.prefix(while: \.isTokenCharacter)
        rest = rest[token.endIndex...]
        return !token.isEmpty
    }

    /// RFC 9110, 5.6.4: a backslash takes the meaning off the byte behind it.
    private static func dropQuoted(from rest: inout ArraySlice<UInt8>) -> Bool {
        rest.removeFirst()
        while let byte = rest.popFirst() {
            switch byte {
            case UInt8(ascii: "\""): return true
            case UInt8(ascii: "\\"):
                guard let escaped = rest.popFirst(), escaped.isFieldValueCharacter else {
                    return false
                }
            default:
                guard byte.isFieldValueCharacter else { return false }
            }
        }
        return false
    }
}
