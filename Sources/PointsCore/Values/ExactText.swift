/// A text that is compared by its UTF-8 bytes, as the database compares it.
///
/// `String` calls the composed and the decomposed "é" equal; a key that a client sent is the bytes that it sent.
package struct ExactText: Hashable, Comparable, Sendable {
    /// The text.
    package let text: String

    /// The text, to be compared by its bytes.
    package init(_ text: String) {
        self.text = text
    }

    /// By the bytes.
    package static func == (left: ExactText, right: ExactText) -> Bool {
        left.text.hasSameBytes(as: right.text)
    }

    /// In the order of the bytes, as the database sorts.
    package static func < (left: ExactText, right: ExactText) -> Bool {
        left.text.utf8.lexicographicallyPrecedes(right.text.utf8)
    }

    /// Hashes the bytes.
    package func hash(into hasher: inout Hasher) {
        var text = text
        text.withUTF8 { hasher.combine(bytes: UnsafeRawBufferPointer($0)) }
    }
}
