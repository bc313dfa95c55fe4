/// Why a request was refused before any route saw it.
///
/// The cases stand in the order of the checks: the first that fails is the answer, and after
/// each the connection is closed, because where the next request begins is no longer certain.
package enum HTTPError: Error, Hashable, Sendable, CaseIterable {
    /// A bare LF as a line end, or a CR without its LF (RFC 9112, 2.2).
    case lineEndMalformed
    /// The first line is not method, target and version with one space between (RFC 9112, 3).
    case requestLineMalformed
    /// A version other than 1.x (RFC 9110, 15.6.6).
    case versionUnsupported
    /// A method this server does not know (RFC 9110, 9.1).
    case methodUnknown
    /// `CONNECT` or `TRACE`, known and allowed nowhere (RFC 9110, 15.5.6).
    case methodRefused
    /// The target is over ``HTTPLimits/targetBytesMax`` (RFC 9112, 3).
    case targetTooLong
    /// The target has none of the forms its method may have (RFC 9112, 3.2).
    case targetMalformed
    /// The percent-encoding is broken, or hides a control, a `/`, a dot segment or bytes that
    /// are not UTF-8 (RFC 3986, 2.1).
    case targetEncodingMalformed
    /// The field lines are over ``HTTPLimits/fieldsMax`` or ``HTTPLimits/fieldsBytesMax``
    /// (RFC 6585, 5).
    case fieldsTooLarge
    /// A field line begins with white space (RFC 9112, 2.2 and 5.2).
    case fieldFolded
    /// A field name is not a token with its colon right behind it (RFC 9112, 5.1).
    case fieldNameMalformed
    /// A control character in a field value (RFC 9110, 5.5).
    case fieldValueMalformed
    /// No `Host` in HTTP/1.1, or more than one (RFC 9112, 3.2).
    case hostNotOnce
    /// `Host` is not a name or address with an optional port (RFC 9112, 3.2).
    case hostMalformed
    /// Both `Content-Length` and `Transfer-Encoding` (RFC 9112, 6.1).
    case framingAmbiguous
    /// `Transfer-Encoding` in HTTP/1.0, or `chunked` twice or not last (RFC 9112, 6.1).
    case transferEncodingMalformed
    /// A transfer coding other than `chunked` (RFC 9112, 6.1).
    case transferCodingUnknown
    /// `Content-Length` is repeated, not all digits, or over 64 bits (RFC 9112, 6.3).
    case contentLengthMalformed
    /// An expectation other than `100-continue` (RFC 9110, 10.1.1).
    case expectationUnknown
    /// The body is over ``HTTPLimits/bodyBytesMax`` (RFC 9110, 15.5.14).
    case bodyTooLarge
    /// A chunk size, extension or end is not as RFC 9112, 7.1 has it.
    case chunkMalformed
    /// The trailer section is over ``HTTPLimits/trailersBytesMax`` (RFC 6585, 5).
    case trailersTooLarge
    /// The request took longer than the time it has (RFC 9110, 15.5.9).
    case requestTimedOut
    /// As many connections as may be are open (RFC 9110, 15.6.4).
    case connectionsExhausted
}

// MARK: - What the client is told

extension HTTPError {
    /// The status code of the answer.
    package var status: Int {
        switch self {
        case .versionUnsupported: 505
        case .methodUnknown, .transferCodingUnknown: 501
        case .methodRefused: 405
        case .targetTooLong: 414
        case .fieldsTooLarge, .trailersTooLarge: 431
        case .expectationUnknown: 417
        case .bodyTooLarge: 413
        case .requestTimedOut: 408
        case .connectionsExhausted: 503
        case .lineEndMalformed, .requestLineMalformed, .targetMalformed, .targetEncodingMalformed,
            .fieldFolded, .fieldNameMalformed, .fieldValueMalformed, .hostNotOnce, .hostMalformed,
            .framingAmbiguous, .transferEncodingMalformed, .contentLengthMalformed, .chunkMalformed:
            400
        }
    }

    /// One sentence for the client.
    package var message: String {
        switch self {
        case .lineEndMalformed: "A line does not end with CR LF."
        case .requestLineMalformed: "The request line is not a method, a target and a version."
        case .versionUnsupported: "Only HTTP/1.0 and HTTP/1.1 are spoken here."
        case .methodUnknown: "The method is not known."
        case .methodRefused: "The method is not allowed here."
        case .targetTooLong: "The request target is too long."
        case .targetMalformed: "The request target is malformed."
        case .targetEncodingMalformed: "The request target is not properly percent-encoded UTF-8."
        case .fieldsTooLarge: "The header fields are too many or too long."
        case .fieldFolded: "A header field line begins with white space."
        case .fieldNameMalformed: "A header field name is malformed."
        case .fieldValueMalformed: "A header field value has a control character."
        case .hostNotOnce: "The Host field must be sent exactly once."
        case .hostMalformed: "The Host field is malformed."
        case .framingAmbiguous: "Content-Length and Transfer-Encoding were both sent."
        case .transferEncodingMalformed: "Transfer-Encoding must be chunked, once, in HTTP/1.1."
        case .transferCodingUnknown: "The transfer coding is not known."
        case .contentLengthMalformed: "Content-Length must be one decimal number, sent once."
        case .expectationUnknown: "Only the expectation 100-continue can be met."
        case .bodyTooLarge: "The body is too large."
        case .chunkMalformed: "The chunked body is malformed."
        case .trailersTooLarge: "The trailer fields are too long."
        case .requestTimedOut: "The request did not arrive in time."
        case .connectionsExhausted: "Too many connections are open."
        }
    }

    /// The fields the answer must carry for its status, whoever writes its body.
    func requiredFields(limits: HTTPLimits) -> [(name: String, value: String)] {
        switch status {
        case 405: [("Allow", HTTPMethod.allowValue)]
        case 503: [("Retry-After", String(limits.retryAfterSeconds))]
        default: []
        }
    }
}
