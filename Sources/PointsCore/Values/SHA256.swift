/// SHA-256 as FIPS 180-4 defines it, section 6.2.
///
/// Foundation has no hash functions on Linux, and the core knows nothing but the language.
package struct SHA256: Sendable {
    private var state = SHA256State()
    /// A block that is not full yet: its first ``restCount`` bytes wait.
    private var rest = InlineArray<64, UInt8>(repeating: 0)
    private var restCount = 0
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

    /// The digest of two pieces, as chains need it: laid out with their padding and taken in at once.
    package static func digest(_ first: [UInt8], _ second: [UInt8]) -> [UInt8] {
        let count = first.count + second.count
        let padded = (count + 8) / blockBytes * blockBytes + blockBytes
        var state = SHA256State()
        withUnsafeTemporaryAllocation(byteCount: padded, alignment: 8) { message in
            message.copyBytes(from: first)
            UnsafeMutableRawBufferPointer(rebasing: message[first.count...]).copyBytes(from: second)
            message[count] = 0x80
            for index in (count + 1)..<(padded - 8) { message[index] = 0 }
            message.storeBytes(
                of: (UInt64(count) * 8).bigEndian, toByteOffset: padded - 8, as: UInt64.self)
            state.compress(UnsafeRawBufferPointer(message))
        }
        return state.bytes
    }

    /// Adds bytes to what is hashed.
    package mutating func update(_ bytes: [UInt8]) {
        byteCount += UInt64(bytes.count)
        bytes.withUnsafeBytes { absorb($0) }
    }

    private mutating func absorb(_ bytes: UnsafeRawBufferPointer) {
        var taken = 0
        if restCount > 0 {
            taken = min(SHA256.blockBytes - restCount, bytes.count)
            keep(UnsafeRawBufferPointer(rebasing: bytes[..<taken]))
            guard restCount == SHA256.blockBytes else { return }
            compressRest()
        }
        let blocks = (bytes.count - taken) / SHA256.blockBytes
        let end = taken + blocks * SHA256.blockBytes
        state.compress(UnsafeRawBufferPointer(rebasing: bytes[taken..<end]))
        keep(UnsafeRawBufferPointer(rebasing: bytes[end...]))
    }

    /// Puts bytes behind those that wait; they fit.
    private mutating func keep(_ bytes: UnsafeRawBufferPointer) {
        let start = restCount
        withUnsafeMutableBytes(of: &rest) { rest in
            UnsafeMutableRawBufferPointer(rebasing: rest[start...]).copyMemory(from: bytes)
        }
        restCount += bytes.count
    }

    private mutating func compressRest() {
        withUnsafeBytes(of: rest) { state.compress($0) }
        restCount = 0
    }

    /// The 32 bytes for all that was added.
    package func digest() -> [UInt8] {
        var last = self
        last.rest[restCount] = 0x80
        for index in (restCount + 1)..<max(restCount + 1, SHA256.blockBytes) {
            last.rest[index] = 0
        }
        if restCount >= SHA256.blockBytes - 8 {
            last.compressRest()
            last.rest = InlineArray(repeating: 0)
        }
        let bitCount = byteCount * 8
        for index in 0..<8 {
            last.rest[SHA256.blockBytes - 1 - index] = UInt8(
                truncatingIfNeeded: bitCount >> UInt64(8 * index))
        }
        last.compressRest()
        return last.state.bytes
    }
}
