/// A request target taken apart (RFC 9112, 3.2).
struct RequestTarget {
    /// Host and port of the absolute form, which win over `Host` (RFC 9112, 3.2.2).
    let authority: String?

    let path: String
    let segments: [String]
    let query: [QueryItem]

    /// - Throws: ``HTTPError/targetMalformed`` or ``HTTPError/targetEncodingMalformed``.
    init(_ bytes: ArraySlice<UInt8>, method: HTTPMethod) throws(HTTPError) {
        if bytes.elementsEqual(CollectionOfOne(UInt8(ascii: "*"))) {
            guard method == .options else { throw .targetMalformed }
            (authority, path, segments, query) = (nil, "*", [], [])
            return
        }
        let authorityRange = try RequestTarget.authority(of: bytes)
        authority = authorityRange.map { String(decoding: bytes[$0], as: UTF8.self) }
        let rest = bytes[(authorityRange?.upperBound ?? bytes.startIndex)...]
        let question = rest.firstIndex(of: UInt8(ascii: "?"))
        let rawPath = rest[..<(question ?? rest.endIndex)]
        guard rawPath.allSatisfy(\.isPathCharacter) else { throw .targetMalformed }
        path = rawPath.isEmpty ? "/" : String(decoding: rawPath, as: UTF8.self)
        segments = try RequestTarget.segments(of: rawPath)
        query =
            try question.map { start throws(HTTPError) in
                try RequestTarget.items(of: rest[(start + 1)...])
            } ?? []
    }
}

// MARK: - Parts

extension RequestTarget {
    /// Where the authority of the absolute form stands, or nil for the origin form.
    private static func authority(
        of bytes: ArraySlice<UInt8>
    ) throws(HTTPError) -> Range<Int>? {
        guard bytes.first != UInt8(ascii: "/") else { return nil }
        let schemeCount: Int
        if bytes.prefix(7).equalsIgnoringCase("http://") {
            schemeCount = 7
        } else if bytes.prefix(8).equalsIgnoringCase("https://") {
            schemeCount = 8
        } else {
            throw .targetMalformed
        }
        let rest = bytes.dropFirst(schemeCount)
        let end = rest.firstIndex { $0 == UInt8(ascii: "/") || $0 == UInt8(ascii: "?") }
        let authority = rest[..<(end ?? rest.endIndex)]
        // RFC 9110, 4.2.1 and 4.2.4: an empty host is invalid, and so is a user in front of it.
        guard RequestAuthority.isValid(authority) else { throw .targetMalformed }
        return authority.indices
    }

    /// The segments of a path that is empty or begins with a slash.
    private static func segments(of path: ArraySlice<UInt8>) throws(HTTPError) -> [String] {
        var segments: [String] = []
        guard path.count > 1 else { return segments }
        var start = path.startIndex + 1
        while true {
            let end = path[start...].firstIndex(of: UInt8(ascii: "/")) ?? path.endIndex
            let segment = try decoded(path[start..<end], isQuery: false)
            // No client of an interface means them, and who resolves them differs.
            guard segment != ".", segment != ".." else { throw .targetEncodingMalformed }
            segments.append(segment)
            guard end < path.endIndex else { return segments }
            start = end + 1
        }
    }

    /// The items of a query; an empty one between two `&` is skipped.
    private static func items(of query: ArraySlice<UInt8>) throws(HTTPError) -> [QueryItem] {
        guard query.allSatisfy({ $0.isPathCharacter || $0 == UInt8(ascii: "?") }) else {
            throw .targetMalformed
        }
        var items: [QueryItem] = []
        for piece in query.split(separator: UInt8(ascii: "&")) {
            let equals = piece.firstIndex(of: UInt8(ascii: "="))
            let name = try decoded(piece[..<(equals ?? piece.endIndex)], isQuery: true)
            let value = try decoded(
                equals.map { piece[($0 + 1)...] } ?? [], isQuery: true)
            items.append(QueryItem(name: name, value: value))
        }
        return items
    }

    /// The text of a piece with its percent-encoding taken off, once.
    private static func decoded(
        _ piece: ArraySlice<UInt8>, isQuery: Bool
    ) throws(HTTPError) -> String {
        let isPlain = piece.allSatisfy { byte in
            byte != UInt8(ascii: "%") && !(isQuery && byte == UInt8(ascii: "+"))
        }
        if isPlain { return String(decoding: piece, as: UTF8.self) }
        var bytes: [UInt8] = []
        bytes.reserveCapacity(piece.count)
        var index = piece.startIndex
        while index < piece.endIndex {
            switch piece[index] {
            case UInt8(ascii: "%"):
                bytes.append(try encodedByte(piece[index...].prefix(3), isQuery: isQuery))
                index += 3
            case UInt8(ascii: "+") where isQuery:
                bytes.append(.space)
                index += 1
            case let byte:
                bytes.append(byte)
                index += 1
            }
        }
        guard let text = String(validating: bytes, as: UTF8.self) else {
            throw .targetEncodingMalformed
        }
        return text
    }

    /// The byte that `%` and two hexadecimal digits stand for.
    private static func encodedByte(
        _ triplet: ArraySlice<UInt8>, isQuery: Bool
    ) throws(HTTPError) -> UInt8 {
        guard triplet.count == 3,
            let high = triplet[triplet.startIndex + 1].hexadecimalDigit,
            let low = triplet[triplet.startIndex + 2].hexadecimalDigit
        else { throw .targetEncodingMalformed }
        let byte = high << 4 | low
        let isSlash = byte == UInt8(ascii: "/")
        guard !byte.isControl, isQuery || !isSlash else { throw .targetEncodingMalformed }
        return byte
    }
}
