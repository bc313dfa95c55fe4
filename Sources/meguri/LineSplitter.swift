/// Cuts a stream of bytes into lines that end with LF; a CR before it belongs to the end.
struct LineSplitter {
    private let lineBytesMax: Int
    private var pending: [UInt8] = []
    private var isSkipping = false

    /// What stands between two line ends.
    enum Line {
        /// The bytes of a line.
        case whole(ArraySlice<UInt8>)
        /// A line with more bytes than may be; they were dropped.
        case tooLong
    }

    init(lineBytesMax: Int) {
        self.lineBytesMax = lineBytesMax
    }

    /// The lines that these bytes complete.
    mutating func take(_ bytes: ArraySlice<UInt8>) -> [Line] {
        var lines: [Line] = []
        var rest = bytes
        while let end = rest.firstIndex(of: UInt8(ascii: "\n")) {
            lines.append(line(endingWith: rest[..<end]))
            rest = rest[(end + 1)...]
        }
        if isSkipping || pending.count + rest.count > lineBytesMax + 1 {
            isSkipping = true
            pending.removeAll()
        } else {
            pending += rest
        }
        return lines
    }

    /// The line that the end of the stream completes, if there is one.
    mutating func finish() -> [Line] {
        guard isSkipping || !pending.isEmpty else { return [] }
        return [line(endingWith: [])]
    }

    private mutating func line(endingWith tail: ArraySlice<UInt8>) -> Line {
        defer {
            pending.removeAll()
            isSkipping = false
        }
        var bytes = pending.isEmpty ? tail : (pending + tail)[...]
        if bytes.last == UInt8(ascii: "\r") { bytes.removeLast() }
        if isSkipping || bytes.count > lineBytesMax { return .tooLong }
        return .whole(bytes)
    }
}
