internal import PointsJSON

/// An object of the mapping with its place.
///
/// Every key is asked for by name, and keys that nobody knows are an error.
struct MappingNode {
    let pointer: JSONPointer

    private let object: JSONObject

    /// - Throws: ``MappingError/wrongKind(_:expected:found:)`` or ``MappingError/unknownKey(_:)``.
    init(_ json: JSON, at pointer: JSONPointer, keys: [String]) throws(MappingError) {
        guard let object = json.object else {
            throw .wrongKind(pointer, expected: "an object", found: json.kindName)
        }
        self.pointer = pointer
        self.object = object
        for key in object.keys where !keys.contains(key) {
            throw .unknownKey(pointer.appending(key))
        }
    }
}

// MARK: - Values

extension MappingNode {
    /// A value that must be there.
    func required(_ key: String) throws(MappingError) -> JSON {
        guard let value = object[key] else { throw .missingKey(pointer.appending(key)) }
        return value
    }

    /// A value that need not be there.
    func optional(_ key: String) -> JSON? {
        object[key]
    }

    /// A text that must be there and not be empty.
    func string(_ key: String) throws(MappingError) -> String {
        try Self.string(try required(key), at: pointer.appending(key))
    }

    /// A text, if the key is there.
    func optionalString(_ key: String) throws(MappingError) -> String? {
        guard let value = object[key] else { return nil }
        return try Self.string(value, at: pointer.appending(key))
    }

    /// One text or an array of them; empty if the key is not there.
    func strings(_ key: String) throws(MappingError) -> [String] {
        guard let value = object[key] else { return [] }
        let place = pointer.appending(key)
        guard let elements = value.array else { return [try Self.string(value, at: place)] }
        var strings: [String] = []
        for (index, element) in elements.enumerated() {
            strings.append(try Self.string(element, at: place.appending(index)))
        }
        return strings
    }

    /// A whole number within bounds, if the key is there.
    func optionalInteger(
        _ key: String, in bounds: ClosedRange<Int>
    ) throws(MappingError) -> Int? {
        guard let value = object[key] else { return nil }
        return try Self.integer(value, at: pointer.appending(key), in: bounds)
    }

    /// One of the texts that `type` knows; nil if the key is not there.
    func choice<Choice: RawRepresentable<String> & CaseIterable>(
        _ key: String, of type: Choice.Type
    ) throws(MappingError) -> Choice? {
        guard let text = try optionalString(key) else { return nil }
        guard let choice = Choice(rawValue: text) else {
            throw .notAllowed(
                pointer.appending(key), value: text,
                allowed: type.allCases.map { "\"\($0.rawValue)\"" }.joined(separator: " or "))
        }
        return choice
    }

    /// The elements of an array with their places; none if the key is not there.
    func elements(_ key: String) throws(MappingError) -> [(json: JSON, pointer: JSONPointer)] {
        guard let value = object[key] else { return [] }
        let place = pointer.appending(key)
        guard let elements = value.array else {
            throw .wrongKind(place, expected: "an array", found: value.kindName)
        }
        return elements.enumerated().map { ($0.element, place.appending($0.offset)) }
    }

    /// A whole number within bounds.
    static func integer(
        _ json: JSON, at pointer: JSONPointer, in bounds: ClosedRange<Int>
    ) throws(MappingError) -> Int {
        guard let number = json.exactInteger else {
            throw .wrongKind(pointer, expected: "a whole number", found: json.kindName)
        }
        guard let value = Int(exactly: number), bounds.contains(value) else {
            throw .notAllowed(
                pointer, value: String(number),
                allowed: "between \(bounds.lowerBound) and \(bounds.upperBound)")
        }
        return value
    }

    private static func string(
        _ json: JSON, at pointer: JSONPointer
    ) throws(MappingError) -> String {
        guard let text = json.string else {
            throw .wrongKind(pointer, expected: "a string", found: json.kindName)
        }
        guard !text.isEmpty else {
            throw .notAllowed(pointer, value: "", allowed: "a text of at least one character")
        }
        return text
    }
}
