import CLinux
import Glibc

// MARK: - Connections

extension EventLoop {
    /// Accepts who waits and reads what they have sent already.
    func acceptAll(at now: Moment) {
        for _ in 0..<limits.connectionsMax {
            var address = SocketAddress()
            let number = address.withMutablePointer { pointer, length in
                let flags = SOCK_NONBLOCK.rawValue | SOCK_CLOEXEC.rawValue
                return accept4(listener.socket.number, pointer, length, Int32(flags))
            }
            if number < 0 && (errno == ECONNABORTED || errno == EINTR) { continue }
            if number < 0 && errno != EAGAIN { pauseAccepting() }
            guard let descriptor = try? Descriptor(number, from: "accept4") else { return }
            admit(descriptor, peer: address.numericHost, at: now)
        }
    }

    private func admit(_ descriptor: Descriptor, peer: String, at now: Moment) {
        let ofPeer = peer.isEmpty ? 0 : servedByPeer[peer, default: 0]
        let isRefused =
            servedCount >= limits.connectionsMax || ofPeer >= limits.connectionsPerPeerMax
        if isRefused && closingCount >= limits.closingConnectionsMax { return }
        var connection = Connection(
            limits: limits, peer: peer, at: now, problem: listener.problem)
        if isRefused { connection.refuse(.connectionsExhausted, at: now) }
        let slot = freeSlots.popLast() ?? channels.count
        if slot == channels.count { channels.append(nil) }
        let channel = Channel(
            descriptor: descriptor, slot: slot, peer: peer, isServed: !isRefused,
            connection: connection, watched: .read)
        guard listener.poller.add(descriptor, for: .read, tag: UInt64(slot)) else {
            freeSlots.append(slot)
            return
        }
        channels[slot] = channel
        count(channel, by: 1)
        touch(channel)
        if isRefused { return }
        if !peer.isEmpty {
            // An answer is one write; holding it back for more could only delay it.
            Listener.setOption(TCP_NODELAY, at: Int32(IPPROTO_TCP), of: descriptor)
        }
        read(channel, at: now)
    }

    /// Lets go of a connection; its socket is closed with it.
    func release(_ channel: Channel) {
        channels[channel.slot] = nil
        freeSlots.append(channel.slot)
        count(channel, by: -1)
    }

    /// Makes room for the client's next connection, which may come before it closes this one.
    func countAsClosing(_ channel: Channel) {
        count(channel, by: -1)
        channel.isServed = false
        if closingCount >= limits.closingConnectionsMax { channel.connection.abort() }
        count(channel, by: 1)
    }

    private func count(_ channel: Channel, by difference: Int) {
        guard channel.isServed else {
            closingCount += difference
            return
        }
        servedCount += difference
        guard !channel.peer.isEmpty else { return }
        let ofPeer = servedByPeer[channel.peer, default: 0] + difference
        servedByPeer[channel.peer] = ofPeer == 0 ? nil : ofPeer
    }

    /// Without a descriptor to accept with, the socket would be reported ready for ever.
    private func pauseAccepting() {
        isAcceptPaused = true
        listener.poller.change(listener.socket, to: [], tag: Listener.Tag.socket)
    }

    func resumeAccepting() {
        isAcceptPaused = false
        listener.poller.change(listener.socket, to: .read, tag: Listener.Tag.socket)
    }
}
