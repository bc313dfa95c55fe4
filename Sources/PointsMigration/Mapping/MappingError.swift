package import PointsJSON

/// Why a mapping cannot be used; places in it are JSON Pointers (RFC 6901).
package enum MappingError: Error, Hashable, Sendable {
    /// The text is not JSON.
    case notJSON(JSONParseError)

    /// The text is longer than ``MigrationLimits/mappingBytesMax``.
    case tooLong(bytes: Int)

    /// A key that means nothing here.
    case unknownKey(JSONPointer)

    /// A key that must be there.
    case missingKey(JSONPointer)

    /// Another kind of value than the key takes.
    case wrongKind(JSONPointer, expected: String, found: String)

    /// A text or number that is none of those allowed.
    case notAllowed(JSONPointer, value: String, allowed: String)

    /// Two sources of one name.
    case duplicateSource(JSONPointer, name: String)

    /// A column that the header of a file does not have.
    case columnMissing(source: String, column: String)

    /// A column that the header of a file has more than once.
    case columnAmbiguous(source: String, column: String)
}

// MARK: - Text

extension MappingError {
    /// The stable name of the error.
    package var code: String {
        switch self {
        case .notJSON: "not_json"
        case .tooLong: "too_long"
        case .unknownKey: "unknown_key"
        case .missingKey: "missing_key"
        case .wrongKind: "wrong_kind"
        case .notAllowed: "not_allowed"
        case .duplicateSource: "duplicate_source"
        case .columnMissing: "column_missing"
        case .columnAmbiguous: "column_ambiguous"
        }
    }

    /// One sentence without capital and full stop.
    package var message: String {
        switch self {
        case .notJSON(let error): "the mapping is not JSON: \(error.message)"
        case .tooLong(let bytes):
            "the mapping has \(bytes) bytes; \(MigrationLimits.mappingBytesMax) are allowed"
        case .unknownKey(let pointer): "unknown key \(pointer)"
        case .missingKey(let pointer): "missing key \(pointer)"
        case .wrongKind(let pointer, let expected, let found):
            "\(pointer): expected \(expected), found \(found)"
        case .notAllowed(let pointer, let value, let allowed):
            "\(pointer): \"\(value)\" is not \(allowed)"
        case .duplicateSource(let pointer, let name): "\(pointer): a second source \"\(name)\""
        case .columnMissing(let source, let column):
            "source \(source): the file has no column \"\(column)\""
        case .columnAmbiguous(let source, let column):
            "source \(source): the file has more than one column \"\(column)\""
        }
    }
}

extension MappingError: CustomStringConvertible {
    /// The ``message``.
    package var description: String {
        message
    }
}
