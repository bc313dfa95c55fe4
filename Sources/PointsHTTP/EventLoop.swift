import CLinux
import Glibc

/// The rounds of a ``Listener``: wait, read all that is ready, answer it in one batch, write, go on with other work.
///
/// One batch a round is what lets the owner make all its requests durable at once. Nothing
/// lingers to fill a batch: while one is committed the next gathers in the sockets.
final class EventLoop {
    let listener: Listener
    let limits: HTTPLimits
    var clock = SystemClock()

    /// The connections by their slot, which is also their tag in the ``Poller``.
    var channels: [Channel?] = []
    var freeSlots: [Int] = []

    /// Connections that are served, those that are being closed, and the former by peer.
    var servedCount = 0
    var closingCount = 0
    var servedByPeer: [String: Int] = [:]

    /// The connections this round has to do with, those with untaken requests first.
    var touched: [Channel] = []

    /// Who is owed an answer that comes later.
    private var awaited: [HTTPTicket: Channel] = [:]

    /// Whether the socket is left alone because the system has no descriptor for a connection.
    var isAcceptPaused = false

    private var events: Poller.Events
    private let room: UnsafeMutableBufferPointer<UInt8>
    private var nextSweep: Int64 = 0
    private var isStopAsked = false
    private var stopDeadline: Int64?

    init(listener: Listener) {
        self.listener = listener
        limits = listener.limits
        let ownDescriptors = 3
        let countMax = limits.connectionsMax + limits.closingConnectionsMax + ownDescriptors
        events = Poller.Events(countMax: countMax)
        room = .allocate(capacity: limits.readBytesMax)
    }

    deinit { room.deallocate() }
}

// MARK: - Rounds

extension EventLoop {
    func run(_ service: some HTTPService) {
        while stopDeadline == nil || servedCount + closingCount > 0 {
            let milliseconds = service.hasWork ? 0 : waitMilliseconds()
            listener.poller.wait(milliseconds: milliseconds, into: &events)
            let now = clock.read()
            handleEvents(at: now)
            if isStopAsked && stopDeadline == nil { beginStop(at: now) }
            serve(service, at: now)
            sweep(at: now)
            finishRound()
            // The answers of the round are with their clients before anything else is done.
            if service.hasWork { work(service) }
        }
    }

    private func work(_ service: some HTTPService) {
        for (ticket, response) in service.work() {
            guard let channel = awaited.removeValue(forKey: ticket) else { continue }
            // The client may be gone, and its slot another's.
            guard channels[channel.slot] === channel else { continue }
            channel.connection.answer(ticket, with: response, at: clock.read())
            touch(channel)
        }
    }

    private func waitMilliseconds() -> Int32 {
        if !touched.isEmpty { return 0 }
        guard servedCount + closingCount > 0 || isAcceptPaused else { return -1 }
        return Int32(clamping: max(0, nextSweep - clock.read().milliseconds))
    }

    /// The socket comes last, so that a slot freed by an earlier round cannot be meant by an event
    /// of this one.
    private func handleEvents(at now: Moment) {
        var isSocketReady = false
        for index in 0..<events.count {
            let event = events[index]
            switch event.tag {
            case Listener.Tag.socket: isSocketReady = true
            case Listener.Tag.stop: isStopAsked = true
            case Listener.Tag.signal:
                listener.consumeSignal()
                isStopAsked = true
            case let slot:
                guard let channel = channels[Int(slot)] else { continue }
                handle(event.readiness, of: channel, at: now)
            }
        }
        if isSocketReady && stopDeadline == nil { acceptAll(at: now) }
    }

    private func handle(_ readiness: Poller.Readiness, of channel: Channel, at now: Moment) {
        touch(channel)
        if channel.connection.wantsRead {
            if !readiness.isDisjoint(with: [.read, .broken]) { read(channel, at: now) }
        } else if !readiness.isDisjoint(with: .broken) {
            channel.connection.abort()
        }
    }

    func read(_ channel: Channel, at now: Moment) { channel.read(through: room, at: now) }

    func touch(_ channel: Channel) {
        guard !channel.isTouched else { return }
        channel.isTouched = true
        touched.append(channel)
    }

    /// Gives all requests of this round to the owner in one call, and the answers back.
    private func serve(_ service: some HTTPService, at now: Moment) {
        var batch: [HTTPRequest] = []
        var shares: [(channel: Channel, count: Int)] = []
        for channel in touched {
            let left = limits.batchRequestsMax - batch.count
            let count = channel.connection.takeRequests(into: &batch, atMost: left, at: now)
            if count > 0 { shares.append((channel, count)) }
        }
        guard !batch.isEmpty else { return }
        let answers = service.answer(batch)
        precondition(answers.count == batch.count, "as many answers as requests")
        let answered = clock.read()
        var start = 0
        for share in shares {
            let own = answers[start..<(start + share.count)]
            for case .later(let ticket) in own { awaited[ticket] = share.channel }
            share.channel.connection.answer(own, at: answered)
            start += share.count
        }
    }

    /// Writes, lets go of what is over, and keeps what has more requests for the next round.
    private func finishRound() {
        let now = clock.read()
        var unfinished: [Channel] = []
        for channel in touched {
            channel.isTouched = false
            channel.write(at: now)
            if channel.connection.isLingering && channel.isServed { countAsClosing(channel) }
            if channel.connection.isClosed {
                release(channel)
                continue
            }
            let wanted = channel.wanted
            if wanted != channel.watched {
                channel.watched = wanted
                let tag = UInt64(channel.slot)
                listener.poller.change(channel.descriptor, to: wanted, tag: tag)
            }
            if channel.connection.canTakeMore { unfinished.append(channel) }
        }
        touched.removeAll(keepingCapacity: true)
        for channel in unfinished { touch(channel) }
    }
}

// MARK: - Time and the end

extension EventLoop {
    private func sweep(at now: Moment) {
        guard now.milliseconds >= nextSweep else { return }
        nextSweep = now.milliseconds + limits.sweepMilliseconds
        let isStopLate = stopDeadline.map { $0 <= now.milliseconds } ?? false
        for case let channel? in channels {
            if isStopLate { channel.connection.abort() }
            let deadline = channel.connection.deadlineMilliseconds
            guard isStopLate || deadline.map({ $0 <= now.milliseconds }) ?? false else { continue }
            channel.connection.tick(at: now)
            touch(channel)
        }
        if isAcceptPaused { resumeAccepting() }
    }

    /// Who has connected is served, who has sent a part may finish, who is idle is closed.
    private func beginStop(at now: Moment) {
        acceptAll(at: now)
        isAcceptPaused = false
        listener.poller.remove(listener.socket)
        listener.poller.remove(listener.stopEvent)
        if let signalEvent = listener.signalEvent { listener.poller.remove(signalEvent) }
        listener.close()
        stopDeadline = now.milliseconds + limits.stopMillisecondsMax
        for case let channel? in channels {
            channel.connection.drain(at: now)
            touch(channel)
        }
    }
}
