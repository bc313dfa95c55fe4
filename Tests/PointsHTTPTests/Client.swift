import Glibc
import PointsHTTP
import Testing

/// The other end of a real socket; every call blocks until it is done.
final class Client {
    private let descriptor: Int32

    /// Nobody listens there.
    struct Refused: Error {}

    init(to address: ListenAddress) throws {
        var client: Int32 = -1
        var result: Int32 = -1
        let type = Int32(SOCK_STREAM.rawValue)
        switch address {
        case .tcp(_, let port):
            client = socket(AF_INET, type, 0)
            var target = sockaddr_in()
            target.sin_family = sa_family_t(AF_INET)
            target.sin_port = port.bigEndian
            target.sin_addr.s_addr = UInt32(0x7F00_0001).bigEndian
            result = Client.connect(client, &target)
        case .unix(let path):
            client = socket(AF_UNIX, type, 0)
            var target = sockaddr_un()
            target.sun_family = sa_family_t(AF_UNIX)
            withUnsafeMutableBytes(of: &target.sun_path) { $0.copyBytes(from: path.utf8) }
            result = Client.connect(client, &target)
        }
        descriptor = client
        guard result == 0 else { throw Refused() }
    }

    deinit { close(descriptor) }

    private static func connect<Address>(_ client: Int32, _ address: inout Address) -> Int32 {
        withUnsafePointer(to: &address) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                Glibc.connect(client, $0, socklen_t(MemoryLayout<Address>.size))
            }
        }
    }
}

// MARK: - Talking

extension Client {
    func send(_ text: String) throws {
        var bytes = Array(text.utf8)[...]
        while !bytes.isEmpty {
            let count = bytes.withUnsafeBytes {
                Glibc.send(descriptor, $0.baseAddress, $0.count, Int32(MSG_NOSIGNAL))
            }
            try #require(count > 0, "send failed with error number \(errno)")
            bytes = bytes.dropFirst(count)
        }
    }

    /// Lets the connection end with a reset instead of in good order, when this client goes.
    func reset() {
        var now = linger(l_onoff: 1, l_linger: 0)
        setsockopt(descriptor, SOL_SOCKET, SO_LINGER, &now, socklen_t(MemoryLayout<linger>.size))
    }

    /// Closes this half.
    func sendEnd() { shutdown(descriptor, Int32(SHUT_WR)) }

    /// What comes until the other end closes.
    func readToEnd() throws -> String {
        var bytes: [UInt8] = []
        while let more = try readOnce() { bytes += more }
        return String(decoding: bytes, as: UTF8.self)
    }

    /// What comes until the mark is in it.
    func read(until mark: String) throws -> String {
        var text = ""
        while !text.contains(mark), let more = try readOnce() {
            text += String(decoding: more, as: UTF8.self)
        }
        return text
    }

    private func readOnce() throws -> ArraySlice<UInt8>? {
        var room = [UInt8](repeating: 0, count: 65_536)
        let count = recv(descriptor, &room, room.count, 0)
        try #require(count >= 0, "recv failed with error number \(errno)")
        return count == 0 ? nil : room[..<count]
    }
}
