import PointsHTTP

/// Rows of RFC 9112, 3.2 and RFC 3986: what is asked for.
extension HostileRow {
    static let targets: [HostileRow] = [
        .init("3.2.1: origin-form", get("/a/b?c=d&e"), accepted: ["GET a/a|b?c=d&e="]),
        .init("3.2.1: an empty query", get("/a?"), accepted: ["GET a/a"]),
        .init("3.2.1: empty segments", get("//a//"), accepted: ["GET a/|a||"]),
        .init("3.2.2: absolute-form", get("http://b:80/c?d"), accepted: ["GET b:80/c?d="]),
        .init("3.2.2: absolute-form, no path", get("HTTPS://b"), accepted: ["GET b/"]),
        .init("3.2.2: absolute-form, query alone", get("http://b?c=d"), accepted: ["GET b/?c=d"]),
        .init("3.2.2: another scheme", get("ftp://b/"), refused: .targetMalformed),
        .init("9110 4.2.1: an empty host", get("http:///c"), refused: .targetMalformed),
        .init("9110 4.2.4: a user", get("http://u@b/"), refused: .targetMalformed),
        .init(
            "3.2: absolute-form still needs a Host", "GET http://b/ HTTP/1.1\r\n\r\n",
            refused: .hostNotOnce),
        .init("3.2.3: authority-form", get("b:80"), refused: .targetMalformed),
        .init(
            "3.2.4: asterisk-form", "OPTIONS * HTTP/1.1\r\nHost: a\r\n\r\n",
            accepted: ["OPTIONS a*"]),
        .init("3.2.4: asterisk-form with GET", get("*"), refused: .targetMalformed),
        .init("3.2: no slash", get("a"), refused: .targetMalformed),
        .init("3986 3.5: a fragment", get("/a#b"), refused: .targetMalformed),
        .init("3986 3.3: a backslash", get("/a\\b"), refused: .targetMalformed),
        .init("3986 3.3: bytes beyond ASCII", get("/\u{C3}\u{A4}"), refused: .targetMalformed),
        .init("3986 3.3: a NUL", get("/a\0"), refused: .targetMalformed),
        .init("3986 3.4: a quote in the query", get("/a?b=\""), refused: .targetMalformed),
        .init("3986 2.1: decoded once", get("/%2541"), accepted: ["GET a/%41"]),
        .init(
            "3986 2.1: UTF-8", get("/%E7%82%B9?q=%e7%82%b9+1%2B"),
            accepted: ["GET a/\u{70B9}?q=\u{70B9} 1+"]),
        .init("3986 2.1: plus in the path", get("/a+b"), accepted: ["GET a/a+b"]),
        .init("3986 2.1: a slash in the query", get("/?a=b/%2F?"), accepted: ["GET a/?a=b//?"]),
        .init("3986 2.1: no digits", get("/%"), refused: .targetEncodingMalformed),
        .init("3986 2.1: one digit", get("/%4"), refused: .targetEncodingMalformed),
        .init("3986 2.1: not digits", get("/%4G"), refused: .targetEncodingMalformed),
        .init("3986 2.1: broken in the query", get("/?a=%zz"), refused: .targetEncodingMalformed),
        .init("3986 2.1: an encoded slash", get("/a%2fb"), refused: .targetEncodingMalformed),
        .init("3986 2.1: an encoded NUL", get("/a%00"), refused: .targetEncodingMalformed),
        .init("3986 2.1: an encoded CRLF", get("/a%0d%0a"), refused: .targetEncodingMalformed),
        .init("3986 2.1: a NUL in the query", get("/?a=%00"), refused: .targetEncodingMalformed),
        .init("3986 3.3: dot dot", get("/a/../b"), refused: .targetEncodingMalformed),
        .init("3986 3.3: dot", get("/a/."), refused: .targetEncodingMalformed),
        .init("3986 3.3: encoded dot dot", get("/%2e%2E/b"), refused: .targetEncodingMalformed),
        .init("3986 3.3: three dots", get("/..."), accepted: ["GET a/..."]),
        .init("3629 3: invalid UTF-8", get("/%ff"), refused: .targetEncodingMalformed),
        .init("3629 3: overlong UTF-8", get("/%c0%af"), refused: .targetEncodingMalformed),
        .init("3629 3: a surrogate", get("/%ed%a0%80"), refused: .targetEncodingMalformed),
    ]
}
