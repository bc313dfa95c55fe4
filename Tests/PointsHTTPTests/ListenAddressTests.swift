import PointsHTTP
import Testing

struct ListenAddressTests {
    @Test(arguments: [
        ("127.0.0.1:8080", ListenAddress.tcp(host: "127.0.0.1", port: 8_080), true),
        ("127.8.8.8:1", .tcp(host: "127.8.8.8", port: 1), true),
        ("localhost:0", .tcp(host: "127.0.0.1", port: 0), true),
        ("[::1]:65535", .tcp(host: "::1", port: 65_535), true),
        ("0.0.0.0:80", .tcp(host: "0.0.0.0", port: 80), false),
        ("[::]:80", .tcp(host: "::", port: 80), false),
        ("128.0.0.1:80", .tcp(host: "128.0.0.1", port: 80), false),
        ("unix:/run/meguri.sock", .unix(path: "/run/meguri.sock"), true),
    ])
    func `reads an address and knows who can reach it`(
        _ text: String, _ address: ListenAddress, _ isLoopback: Bool
    ) throws {
        let parsed = try ListenAddress(parsing: text)
        #expect(parsed == address)
        #expect(parsed.isLoopback == isLoopback)
        #expect(try ListenAddress(parsing: parsed.description) == parsed)
    }

    @Test(arguments: [
        "", "8080", "127.0.0.1", "127.0.0.1:", "127.0.0.1:65536", "127.0.0.1:+80", "127.0.0.1:-1",
        "::1:80", "[127.0.0.1]:80", "[::1]80", "example.com:80", "127.1:80", ":80", "unix:",
        "unix:a\0b", "[::1:80", "127.0.0.1:\u{FF18}",
    ])
    func `refuses what is no address`(_ text: String) {
        #expect(throws: ListenError.addressMalformed(text)) { try ListenAddress(parsing: text) }
    }

    @Test func `refuses a path that the kernel would cut off`() throws {
        let path = "/" + String(repeating: "a", count: 106)
        #expect(try ListenAddress(parsing: "unix:" + path) == .unix(path: path))
        #expect(throws: ListenError.pathTooLong(path + "a")) {
            try ListenAddress(parsing: "unix:\(path)a")
        }
        #expect(
            ListenError.pathTooLong("p").message == "The socket path p is longer than 107 bytes.")
    }
}
