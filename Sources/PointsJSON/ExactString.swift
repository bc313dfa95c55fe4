/// A string compared by its UTF-8 bytes.
///
/// `String` calls the composed and the decomposed "é" equal; RFC 8259, section 8.3, does not, and
/// neither do the databases that keep what was sent.
struct ExactString: Hashable, Comparable {
    let text: String

    init(_ text: String) {
        self.text = text
    }

    static func == (left: ExactString, right: ExactString) -> Bool {
        let isSame = left.text.utf8.withContiguousStorageIfAvailable { leftBytes in
            right.text.utf8.withContiguousStorageIfAvailable { rightBytes in
                leftBytes.count == rightBytes.count && leftBytes.elementsEqual(rightBytes)
            }
        }
        // Native strings are contiguous; the walk is for those that come from elsewhere.
        return (isSame ?? nil) ?? left.text.utf8.elementsEqual(right.text.utf8)
    }

    static func < (left: ExactString, right: ExactString) -> Bool {
        let precedes = left.text.utf8.withContiguousStorageIfAvailable { leftBytes in
            right.text.utf8.withContiguousStorageIfAvailable { rightBytes in
                leftBytes.lexicographicallyPrecedes(rightBytes)
            }
        }
        return (precedes ?? nil) ?? left.text.utf8.lexicographicallyPrecedes(right.text.utf8)
    }

    /// Hashes the bytes: `String` would hash all spellings of one text alike, and an attacker could
    /// then fill an object with keys that collide.
    func hash(into hasher: inout Hasher) {
        var text = text
        text.withUTF8 { hasher.combine(bytes: UnsafeRawBufferPointer($0)) }
        hasher.combine(text.utf8.count)
    }
}
