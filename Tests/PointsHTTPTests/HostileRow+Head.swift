import PointsHTTP

/// Rows of RFC 9112, 2 to 5: request line and fields.
extension HostileRow {
    static let requestLines: [HostileRow] = [
        .init("3: the simplest", get("/"), accepted: ["GET a/"]),
        .init(
            "2.2: bare LF as line end", "GET / HTTP/1.1\nHost: a\n\n", refused: .lineEndMalformed),
        .init("2.2: a leading CRLF", "\r\n" + get("/"), accepted: ["GET a/"]),
        .init("2.2: two leading CRLFs", "\r\n\r\n" + get("/"), refused: .requestLineMalformed),
        .init("2.2: a leading LF", "\n" + get("/"), refused: .requestLineMalformed),
        .init("2.2: a leading CR", "\r" + get("/"), refused: .lineEndMalformed),
        .init(
            "2.2: a CRLF between two", get("/1") + "\r\n" + get("/2"),
            accepted: ["GET a/1", "GET a/2"]),
        .init("3: a leading space", " " + get("/"), refused: .requestLineMalformed),
        .init("3: one word", "GARBAGE\r\n\r\n", refused: .requestLineMalformed),
        .init("3: HTTP/0.9", "GET /\r\n", refused: .requestLineMalformed),
        .init("3: two spaces", "GET  / HTTP/1.1\r\n", refused: .requestLineMalformed),
        .init("3: two spaces later", "GET /  HTTP/1.1\r\n", refused: .requestLineMalformed),
        .init("3: a tab", "GET\t/ HTTP/1.1\r\n", refused: .requestLineMalformed),
        .init("3: a trailing space", "GET / HTTP/1.1 \r\n", refused: .requestLineMalformed),
        .init("3: a space in the target", "GET /a b HTTP/1.1\r\n", refused: .requestLineMalformed),
        .init("2.2: a CR in the line", "GET /\r HTTP/1.1\r\n", refused: .targetMalformed),
        .init("2.3: small letters", "GET / http/1.1\r\n", refused: .requestLineMalformed),
        .init("2.3: a leading zero", "GET / HTTP/01.1\r\n", refused: .requestLineMalformed),
        .init("2.3: no minor", "GET / HTTP/1\r\n", refused: .requestLineMalformed),
        .init("2.3: HTTP/2.0", "GET / HTTP/2.0\r\n", refused: .versionUnsupported),
        .init("2.3: HTTP/0.9 said", "GET / HTTP/0.9\r\n", refused: .versionUnsupported),
        .init("9110 2.5: HTTP/1.2", "GET / HTTP/1.2\r\nHost: a\r\n\r\n", accepted: ["GET a/"]),
        .init(
            "9113 3.4: the preface of HTTP/2", "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n",
            refused: .versionUnsupported),
        .init(
            "3: a TLS hello", "\u{16}\u{3}\u{1}\u{2}\u{0}\u{1}\u{0}\u{1}\u{FC}",
            refused: .requestLineMalformed),
        .init("3: noise", "\u{0}\u{1}\u{2}\u{FF}", refused: .requestLineMalformed),
        .init("3: an unknown method", "BREW / HTTP/1.1\r\n", refused: .methodUnknown),
        .init("9110 9.1: a small method", "get / HTTP/1.1\r\n", refused: .methodUnknown),
        .init("3: a method that is none", "G{T / HTTP/1.1\r\n", refused: .requestLineMalformed),
        .init("9110 9.3.6: CONNECT", "CONNECT a:80 HTTP/1.1\r\n", refused: .methodRefused),
        .init("9110 9.3.8: TRACE", "TRACE / HTTP/1.1\r\n", refused: .methodRefused),
        .init(
            "9110 9.3.2: HEAD", "HEAD /x HTTP/1.1\r\nHost: a\r\n\r\n", accepted: ["HEAD a/x"]),
        .init(
            "9112 9.3: HTTP/1.0 ends", "GET / HTTP/1.0\r\n\r\n" + get("/next"),
            accepted: ["GET- /"]),
        .init(
            "9112 9.3: HTTP/1.0 kept alive",
            "GET / HTTP/1.0\r\nHost: a\r\nConnection: Keep-Alive\r\n\r\n" + get("/next"),
            accepted: ["GET a/", "GET a/next"]),
        .init(
            "9.6: nothing is read after close", fields("Connection: x, CLOSE") + "\0garbage",
            accepted: ["GET- a/"]),
        .init(
            "9.3.2: pipelining, in order", get("/1") + post("Content-Length: 2", "hi") + get("/3"),
            accepted: ["GET a/1", "POST a/ hi", "GET a/3"]),
    ]

    static let fieldLines: [HostileRow] = [
        .init("5.1: a space before the colon", fields("A : b"), refused: .fieldNameMalformed),
        .init("5.1: no colon", fields("A"), refused: .fieldNameMalformed),
        .init("5.1: no name", fields(": b"), refused: .fieldNameMalformed),
        .init("5.1: a name with a slash", fields("A/: b"), refused: .fieldNameMalformed),
        .init("5.1: a name with a CR", fields("A\r: b"), refused: .fieldNameMalformed),
        .init("5.1: a name beyond ASCII", fields("\u{C4}: b"), refused: .fieldNameMalformed),
        .init("5.2: obs-fold", fields("A: b\r\n c"), refused: .fieldFolded),
        .init("5.2: obs-fold by a tab", fields("A: b\r\n\tc"), refused: .fieldFolded),
        .init("2.2: a space before the first field", fields(" A: b"), refused: .fieldFolded),
        .init("2.2: a line of spaces", fields("  "), refused: .fieldFolded),
        .init("2.2: a bare LF", fields("A: b\nC: d"), refused: .lineEndMalformed),
        .init("2.2: a bare CR", fields("A: b\rC: d"), refused: .fieldValueMalformed),
        .init("2.2: CR CR LF", fields("A: b\r"), refused: .fieldValueMalformed),
        .init("9110 5.5: a NUL", fields("A: b\0c"), refused: .fieldValueMalformed),
        .init("9110 5.5: a control", fields("A: b\u{B}c"), refused: .fieldValueMalformed),
        .init("9110 5.5: DEL", fields("A: \u{7F}"), refused: .fieldValueMalformed),
        .init("9110 5.5: tabs and high bytes", fields("A:\tb\tc\u{FF} "), accepted: ["GET a/"]),
        .init("9110 5.5: an empty value", fields("A:"), accepted: ["GET a/"]),
        .init("3.2: no Host", "GET / HTTP/1.1\r\n\r\n", refused: .hostNotOnce),
        .init("3.2: two Hosts", fields("Host: a"), refused: .hostNotOnce),
        .init(
            "3.2: two Hosts in HTTP/1.0", "GET / HTTP/1.0\r\nHost: a\r\nHost: a\r\n\r\n",
            refused: .hostNotOnce),
        .init("3.2: an empty Host", "GET / HTTP/1.1\r\nHost:\r\n\r\n", refused: .hostMalformed),
        .init("3.2: a list", "GET / HTTP/1.1\r\nHost: a,b\r\n\r\n", refused: .hostMalformed),
        .init("3.2: a user", "GET / HTTP/1.1\r\nHost: u@a\r\n\r\n", refused: .hostMalformed),
        .init("3.2: a path", "GET / HTTP/1.1\r\nHost: a/b\r\n\r\n", refused: .hostMalformed),
        .init("3.2: a bad port", "GET / HTTP/1.1\r\nHost: a:x\r\n\r\n", refused: .hostMalformed),
        .init(
            "3.2: a port too high", "GET / HTTP/1.1\r\nHost: a:65536\r\n\r\n",
            refused: .hostMalformed),
        .init("3.2: a bare IPv6", "GET / HTTP/1.1\r\nHost: ::1\r\n\r\n", refused: .hostMalformed),
        .init(
            "3.2: an open bracket", "GET / HTTP/1.1\r\nHost: [::1\r\n\r\n",
            refused: .hostMalformed),
        .init(
            "3.2: an IPv6 Host", "GET / HTTP/1.1\r\nHost: [::1]:80\r\n\r\n",
            accepted: ["GET [::1]:80/"]),
        .init(
            "9110 10.1.1: another expectation", fields("Expect: tea"),
            refused: .expectationUnknown),
        .init(
            "9110 10.1.1: 100-continue",
            post("Content-Length: 2\r\nExpect: 100-Continue", "hi"),
            accepted: ["continue", "POST a/ hi"]),
        .init(
            "9110 10.1.1: 100-continue and no body", fields("Expect: 100-continue"),
            accepted: ["GET a/"]),
        .init(
            "9110 10.1.1: 100-continue and a body too large",
            post("Content-Length: 9999999\r\nExpect: 100-continue"), refused: .bodyTooLarge),
        .init(
            "9110 10.1.1: any expectation in HTTP/1.0",
            "POST / HTTP/1.0\r\nContent-Length: 2\r\nExpect: tea\r\n\r\nhi",
            accepted: ["POST- / hi"]),
        .init(
            "9110 7.8: Upgrade is ignored",
            fields("Connection: Upgrade, HTTP2-Settings\r\nUpgrade: h2c"), accepted: ["GET a/"]),
    ]
}
