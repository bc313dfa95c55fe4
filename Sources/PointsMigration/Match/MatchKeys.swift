/// The keys of all records, laid out so that records of one key stand together.
///
/// A key is kept as 64 bits: 16 bytes a key, whatever its text. Two keys that fall together by
/// chance only make a comparison that finds nothing.
struct MatchKeys {
    private var entries: [Entry] = []

    private struct Entry: Comparable {
        let hash: UInt64
        let record: Int32

        static func < (left: Entry, right: Entry) -> Bool {
            (left.hash, left.record) < (right.hash, right.record)
        }
    }

    /// What a key is taken from; it is part of the key.
    enum Kind: UInt8 {
        case ownIdentity
        case identity
        case email
        case phone
        case nameAndBirthDate
    }
}

// MARK: - Filling

extension MatchKeys {
    mutating func append(_ kind: Kind, _ texts: String..., record: Int) {
        var hash = FNVHash()
        hash.combine(kind.rawValue)
        for text in texts {
            for byte in text.utf8 { hash.combine(byte) }
            hash.combine(0xff)
        }
        entries.append(Entry(hash: hash.value, record: Int32(record)))
    }

    /// The records of each key that more than one has, in the order of the records.
    mutating func blocks() -> [[Int]] {
        entries.sort()
        var blocks: [[Int]] = []
        var start = 0
        while start < entries.count {
            var end = start + 1
            while end < entries.count, entries[end].hash == entries[start].hash { end += 1 }
            if end - start > 1 {
                var block: [Int] = []
                for entry in entries[start..<end] where block.last != Int(entry.record) {
                    block.append(Int(entry.record))
                }
                if block.count > 1 { blocks.append(block) }
            }
            start = end
        }
        return blocks.sorted { ($0[0], $0[1]) < ($1[0], $1[1]) }
    }
}
