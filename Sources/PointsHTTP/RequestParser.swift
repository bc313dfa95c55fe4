/// Takes the bytes of a connection and gives the requests in them, in order.
///
/// A pure state machine: what it gives depends on the bytes alone, never on how they were cut
/// into pieces. It consumes line by line, so what it holds back is at most one line or, of a
/// body, nothing.
///
/// ```swift
/// var parser = RequestParser(limits: .standard, peer: "192.0.2.7")
/// parser.append(bytes)
/// while let event = try parser.next() { … }
/// ```
package struct RequestParser: Sendable {
    let limits: HTTPLimits
    let peer: String

    /// What has not been consumed begins at ``start``.
    var buffer: [UInt8] = []
    var start = 0

    /// Bytes from ``start`` on that are known to hold no line feed, so that a line that comes
    /// byte by byte is not searched again and again.
    var searched = 0

    var state = State.requestLine
    var head = RequestHead()
    var body: [UInt8] = []

    /// Bytes of the chunk extensions, or of the trailers, consumed so far.
    var extensionsBytes = 0
    var trailersBytes = 0

    /// Whether the one empty line that may precede a request line was skipped (RFC 9112, 2.2).
    var hasSkippedEmptyLine = false

    /// What the parser found.
    package enum Event: Sendable {
        /// A head that asks for `100 Continue` before its body is sent (RFC 9110, 10.1.1).
        case continueExpected
        /// A whole request.
        case request(HTTPRequest)
    }

    /// What the parser waits for, which decides how long it may take.
    package enum Phase: Sendable {
        /// The first byte of a request.
        case idle
        /// The rest of a head.
        case head
        /// The rest of a body.
        case body
        /// Nothing: whatever still comes is thrown away.
        case finished
    }

    enum State: Sendable {
        case requestLine
        case fields
        case sizedBody(remaining: Int)
        case chunkSize
        case chunkData(remaining: Int)
        case chunkEnd
        case trailers
        case finished
        case failed(HTTPError)
    }

    /// How far one step came.
    enum Progress {
        case advanced
        case starved
        case found(Event)
    }

    /// A line as ``takeLine(bytesMax:)`` found it; the range has no line end.
    enum Line {
        case whole(Range<Int>)
        case starved
        case overlong
    }

    /// A parser at the start of a connection.
    package init(limits: HTTPLimits, peer: String) {
        self.limits = limits
        self.peer = peer
    }
}

// MARK: - Bytes in

extension RequestParser {
    /// What the parser waits for.
    package var phase: Phase {
        switch state {
        case .requestLine: start == buffer.count ? .idle : .head
        case .fields: .head
        case .sizedBody, .chunkSize, .chunkData, .chunkEnd, .trailers: .body
        case .finished, .failed: .finished
        }
    }

    /// Bytes appended and not yet consumed.
    package var bufferedBytes: Int { buffer.count - start }

    /// Appends what came in; nothing is kept once the last request was taken.
    package mutating func append(_ bytes: some Sequence<UInt8>) {
        if case .finished = phase { return }
        if start == buffer.count {
            buffer.removeAll(keepingCapacity: true)
            start = 0
        } else if start >= limits.aheadBytesMax / 2 {
            buffer.removeSubrange(..<start)
            start = 0
        }
        buffer.append(contentsOf: bytes)
    }

    /// Takes no further request from this connection.
    package mutating func finish() {
        state = .finished
        buffer = []
        start = 0
    }
}

// MARK: - Events out

extension RequestParser {
    /// The next event, or nil if more bytes are needed.
    ///
    /// - Throws: The first ``HTTPError`` in the bytes, and the same one ever after.
    package mutating func next() throws(HTTPError) -> Event? {
        do throws(HTTPError) {
            while true {
                switch try step() {
                case .advanced: continue
                case .starved: return nil
                case .found(let event): return event
                }
            }
        } catch {
            finish()
            state = .failed(error)
            throw error
        }
    }

    private mutating func step() throws(HTTPError) -> Progress {
        switch state {
        case .requestLine: return try takeRequestLine()
        case .fields: return try takeFieldLine()
        case .sizedBody(let remaining): return takeSizedBody(remaining)
        case .chunkSize: return try takeChunkSize()
        case .chunkData(let remaining): return takeChunkData(remaining)
        case .chunkEnd: return try takeChunkEnd()
        case .trailers: return try takeTrailerLine()
        case .finished: return .starved
        case .failed(let error): throw error
        }
    }

    /// Hands the request over and waits for the next one.
    mutating func completeRequest() -> Progress {
        let request = head.request(body: body, peer: peer)
        head = RequestHead()
        body = []
        hasSkippedEmptyLine = false
        if request.isPersistent { state = .requestLine } else { finish() }
        return .found(.request(request))
    }
}

// MARK: - Lines

extension RequestParser {
    /// Consumes the next line if it is there.
    ///
    /// Whether it is too long is asked before how it ends, so that the answer is the same
    /// whether or not its end has arrived.
    ///
    /// - Parameter bytesMax: The most bytes it may have before its CR LF.
    /// - Returns: Where it stands in ``buffer``, or why there is none.
    /// - Throws: ``HTTPError/lineEndMalformed`` if a bare LF ends it (RFC 9112, 2.2).
    mutating func takeLine(bytesMax: Int) throws(HTTPError) -> Line {
        let unsearched = start + searched
        guard let lineFeed = buffer[unsearched...].firstIndex(of: .lineFeed) else {
            searched = buffer.count - start
            return searched > bytesMax + 1 ? .overlong : .starved
        }
        guard lineFeed - start <= bytesMax + 1 else { return .overlong }
        guard lineFeed > start, buffer[lineFeed - 1] == .carriageReturn else {
            throw .lineEndMalformed
        }
        let line = start..<(lineFeed - 1)
        start = lineFeed + 1
        searched = 0
        return .whole(line)
    }
}
