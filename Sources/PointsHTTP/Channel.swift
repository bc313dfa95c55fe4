import CLinux
import Glibc

/// A ``Connection`` and its socket.
final class Channel {
    let descriptor: Descriptor
    let slot: Int
    let peer: String

    /// Whether it counts among those that are served, not those that are being closed.
    var isServed: Bool

    var connection: Connection

    /// What the ``Poller`` watches the socket for.
    var watched: Poller.Readiness

    /// Whether this round has something to do with it.
    var isTouched = false

    init(
        descriptor: Descriptor, slot: Int, peer: String, isServed: Bool, connection: Connection,
        watched: Poller.Readiness
    ) {
        self.descriptor = descriptor
        self.slot = slot
        self.peer = peer
        self.isServed = isServed
        self.connection = connection
        self.watched = watched
    }
}

// MARK: - Input and output

extension Channel {
    /// Reads once; what is left is reported again.
    func read(through room: UnsafeMutableBufferPointer<UInt8>, at now: Moment) {
        let count = recv(descriptor.number, room.baseAddress, room.count, Int32(MSG_DONTWAIT))
        switch count {
        case 1...: connection.receive(UnsafeBufferPointer(rebasing: room[..<count]), at: now)
        case 0: connection.receiveEnd()
        default: abortUnlessTransient()
        }
    }

    /// Writes what the socket takes, and closes our half if that was the last.
    func write(at now: Moment) {
        if connection.wantsWrite {
            // Not to be killed by SIGPIPE is asked for call by call, not for the whole process.
            let flags = Int32(MSG_DONTWAIT) | Int32(MSG_NOSIGNAL)
            let count = connection.withPendingOutput { bytes in
                send(descriptor.number, bytes.baseAddress, bytes.count, flags)
            }
            if count >= 0 {
                connection.wrote(count, at: now)
            } else {
                abortUnlessTransient()
            }
        }
        if connection.wantsHalfClose {
            shutdown(descriptor.number, Int32(SHUT_WR))
            connection.halfClosed(at: now)
        }
    }

    private func abortUnlessTransient() {
        guard errno != EAGAIN, errno != EINTR else { return }
        connection.abort()
    }

    /// What the socket should be watched for now.
    var wanted: Poller.Readiness {
        var wanted: Poller.Readiness = []
        if connection.wantsRead { wanted.insert(.read) }
        if connection.wantsWrite { wanted.insert(.write) }
        return wanted
    }
}
