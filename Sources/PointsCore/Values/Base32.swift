/// Crockford's base 32 in small letters: no `i`, `l`, `o`, `u`, so that an id can be read out over the phone.
enum Base32 {
    private static let alphabet = Array("0123456789abcdefghjkmnpqrstvwxyz".utf8)

    /// 128 bits in 26 characters, most significant first.
    static func text(high: UInt64, low: UInt64) -> String {
        var value = UInt128(high) << 64 | UInt128(low)
        var characters = [UInt8](repeating: 0, count: 26)
        for index in characters.indices.reversed() {
            characters[index] = alphabet[Int(truncatingIfNeeded: value & 31)]
            value >>= 5
        }
        return String(decoding: characters, as: UTF8.self)
    }

    /// The 128 bits of 26 characters; `nil` for anything that ``text(high:low:)`` does not write.
    static func bits(of text: some StringProtocol) -> (high: UInt64, low: UInt64)? {
        let characters = Array(text.utf8)
        guard characters.count == 26, characters[0] <= UInt8(ascii: "7") else { return nil }
        var value: UInt128 = 0
        for character in characters {
            guard let digit = alphabet.firstIndex(of: character) else { return nil }
            value = value << 5 | UInt128(digit)
        }
        return (UInt64(truncatingIfNeeded: value >> 64), UInt64(truncatingIfNeeded: value))
    }
}
