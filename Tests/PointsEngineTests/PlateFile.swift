import TestSupport

/// A file as it is on the plate of a disk, and what has been written to it since the last sync.
struct PlateFile {
    var durable: [UInt8]
    var unsynced: [Change] = []

    /// What a file's owner does to it.
    enum Change {
        case write([UInt8], at: Int)
        case truncate(to: Int)
    }

    /// Bytes that a disk writes whole or not at all.
    private static let sectorBytes = 512

    mutating func sync() {
        for change in unsynced { change.apply(to: &durable) }
        unsynced.removeAll(keepingCapacity: true)
    }

    /// What a power cut leaves.
    func content(losing loss: FaultyDisk.Loss, _ generator: inout SeededGenerator) -> [UInt8] {
        var content = durable
        guard loss != .everything else { return content }
        let pieces = loss == .sectors ? unsynced.flatMap(Self.sectors) : unsynced
        for piece in pieces where Bool.random(using: &generator) { piece.apply(to: &content) }
        return content
    }

    private static func sectors(of change: Change) -> [Change] {
        guard case .write(let bytes, let offset) = change else { return [change] }
        var pieces: [Change] = []
        var start = 0
        while start < bytes.count {
            let room = sectorBytes - (offset + start) % sectorBytes
            let end = min(start + room, bytes.count)
            pieces.append(.write(Array(bytes[start..<end]), at: offset + start))
            start = end
        }
        return pieces
    }
}

extension PlateFile.Change {
    func apply(to content: inout [UInt8]) {
        switch self {
        case .write(let bytes, let offset):
            let end = offset + bytes.count
            if content.count < end {
                content += Array(repeating: 0, count: end - content.count)
            }
            content.replaceSubrange(offset..<end, with: bytes)
        case .truncate(let size):
            if content.count > size { content.removeLast(content.count - size) }
        }
    }
}
