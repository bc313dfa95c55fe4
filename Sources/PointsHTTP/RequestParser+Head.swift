// MARK: - Request line

extension RequestParser {
    /// RFC 9112, 3: `method SP request-target SP HTTP-version CRLF`.
    mutating func takeRequestLine() throws(HTTPError) -> Progress {
        guard start < buffer.count else { return .starved }
        if buffer[start] == .carriageReturn && !hasSkippedEmptyLine {
            return try skipEmptyLine()
        }
        // Answers a TLS hello and other noise at once, which may never send a line end.
        guard buffer[start].isTokenCharacter else { throw .requestLineMalformed }
        let twoSpacesAndVersionBytes = 10
        let bytesMax = limits.methodBytesMax + limits.targetBytesMax + twoSpacesAndVersionBytes
        switch try takeLine(bytesMax: bytesMax) {
        case .starved: return .starved
        case .overlong: throw overlongRequestLineError()
        case .whole(let line):
            try readRequestLine(buffer[line])
            state = .fields
            return .advanced
        }
    }

    /// RFC 9112, 2.2: one empty line before a request line is skipped, a second one is not.
    private mutating func skipEmptyLine() throws(HTTPError) -> Progress {
        guard start + 1 < buffer.count else { return .starved }
        guard buffer[start + 1] == .lineFeed else { throw .lineEndMalformed }
        start += 2
        hasSkippedEmptyLine = true
        return .advanced
    }

    /// RFC 9112, 3: 501 for a method longer than any, 414 for a longer target.
    private func overlongRequestLineError() -> HTTPError {
        let method = buffer[start...].prefix(limits.methodBytesMax + 1)
        return method.contains(.space) ? .targetTooLong : .methodUnknown
    }

    private mutating func readRequestLine(_ line: ArraySlice<UInt8>) throws(HTTPError) {
        guard let first = line.firstIndex(of: .space),
            let second = line[(first + 1)...].firstIndex(of: .space)
        else { throw .requestLineMalformed }
        let target = line[(first + 1)..<second]
        let method = line[..<first]
        guard !target.isEmpty, method.allSatisfy(\.isTokenCharacter) else {
            throw .requestLineMalformed
        }
        try readVersion(line[(second + 1)...])
        try readMethod(method)
        guard target.count <= limits.targetBytesMax else { throw .targetTooLong }
        let parts = try RequestTarget(target, method: head.method)
        head.host = parts.authority
        head.path = parts.path
        head.segments = parts.segments
        head.query = parts.query
    }

    /// RFC 9112, 2.3: `HTTP/` in capitals, a digit, a dot, a digit.
    ///
    /// A higher minor version is read as 1.1 (RFC 9110, 2.5).
    private mutating func readVersion(_ bytes: ArraySlice<UInt8>) throws(HTTPError) {
        let digits = bytes.dropFirst(5)
        guard bytes.count == 8, bytes.prefix(5).elementsEqual("HTTP/".utf8),
            let major = digits[digits.startIndex].decimalDigit,
            digits[digits.startIndex + 1] == UInt8(ascii: "."),
            let minor = digits[digits.startIndex + 2].decimalDigit
        else { throw .requestLineMalformed }
        guard major == 1 else { throw .versionUnsupported }
        head.isVersionOne = minor == 0
    }

    /// RFC 9110, 9.1: methods are told apart by case.
    private mutating func readMethod(_ bytes: ArraySlice<UInt8>) throws(HTTPError) {
        switch String(decoding: bytes, as: UTF8.self) {
        case "HEAD":
            head.method = .get
            head.isHead = true
        case "CONNECT", "TRACE": throw .methodRefused
        case let name:
            guard let method = HTTPMethod(rawValue: name) else { throw .methodUnknown }
            head.method = method
        }
    }
}

// MARK: - Field lines

extension RequestParser {
    /// RFC 9112, 5: one field line, or the empty line that ends the head.
    mutating func takeFieldLine() throws(HTTPError) -> Progress {
        let lineEndBytes = 2
        let remaining = limits.fieldsBytesMax - head.fieldsBytes - lineEndBytes
        switch try takeLine(bytesMax: max(0, remaining)) {
        case .starved: return .starved
        case .overlong: throw .fieldsTooLarge
        case .whole(let line) where line.isEmpty: return try completeHead()
        case .whole(let line):
            guard head.fields.count < limits.fieldsMax else { throw .fieldsTooLarge }
            let (name, value) = try RequestParser.field(in: buffer[line])
            head.fields.append(name: name, value: value)
            head.fieldsBytes += line.count + lineEndBytes
            return .advanced
        }
    }

    /// RFC 9112, 5.1: `field-name ":" OWS field-value OWS`, of a header or a trailer.
    static func field(
        in line: ArraySlice<UInt8>
    ) throws(HTTPError) -> (name: ArraySlice<UInt8>, value: ArraySlice<UInt8>) {
        guard let first = line.first, !first.isOptionalWhitespace else { throw .fieldFolded }
        guard let colon = line.firstIndex(of: UInt8(ascii: ":")) else { throw .fieldNameMalformed }
        let name = line[..<colon]
        guard !name.isEmpty, name.allSatisfy(\.isTokenCharacter) else { throw .fieldNameMalformed }
        let value = line[(colon + 1)...].trimmingOptionalWhitespace
        guard value.allSatisfy(\.isFieldValueCharacter) else { throw .fieldValueMalformed }
        return (name, value)
    }

    private mutating func completeHead() throws(HTTPError) -> Progress {
        try head.resolveHost()
        let framing = try head.framing()
        let expectsContinue = try head.expectsContinue()
        switch framing {
        case .sized(0): return completeRequest()
        case .sized(let length):
            guard length <= limits.bodyBytesMax else { throw .bodyTooLarge }
            state = .sizedBody(remaining: length)
        case .chunked:
            extensionsBytes = 0
            trailersBytes = 0
            state = .chunkSize
        }
        return expectsContinue ? .found(.continueExpected) : .advanced
    }
}
