import CLinux
import Glibc

/// A socket address as the kernel takes it.
struct SocketAddress {
    /// Bytes of a path in `sockaddr_un`, less the zero that ends it.
    static let pathBytesMax = MemoryLayout.size(ofValue: sockaddr_un().sun_path) - 1

    private var storage = sockaddr_storage()
    private var length = socklen_t(MemoryLayout<sockaddr_storage>.size)

    /// Room for the kernel to write one into.
    init() {}

    /// Nil if the host is not a numeric IPv4 or IPv6 address.
    init?(host: String, port: UInt16) {
        var four = sockaddr_in()
        var six = sockaddr_in6()
        if inet_pton(AF_INET, host, &four.sin_addr) == 1 {
            four.sin_family = sa_family_t(AF_INET)
            four.sin_port = port.bigEndian
            store(four)
        } else if inet_pton(AF_INET6, host, &six.sin6_addr) == 1 {
            six.sin6_family = sa_family_t(AF_INET6)
            six.sin6_port = port.bigEndian
            store(six)
        } else {
            return nil
        }
    }

    /// Nil if the path is over ``pathBytesMax``.
    init?(path: String) {
        guard path.utf8.count <= SocketAddress.pathBytesMax else { return nil }
        var unix = sockaddr_un()
        unix.sun_family = sa_family_t(AF_UNIX)
        withUnsafeMutableBytes(of: &unix.sun_path) { $0.copyBytes(from: path.utf8) }
        store(unix)
    }

    private mutating func store<Address>(_ address: Address) {
        withUnsafeMutableBytes(of: &storage) { room in
            withUnsafeBytes(of: address) { room.copyMemory(from: $0) }
        }
        length = socklen_t(MemoryLayout<Address>.size)
    }
}

// MARK: - Reading

extension SocketAddress {
    var family: Int32 { Int32(storage.ss_family) }

    var port: UInt16? {
        switch family {
        case AF_INET: UInt16(bigEndian: load(sockaddr_in.self).sin_port)
        case AF_INET6: UInt16(bigEndian: load(sockaddr_in6.self).sin6_port)
        default: nil
        }
    }

    var isLoopback: Bool {
        switch family {
        case AF_INET: load(sockaddr_in.self).sin_addr.s_addr.bigEndian >> 24 == 127
        case AF_INET6: numericHost == "::1"
        case AF_UNIX: true
        default: false
        }
    }

    /// The address without its port as digits; empty for a unix socket.
    var numericHost: String {
        switch family {
        case AF_INET:
            withUnsafeBytes(of: load(sockaddr_in.self).sin_addr) { digits(AF_INET, $0) }
        case AF_INET6:
            withUnsafeBytes(of: load(sockaddr_in6.self).sin6_addr) { digits(AF_INET6, $0) }
        default: ""
        }
    }

    private func load<Address>(_: Address.Type) -> Address {
        withUnsafeBytes(of: storage) { $0.load(as: Address.self) }
    }

    private func digits(_ family: Int32, _ address: UnsafeRawBufferPointer) -> String {
        String(unsafeUninitializedCapacity: Int(INET6_ADDRSTRLEN)) { room in
            room.withMemoryRebound(to: CChar.self) { text in
                let room = socklen_t(text.count)
                let end = inet_ntop(family, address.baseAddress, text.baseAddress, room)
                return end == nil ? 0 : text.firstIndex(of: 0) ?? 0
            }
        }
    }
}

// MARK: - System calls

extension SocketAddress {
    func withPointer<Result>(_ body: (UnsafePointer<sockaddr>, socklen_t) -> Result) -> Result {
        withUnsafePointer(to: storage) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { body($0, length) }
        }
    }

    mutating func withMutablePointer<Result>(
        _ body: (UnsafeMutablePointer<sockaddr>, UnsafeMutablePointer<socklen_t>) -> Result
    ) -> Result {
        length = socklen_t(MemoryLayout<sockaddr_storage>.size)
        return withUnsafeMutablePointer(to: &storage) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { body($0, &length) }
        }
    }
}
