/// The place of a value within a document (RFC 6901): `/lines/0/sku`.
package struct JSONPointer: Sendable {
    /// The pointer as text: a slash and an escaped token for each step, nothing for the root.
    private let text: String

    /// The whole document.
    package static let root = JSONPointer(text: "")
}

// MARK: - Steps

extension JSONPointer {
    /// The place of a member; "~" and "/" in its key are escaped (RFC 6901, section 3).
    package func appending(_ key: String) -> JSONPointer {
        guard key.utf8.contains(where: { $0 == UInt8(ascii: "~") || $0 == ASCII.slash }) else {
            return JSONPointer(text: text + "/" + key)
        }
        let token = key.unicodeScalars.reduce(into: "") { token, scalar in
            switch scalar {
            case "~": token += "~0"
            case "/": token += "~1"
            default: token.unicodeScalars.append(scalar)
            }
        }
        return JSONPointer(text: text + "/" + token)
    }

    /// The place of an element, from zero.
    package func appending(_ index: Int) -> JSONPointer {
        JSONPointer(text: "\(text)/\(index)")
    }
}

// MARK: - Text

extension JSONPointer: CustomStringConvertible {
    /// The pointer as text, "" for the root.
    package var description: String {
        text
    }
}

// MARK: - Equality

extension JSONPointer: Hashable {
    /// By the bytes of the tokens.
    package static func == (left: JSONPointer, right: JSONPointer) -> Bool {
        ExactString(left.text) == ExactString(right.text)
    }

    /// Agrees with `==`.
    package func hash(into hasher: inout Hasher) {
        hasher.combine(ExactString(text))
    }
}
