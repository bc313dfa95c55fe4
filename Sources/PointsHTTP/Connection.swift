/// One connection from its first byte to its last: bytes, answers and clock readings go in, and
/// its properties say what to do next.
///
/// A pure state machine: it holds no socket and asks no clock, so every time-out and bound is
/// tested with given ones. Its owner does, again and again: ``receive(_:at:)`` while
/// ``wantsRead``; ``takeRequests(into:atMost:at:)``; ``answer(_:at:)`` with as many answers;
/// ``answer(_:with:at:)`` for those that were to come later; ``wrote(_:at:)`` while ``wantsWrite``; ``tick(at:)`` when ``deadlineMilliseconds`` has come;
/// ``halfClosed(at:)`` when ``wantsHalfClose``; and lets go of it when ``isClosed``.
package struct Connection {
    let limits: HTTPLimits
    let problem: @Sendable (HTTPError) -> HTTPResponse
    var parser: RequestParser
    var stage = Stage.open

    /// Bytes for the client; those before ``outputStart`` are with it already.
    var output: [UInt8] = []
    var outputStart = 0

    /// What must be known of each taken request to write its answer, in order.
    var unanswered: [Exchange] = []

    /// Of those, the ones whose answers come later: until then nothing more is taken, because requests of one
    /// connection follow each other (RFC 9112, 9.3.2).
    var answersToCome = 0

    /// Requests taken so far, see ``HTTPLimits/connectionRequestsMax``.
    var requestsTaken = 0

    /// The refusal that follows the answers still owed.
    var refusal: HTTPError?

    /// Whether the client waits for `100 Continue`.
    var owesContinue = false

    /// Whether the client has closed its half.
    var inputEnded = false

    /// Whether requests may be left in the parser because as many as may be were taken.
    var hasUntakenInput = false

    var isDraining = false

    /// What the client is being waited for, and since when.
    var phase = RequestParser.Phase.idle
    var phaseStart: Int64

    /// When the bytes up to ``writeMark`` must be with the client; nil if none wait.
    var writeDeadline: Int64?

    /// Of the bytes in ``output``, those that had to go by ``writeDeadline`` when it was set.
    var writeMark = 0

    /// Until when, and how many more bytes, the rest of the input is thrown away.
    var lingerDeadline: Int64 = 0
    var lingerBytesLeft: Int

    enum Stage {
        /// Requests are taken.
        case open
        /// The last bytes are being written.
        case flushing
        /// Our half is closed; what still comes is thrown away, because closing with unread input
        /// would reset the connection and could take the last answer with it (RFC 9112, 9.6).
        case lingering
        case closed
    }

    struct Exchange {
        let isHead: Bool
        let isVersionOne: Bool
        let isLast: Bool

        /// What was said to it; it is written once everything before it is.
        var answer: HTTPAnswer?
    }

    /// A connection that was just accepted.
    ///
    /// - Parameters:
    ///   - limits: The bounds to keep.
    ///   - peer: The address of the other end, empty on a unix socket.
    ///   - now: When it was accepted.
    ///   - problem: Says a refusal; what its status requires is added here.
    package init(
        limits: HTTPLimits, peer: String, at now: Moment,
        problem: @escaping @Sendable (HTTPError) -> HTTPResponse = HTTPResponse.plain
    ) {
        self.limits = limits
        self.problem = problem
        parser = RequestParser(limits: limits, peer: peer)
        phaseStart = now.milliseconds
        lingerBytesLeft = limits.lingerBytesMax
    }
}

// MARK: - What to do next

extension Connection {
    /// Whether bytes should be read.
    ///
    /// A client that does not take its answers, or sends faster than it is served, is not read
    /// (RFC 9112, 9.3.2).
    package var wantsRead: Bool {
        switch stage {
        case .open:
            !inputEnded && refusal == nil && parser.phase != .finished && !isBehind
                && parser.bufferedBytes < limits.aheadBytesMax
        case .lingering: true
        case .flushing, .closed: false
        }
    }

    /// Whether bytes wait to be written.
    package var wantsWrite: Bool { pendingBytes > 0 && stage != .closed }

    /// Whether our half should be closed now.
    package var wantsHalfClose: Bool { stage == .flushing && pendingBytes == 0 }

    /// Whether ``takeRequests(into:atMost:at:)`` may give more without another byte.
    package var canTakeMore: Bool {
        stage == .open && hasUntakenInput && !isBehind && answersToCome == 0
    }

    /// Whether our half is closed and only the client's end is waited for.
    package var isLingering: Bool { stage == .lingering }

    /// Whether the connection is over: nothing more is to be done but to close the socket.
    package var isClosed: Bool { stage == .closed }

    /// When ``tick(at:)`` has something to do, on the clock of ``Moment/milliseconds``.
    package var deadlineMilliseconds: Int64? {
        switch stage {
        case .open: [writeDeadline, readDeadline].compactMap(\.self).min()
        case .flushing: writeDeadline
        case .lingering: lingerDeadline
        case .closed: nil
        }
    }

    /// The bytes to write next.
    package func withPendingOutput<Result>(_ body: (UnsafeRawBufferPointer) -> Result) -> Result {
        output.withUnsafeBytes { body(UnsafeRawBufferPointer(rebasing: $0[outputStart...])) }
    }

    var pendingBytes: Int { output.count - outputStart }

    var isBehind: Bool { pendingBytes >= limits.aheadBytesMax }

    /// When the client must have sent what it is waited for; nil while it is not to blame.
    private var readDeadline: Int64? {
        guard wantsRead, !hasUntakenInput, unanswered.isEmpty else { return nil }
        return switch phase {
        case .idle: pendingBytes > 0 ? nil : phaseStart + limits.idleMillisecondsMax
        case .head: phaseStart + limits.headMillisecondsMax
        case .body: phaseStart + limits.bodyMillisecondsMax
        case .finished: nil
        }
    }
}

// MARK: - Input

extension Connection {
    /// Takes bytes the client sent.
    package mutating func receive(_ bytes: some Collection<UInt8>, at now: Moment) {
        switch stage {
        case .open: parser.append(bytes)
        case .lingering:
            lingerBytesLeft -= bytes.count
            if lingerBytesLeft < 0 { stage = .closed }
        case .flushing, .closed: break
        }
    }

    /// Takes it that the client closed its half: what it sent whole is answered, a request cut
    /// short is not (RFC 9112, 8).
    package mutating func receiveEnd() {
        inputEnded = true
        if stage == .lingering { stage = .closed }
    }

    /// Appends the requests that are whole to the batch, in order.
    ///
    /// - Returns: How many there were; each must be answered by ``answer(_:at:)``.
    package mutating func takeRequests(
        into batch: inout [HTTPRequest], atMost requestsMax: Int, at now: Moment
    ) -> Int {
        guard stage == .open else { return 0 }
        guard answersToCome == 0 else {
            hasUntakenInput = parser.bufferedBytes > 0
            return 0
        }
        let allowance = min(requestsMax, limits.pipelinedRequestsMax - unanswered.count)
        var taken = 0
        hasUntakenInput = false
        while refusal == nil {
            guard taken < allowance, !isBehind else {
                hasUntakenInput = parser.bufferedBytes > 0
                break
            }
            do throws(HTTPError) {
                guard let event = try parser.next() else { break }
                switch event {
                case .continueExpected: owesContinue = true
                case .request(let request):
                    admit(request)
                    batch.append(request)
                    taken += 1
                }
            } catch {
                owesContinue = false
                refusal = error
            }
        }
        restartPhase(hasTaken: taken > 0, at: now)
        settle(at: now)
        return taken
    }

    private mutating func admit(_ request: HTTPRequest) {
        owesContinue = false
        requestsTaken += 1
        let isLast = !request.isPersistent || requestsTaken >= limits.connectionRequestsMax
        if isLast { parser.finish() }
        let exchange = Exchange(
            isHead: request.isHead, isVersionOne: request.isVersionOne, isLast: isLast)
        unanswered.append(exchange)
    }

    /// The time for a head runs from its first byte and that for a body from the end of the head,
    /// however the bytes in between trickle in.
    private mutating func restartPhase(hasTaken: Bool, at now: Moment) {
        guard hasTaken || parser.phase != phase else { return }
        phase = parser.phase
        phaseStart = now.milliseconds
    }
}
