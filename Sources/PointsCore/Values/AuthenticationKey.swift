/// A secret under which messages are hashed: HMAC-SHA-256 after RFC 2104.
///
/// The key is taken in once; each message then costs its own blocks and two more.
package struct AuthenticationKey: Sendable {
    private let inner: SHA256
    private let outer: SHA256

    /// The key with these bytes, of any number.
    package init(_ bytes: [UInt8]) {
        let short = bytes.count > SHA256.blockBytes ? SHA256.digest(bytes) : bytes
        let padded = short + [UInt8](repeating: 0, count: SHA256.blockBytes - short.count)
        var inner = SHA256()
        inner.update(padded.map { $0 ^ 0x36 })
        self.inner = inner
        var outer = SHA256()
        outer.update(padded.map { $0 ^ 0x5c })
        self.outer = outer
    }

    /// The 32 bytes that only somebody with the key can make of the pieces, one after the other.
    package func code(of pieces: [UInt8]...) -> [UInt8] {
        var inner = inner
        for piece in pieces { inner.update(piece) }
        var outer = outer
        outer.update(inner.digest())
        return outer.digest()
    }
}
