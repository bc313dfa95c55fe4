/// Turns UTF-16 into UTF-8 piece by piece.
///
/// What is not UTF-16 becomes bytes that are not UTF-8, so that the reader complains about it with
/// its place: half a surrogate pair its three-byte form, an odd last byte FF.
struct UTF16Transcoder {
    private let isBigEndian: Bool
    private var heldByte: UInt8?
    private var heldSurrogate: UInt16?

    init(isBigEndian: Bool) {
        self.isBigEndian = isBigEndian
    }
}

// MARK: - Transcoding

extension UTF16Transcoder {
    /// Appends what the bytes stand for; what is not yet complete is held back.
    mutating func append(_ bytes: some Sequence<UInt8>, to output: inout [UInt8]) {
        for byte in bytes {
            guard let first = heldByte else {
                heldByte = byte
                continue
            }
            heldByte = nil
            let (high, low) = isBigEndian ? (first, byte) : (byte, first)
            append(UInt16(high) << 8 | UInt16(low), to: &output)
        }
    }

    /// Appends what was held back when the file ended.
    mutating func finish(to output: inout [UInt8]) {
        flushSurrogate(to: &output)
        if heldByte != nil { output.append(0xff) }
        heldByte = nil
    }

    private mutating func append(_ unit: UInt16, to output: inout [UInt8]) {
        if let high = heldSurrogate, UTF16.isTrailSurrogate(unit) {
            heldSurrogate = nil
            let scalar = 0x1_0000 + (UInt32(high) - 0xd800) << 10 + (UInt32(unit) - 0xdc00)
            output.append(0xf0 | UInt8(scalar >> 18))
            output.append(0x80 | UInt8(scalar >> 12 & 0x3f))
            output.append(0x80 | UInt8(scalar >> 6 & 0x3f))
            output.append(0x80 | UInt8(scalar & 0x3f))
            return
        }
        flushSurrogate(to: &output)
        if UTF16.isLeadSurrogate(unit) {
            heldSurrogate = unit
        } else {
            Self.write(unit, to: &output)
        }
    }

    private mutating func flushSurrogate(to output: inout [UInt8]) {
        guard let surrogate = heldSurrogate else { return }
        heldSurrogate = nil
        Self.write(surrogate, to: &output)
    }

    private static func write(_ unit: UInt16, to output: inout [UInt8]) {
        if unit < 0x80 {
            output.append(UInt8(unit))
        } else if unit < 0x800 {
            output.append(0xc0 | UInt8(unit >> 6))
            output.append(0x80 | UInt8(unit & 0x3f))
        } else {
            output.append(0xe0 | UInt8(unit >> 12))
            output.append(0x80 | UInt8(unit >> 6 & 0x3f))
            output.append(0x80 | UInt8(unit & 0x3f))
        }
    }
}
