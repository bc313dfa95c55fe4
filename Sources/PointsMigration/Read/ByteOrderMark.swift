/// The bytes at the start of a file that tell its encoding.
enum ByteOrderMark {
    static let utf8: [UInt8] = [0xef, 0xbb, 0xbf]
    static let utf16BigEndian: [UInt8] = [0xfe, 0xff]
    static let utf16LittleEndian: [UInt8] = [0xff, 0xfe]
}
