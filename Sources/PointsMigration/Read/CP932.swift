internal import Foundation

/// Windows-31J, the encoding that Windows calls code page 932.
///
/// Foundation decodes it, but gives up a whole text for one wrong byte and is slow; so it is asked
/// once for every character, and decoding is a look-up.
enum CP932 {
    /// The character for each pair of bytes, at `lead << 8 | trail`; zero where there is none.
    ///
    /// All of them lie in the basic multilingual plane.
    static let doubleBytes: [UInt16] = {
        var table = [UInt16](repeating: 0, count: 65_536)
        for lead in UInt8(0x81)...0xfc where isLead(lead) {
            for trail in UInt8(0x40)...0xfc where trail != 0x7f {
                let text = String(bytes: [lead, trail], encoding: .shiftJIS)
                guard let units = text?.utf16, units.count == 1, let unit = units.first else {
                    continue
                }
                table[Int(lead) << 8 | Int(trail)] = unit
            }
        }
        return table
    }()

    /// Whether a byte is the first of two.
    static func isLead(_ byte: UInt8) -> Bool {
        (0x81...0x9f).contains(byte) || (0xe0...0xfc).contains(byte)
    }
}

// MARK: - Decoding

extension CP932 {
    /// The text, or nil if ``wrongBytes(in:)`` names bytes that stand for nothing.
    static func decode(_ bytes: UnsafeBufferPointer<UInt8>) -> String? {
        doubleBytes.withUnsafeBufferPointer { table in
            var isWhole = true
            // No byte becomes more than three: half-width kana are one byte here, three in UTF-8.
            let text = String(unsafeUninitializedCapacity: bytes.count * 3) { output in
                var count = 0
                var index = 0
                while index < bytes.count {
                    let (unit, length) = character(at: index, in: bytes, table)
                    guard length > 0 else {
                        isWhole = false
                        return 0
                    }
                    index += length
                    write(unit, to: output, &count)
                }
                return count
            }
            return isWhole ? text : nil
        }
    }

    /// Where the first bytes lie that stand for nothing; nil if all do.
    static func wrongBytes(in bytes: UnsafeBufferPointer<UInt8>) -> Range<Int>? {
        doubleBytes.withUnsafeBufferPointer { table in
            var index = 0
            while index < bytes.count {
                let length = character(at: index, in: bytes, table).length
                guard length > 0 else {
                    let isPair = isLead(bytes[index]) && index + 1 < bytes.count
                    return index..<index + (isPair ? 2 : 1)
                }
                index += length
            }
            return nil
        }
    }

    /// The character and how many bytes it takes; no bytes if there is none.
    private static func character(
        at index: Int, in bytes: UnsafeBufferPointer<UInt8>, _ table: UnsafeBufferPointer<UInt16>
    ) -> (unit: UInt16, length: Int) {
        let byte = bytes[index]
        switch byte {
        case 0x00..<0x80:
            return (UInt16(byte), 1)
        case 0xa1...0xdf:
            return (UInt16(byte) - 0xa1 + 0xff61, 1)
        default:
            guard isLead(byte), index + 1 < bytes.count else { return (0, 0) }
            let unit = table[Int(byte) << 8 | Int(bytes[index + 1])]
            return (unit, unit == 0 ? 0 : 2)
        }
    }

    private static func write(
        _ unit: UInt16, to output: UnsafeMutableBufferPointer<UInt8>, _ count: inout Int
    ) {
        if unit < 0x80 {
            output[count] = UInt8(unit)
            count += 1
            return
        }
        if unit < 0x800 {
            output[count] = 0xc0 | UInt8(unit >> 6)
            count += 1
        } else {
            output[count] = 0xe0 | UInt8(unit >> 12)
            output[count + 1] = 0x80 | UInt8(unit >> 6 & 0x3f)
            count += 2
        }
        output[count] = 0x80 | UInt8(unit & 0x3f)
        count += 1
    }
}
