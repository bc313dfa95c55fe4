/// SHA-256 as FIPS 180-4 defines it, section 6.2.
///
/// Foundation has no hash functions on Linux, and the core knows nothing but the language.
package struct SHA256: Sendable {
    private var state = SHA256State()
    /// The bytes of a block that is not full yet.
    private var rest: [UInt8] = []
    private var byteCount: UInt64 = 0

    /// Length of a digest in bytes.
    package static let digestBytes = 32
    /// Length of a block in bytes.
    static let blockBytes = 64

    /// A hash of nothing yet.
    package init() {}

    /// The digest of the pieces, one after the other.
    package static func digest(_ pieces: [UInt8]...) -> [UInt8] {
        var hash = SHA256()
        for piece in pieces { hash.update(piece) }
        return hash.digest()
    }

    /// Adds bytes to what is hashed.
    package mutating func update(_ bytes: [UInt8]) {
        byteCount += UInt64(bytes.count)
        guard !rest.isEmpty || bytes.count < SHA256.blockBytes else {
            absorb(bytes)
            return
        }
        // Short pieces gather until they fill a block.
        rest += bytes
        if rest.count >= SHA256.blockBytes {
            let gathered = rest
            rest.removeAll(keepingCapacity: true)
            absorb(gathered)
        }
    }

    private mutating func absorb(_ bytes: [UInt8]) {
        let whole = bytes.count - bytes.count % SHA256.blockBytes
        bytes.withUnsafeBufferPointer { pointer in
            for start in stride(from: 0, to: whole, by: SHA256.blockBytes) {
                state.compress(pointer, at: start)
            }
        }
        if whole < bytes.count { rest += bytes[whole...] }
    }

    /// The 32 bytes for all that was added.
    package func digest() -> [UInt8] {
        var state = state
        let bitCount = byteCount * 8
        let padded = rest.count < 56 ? SHA256.blockBytes : 2 * SHA256.blockBytes
        withUnsafeTemporaryAllocation(of: UInt8.self, capacity: padded) { block in
            block.initialize(repeating: 0)
            for (index, byte) in rest.enumerated() { block[index] = byte }
            block[rest.count] = 0x80
            for index in 0..<8 {
                block[padded - 1 - index] = UInt8(
                    truncatingIfNeeded: bitCount >> UInt64(8 * index))
            }
            for start in stride(from: 0, to: padded, by: SHA256.blockBytes) {
                state.compress(UnsafeBufferPointer(block), at: start)
            }
        }
        return state.bytes
    }
}
