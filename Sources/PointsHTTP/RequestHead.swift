/// The head of a request while it is being read.
struct RequestHead: Sendable {
    var method = HTTPMethod.get
    var isHead = false
    var isVersionOne = false
    var path = ""
    var segments: [String] = []
    var query: [QueryItem] = []
    var fields = HTTPFields()

    /// Bytes of the field lines so far, line ends included.
    var fieldsBytes = 0

    /// Of an absolute-form target until ``resolveHost()``, then what counts.
    var host: String?

    /// How long the body is (RFC 9112, 6.3).
    enum Framing: Equatable {
        case sized(Int)
        case chunked
    }

    func request(body: [UInt8], peer: String) -> HTTPRequest {
        HTTPRequest(
            method: method, isHead: isHead, path: path, segments: segments, query: query,
            host: host ?? "", fields: fields, body: body, peer: peer,
            isPersistent: isPersistent, isVersionOne: isVersionOne)
    }
}

// MARK: - What the fields decide

extension RequestHead {
    /// RFC 9112, 3.2: exactly one `Host`, in HTTP/1.0 at most one, and a valid one even where the
    /// target names another.
    mutating func resolveHost() throws(HTTPError) {
        let values = fields.bytes(of: "host")
        guard values.count == 1 || (values.isEmpty && isVersionOne) else { throw .hostNotOnce }
        guard let value = values.first else { return }
        guard RequestAuthority.isValid(value) else { throw .hostMalformed }
        if host == nil { host = String(decoding: value, as: UTF8.self) }
    }

    /// RFC 9112, 6.1 to 6.3, with no leniency: what two servers read differently is a way to
    /// smuggle a request past one of them.
    func framing() throws(HTTPError) -> Framing {
        let lengths = fields.bytes(of: "content-length")
        let codings = fields.bytes(of: "transfer-encoding")
        guard codings.isEmpty || lengths.isEmpty else { throw .framingAmbiguous }
        if !codings.isEmpty {
            try checkTransferCodings(codings)
            return .chunked
        }
        guard lengths.count <= 1 else { throw .contentLengthMalformed }
        guard let length = lengths.first else { return .sized(0) }
        return .sized(try RequestHead.contentLength(length))
    }

    private func checkTransferCodings(_ values: [ArraySlice<UInt8>]) throws(HTTPError) {
        guard !isVersionOne else { throw .transferEncodingMalformed }
        let codings = values.flatMap { value in
            value.split(separator: UInt8(ascii: ","), omittingEmptySubsequences: false)
                .map(\.trimmingOptionalWhitespace)
        }
        guard codings.allSatisfy({ !$0.isEmpty && $0.allSatisfy(\.isTokenCharacter) }) else {
            throw .transferEncodingMalformed
        }
        let firstChunked = codings.firstIndex { $0.equalsIgnoringCase("chunked") }
        guard firstChunked == nil || firstChunked == codings.count - 1 else {
            throw .transferEncodingMalformed
        }
        guard codings.count == 1, firstChunked != nil else { throw .transferCodingUnknown }
    }

    private static func contentLength(_ value: ArraySlice<UInt8>) throws(HTTPError) -> Int {
        guard !value.isEmpty else { throw .contentLengthMalformed }
        var length = 0
        for byte in value {
            guard let digit = byte.decimalDigit else { throw .contentLengthMalformed }
            let (tens, overflowsTens) = length.multipliedReportingOverflow(by: 10)
            let (sum, overflowsSum) = tens.addingReportingOverflow(digit)
            guard !overflowsTens, !overflowsSum else { throw .contentLengthMalformed }
            length = sum
        }
        return length
    }

    /// RFC 9110, 10.1.1: the one expectation there is, and HTTP/1.0 has none.
    func expectsContinue() throws(HTTPError) -> Bool {
        let values = fields.bytes(of: "expect")
        guard !values.isEmpty, !isVersionOne else { return false }
        guard values.count == 1, values[0].equalsIgnoringCase("100-continue") else {
            throw .expectationUnknown
        }
        return true
    }

    /// RFC 9112, 9.3: HTTP/1.1 stays open unless told otherwise, HTTP/1.0 only if asked.
    private var isPersistent: Bool {
        var isKeptAlive = !isVersionOne
        for value in fields.bytes(of: "connection") {
            for option in value.split(separator: UInt8(ascii: ",")) {
                let option = option.trimmingOptionalWhitespace
                if option.equalsIgnoringCase("close") { return false }
                if option.equalsIgnoringCase("keep-alive") { isKeptAlive = true }
            }
        }
        return isKeptAlive
    }
}
