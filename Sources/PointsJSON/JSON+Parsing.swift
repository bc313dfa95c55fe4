// MARK: - Parsing

extension JSON {
    /// Reads one JSON text, strictly: RFC 8259 and the bounds of ``JSONLimits``.
    ///
    /// Duplicate keys, invalid UTF-8, lone surrogates and anything after the value are errors too.
    ///
    /// - Throws: ``JSONParseError`` for the first problem.
    package init(parsing bytes: [UInt8]) throws(JSONParseError) {
        self = try bytes.withUnsafeBufferPointer(Self.parse)
    }

    /// Reads one JSON text; an error's place is counted from the start of the slice.
    ///
    /// - Throws: ``JSONParseError`` for the first problem.
    package init(parsing bytes: ArraySlice<UInt8>) throws(JSONParseError) {
        self = try bytes.withUnsafeBufferPointer(Self.parse)
    }

    /// Reads one JSON text.
    ///
    /// - Throws: ``JSONParseError`` for the first problem.
    package init(parsing text: String) throws(JSONParseError) {
        try self.init(parsing: Array(text.utf8))
    }

    private static func parse(_ bytes: UnsafeBufferPointer<UInt8>) throws(JSONParseError) -> JSON {
        var parser = JSONParser(bytes)
        return try parser.document()
    }
}
