import PointsHTTP

/// Rows of RFC 9112, 6 and 7: where a body ends.
extension HostileRow {
    static let framing: [HostileRow] = [
        .init(
            "6.1: Content-Length before Transfer-Encoding",
            post("Content-Length: 5\r\nTransfer-Encoding: chunked", "0\r\n\r\n"),
            refused: .framingAmbiguous),
        .init(
            "6.3: Transfer-Encoding before Content-Length",
            post("Transfer-Encoding: chunked\r\nContent-Length: 0", "0\r\n\r\n"),
            refused: .framingAmbiguous),
        .init(
            "6.1: chunked not last", post("Transfer-Encoding: chunked, gzip"),
            refused: .transferEncodingMalformed),
        .init(
            "6.1: chunked twice in a line", post("Transfer-Encoding: chunked, chunked"),
            refused: .transferEncodingMalformed),
        .init(
            "6.1: chunked in two lines",
            post("Transfer-Encoding: chunked\r\nTransfer-Encoding: chunked"),
            refused: .transferEncodingMalformed),
        .init(
            "6.1: chunked in HTTP/1.0",
            "POST / HTTP/1.0\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n",
            refused: .transferEncodingMalformed),
        .init(
            "6.1: no coding", post("Transfer-Encoding:"), refused: .transferEncodingMalformed),
        .init(
            "6.1: a leading comma", post("Transfer-Encoding: ,chunked"),
            refused: .transferEncodingMalformed),
        .init(
            "6.1: a parameter on chunked", post("Transfer-Encoding: chunked;q=1"),
            refused: .transferEncodingMalformed),
        .init(
            "6.1: an unknown coding", post("Transfer-Encoding: xchunked"),
            refused: .transferCodingUnknown),
        .init(
            "6.1: identity, which is gone", post("Transfer-Encoding: identity"),
            refused: .transferCodingUnknown),
        .init(
            "6.1: a known coding before chunked", post("Transfer-Encoding: gzip, chunked"),
            refused: .transferCodingUnknown),
        .init(
            "6.1: chunked in any case", post("Transfer-Encoding: \t ChunKed ", "0\r\n\r\n"),
            accepted: ["POST a/"]),
        .init("6.3: a sign", post("Content-Length: +5"), refused: .contentLengthMalformed),
        .init("6.3: a minus", post("Content-Length: -5"), refused: .contentLengthMalformed),
        .init("6.3: nothing", post("Content-Length:"), refused: .contentLengthMalformed),
        .init("6.3: hexadecimal", post("Content-Length: 0x5"), refused: .contentLengthMalformed),
        .init("6.3: a space within", post("Content-Length: 1 0"), refused: .contentLengthMalformed),
        .init("6.3: an underscore", post("Content-Length: 1_0"), refused: .contentLengthMalformed),
        .init(
            "6.3: full-width digits", post("Content-Length: \u{EF}\u{BC}\u{95}"),
            refused: .contentLengthMalformed),
        .init(
            "6.3: a list", post("Content-Length: 5, 5"), refused: .contentLengthMalformed),
        .init(
            "6.3: repeated with the same value", post("Content-Length: 5\r\nContent-Length: 5"),
            refused: .contentLengthMalformed),
        .init(
            "6.3: one over Int", post("Content-Length: 9223372036854775808"),
            refused: .contentLengthMalformed),
        .init(
            "6.3: far over Int", post("Content-Length: 184467440737095516160"),
            refused: .contentLengthMalformed),
        .init(
            "9110 15.5.14: Int itself", post("Content-Length: 9223372036854775807"),
            refused: .bodyTooLarge),
        .init(
            "9110 15.5.14: one byte over the bound", post("Content-Length: 1048577"),
            refused: .bodyTooLarge),
        .init("6.3: zero", post("Content-Length: 0"), accepted: ["POST a/"]),
        .init("6.3: leading zeros", post("Content-Length: 0002", "hi"), accepted: ["POST a/ hi"]),
        .init("8: a body cut short", post("Content-Length: 5", "hell"), accepted: []),
        .init("8: chunks cut short", chunked("5\r\nhello\r\n0\r\n"), accepted: []),
        .init(
            "6.3: a body on GET", "GET / HTTP/1.1\r\nHost: a\r\nContent-Length: 2\r\n\r\nhi",
            accepted: ["GET a/ hi"]),
    ]

    static let chunks: [HostileRow] = [
        .init(
            "7.1: chunks", chunked("5\r\nhello\r\nA\r\n, world!!!\r\n0\r\n\r\n"),
            accepted: ["POST a/ hello, world!!!"]),
        .init(
            "7.1: sixteen digits", chunked("0000000000000002\r\nhi\r\n0\r\n\r\n"),
            accepted: ["POST a/ hi"]),
        .init(
            "7.1: seventeen digits", chunked("00000000000000002\r\nhi\r\n0\r\n\r\n"),
            refused: .chunkMalformed),
        .init("7.1: all bits", chunked("ffffffffffffffff\r\n"), refused: .bodyTooLarge),
        .init("7.1: one over Int", chunked("8000000000000000\r\n"), refused: .bodyTooLarge),
        .init("7.1: one byte over the bound", chunked("100001\r\n"), refused: .bodyTooLarge),
        .init("7.1: no size", chunked("\r\n"), refused: .chunkMalformed),
        .init("7.1: a sign", chunked("+2\r\nhi\r\n0\r\n\r\n"), refused: .chunkMalformed),
        .init("7.1: a minus", chunked("-2\r\nhi\r\n0\r\n\r\n"), refused: .chunkMalformed),
        .init("7.1: a prefix", chunked("0x2\r\nhi\r\n0\r\n\r\n"), refused: .chunkMalformed),
        .init("7.1: an underscore", chunked("0_2\r\nhi\r\n0\r\n\r\n"), refused: .chunkMalformed),
        .init("7.1: a space before", chunked(" 2\r\nhi\r\n0\r\n\r\n"), refused: .chunkMalformed),
        .init("7.1: a space behind", chunked("2 \r\nhi\r\n0\r\n\r\n"), refused: .chunkMalformed),
        .init("7.1: a bare LF", chunked("2\nhi\r\n0\r\n\r\n"), refused: .lineEndMalformed),
        .init("7.1: a CR within", chunked("2\r;a\r\nhi\r\n"), refused: .chunkMalformed),
        .init("7.1: data too long", chunked("2\r\nhip\r\n0\r\n\r\n"), refused: .chunkMalformed),
        .init("7.1: LF behind the data", chunked("2\r\nhi\n0\r\n\r\n"), refused: .chunkMalformed),
        .init("7.1: CR behind the data", chunked("2\r\nhi\r0\r\n\r\n"), refused: .chunkMalformed),
        .init(
            "7.1.1: extensions", chunked("2;a;b=c;d=\"e;\\\" \"\r\nhi\r\n0;z\r\n\r\n"),
            accepted: ["POST a/ hi"]),
        .init("7.1.1: no name", chunked("2;\r\nhi\r\n0\r\n\r\n"), refused: .chunkMalformed),
        .init("7.1.1: no value", chunked("2;a=\r\nhi\r\n"), refused: .chunkMalformed),
        .init("7.1.1: an open quote", chunked("2;a=\"b\r\nhi\r\n"), refused: .chunkMalformed),
        .init("7.1.1: a NUL", chunked("2;a=\"\0\"\r\nhi\r\n"), refused: .chunkMalformed),
        .init("7.1.1: an escaped NUL", chunked("2;a=\"\\\0\"\r\n"), refused: .chunkMalformed),
        .init("7.1.1: a bare LF", chunked("2;a\nhi\r\n0\r\n\r\n"), refused: .lineEndMalformed),
        .init(
            "7.1.2: trailers are never merged",
            chunked("2\r\nhi\r\n0\r\nHost: b\r\nContent-Length: 9\r\n\r\n") + get("/next"),
            accepted: ["POST a/ hi", "GET a/next"]),
        .init(
            "7.1.2: a space in front", chunked("0\r\n a: b\r\n\r\n"), refused: .fieldFolded),
        .init(
            "7.1.2: a trailer without a colon", chunked("0\r\nGET / HTTP/1.1\r\n\r\n"),
            refused: .fieldNameMalformed),
        .init("7.1.2: LF ends trailers", chunked("0\r\n\n"), refused: .lineEndMalformed),
        .init(
            "7.1.2: a control in a trailer", chunked("0\r\na: \u{1}\r\n\r\n"),
            refused: .fieldValueMalformed),
    ]
}
