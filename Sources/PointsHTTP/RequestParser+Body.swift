// MARK: - Sized bodies

extension RequestParser {
    /// RFC 9112, 6.3: as many bytes as `Content-Length` said.
    mutating func takeSizedBody(_ remaining: Int) -> Progress {
        let left = remaining - takeContent(atMost: remaining)
        guard left == 0 else {
            state = .sizedBody(remaining: left)
            return .starved
        }
        return completeRequest()
    }

    /// Moves what is there into the body.
    private mutating func takeContent(atMost bytesMax: Int) -> Int {
        let count = min(bytesMax, buffer.count - start)
        body.append(contentsOf: buffer[start..<(start + count)])
        start += count
        return count
    }
}

// MARK: - Chunked bodies

extension RequestParser {
    /// RFC 9112, 7.1: `1*HEXDIG [ chunk-ext ] CRLF`, without the white space some servers let
    /// pass.
    mutating func takeChunkSize() throws(HTTPError) -> Progress {
        let extensionsMax = limits.chunkExtensionsBytesMax - extensionsBytes
        let line: ArraySlice<UInt8>
        switch try takeLine(bytesMax: limits.chunkSizeDigitsMax + extensionsMax) {
        case .starved: return .starved
        case .overlong: throw .chunkMalformed
        case .whole(let range): line = buffer[range]
        }
        let digits = line.prefix { $0.hexadecimalDigit != nil }
        let chunkExtension = line[digits.endIndex...]
        guard (1...limits.chunkSizeDigitsMax).contains(digits.count),
            chunkExtension.count <= extensionsMax,
            ChunkExtension.isValid(chunkExtension)
        else { throw .chunkMalformed }
        extensionsBytes += chunkExtension.count
        let size = digits.reduce(UInt64(0)) { $0 << 4 | UInt64($1.hexadecimalDigit ?? 0) }
        guard size <= UInt64(limits.bodyBytesMax - body.count) else { throw .bodyTooLarge }
        state = size == 0 ? .trailers : .chunkData(remaining: Int(size))
        return .advanced
    }

    mutating func takeChunkData(_ remaining: Int) -> Progress {
        let left = remaining - takeContent(atMost: remaining)
        state = left == 0 ? .chunkEnd : .chunkData(remaining: left)
        return left == 0 ? .advanced : .starved
    }

    /// RFC 9112, 7.1: CR LF right behind the data, or the size was a lie.
    mutating func takeChunkEnd() throws(HTTPError) -> Progress {
        for expected in [UInt8.carriageReturn, .lineFeed].prefix(bufferedBytes).enumerated() {
            guard buffer[start + expected.offset] == expected.element else {
                throw .chunkMalformed
            }
        }
        guard bufferedBytes >= 2 else { return .starved }
        start += 2
        state = .chunkSize
        return .advanced
    }

    /// RFC 9112, 7.1.2: trailers must be well-formed and are never merged into the header, where
    /// they could change what was already decided.
    mutating func takeTrailerLine() throws(HTTPError) -> Progress {
        let lineEndBytes = 2
        let remaining = limits.trailersBytesMax - trailersBytes - lineEndBytes
        switch try takeLine(bytesMax: max(0, remaining)) {
        case .starved: return .starved
        case .overlong: throw .trailersTooLarge
        case .whole(let line) where line.isEmpty: return completeRequest()
        case .whole(let line):
            _ = try RequestParser.field(in: buffer[line])
            trailersBytes += line.count + lineEndBytes
            return .advanced
        }
    }
}
