import CLinux
import Glibc

/// The kernel's list of descriptors to watch (`epoll`, level-triggered).
struct Poller: Sendable {
    private let epoll: Descriptor

    /// What a descriptor is watched for, and what was seen.
    struct Readiness: OptionSet {
        let rawValue: UInt32

        static let read = Readiness(rawValue: EPOLLIN.rawValue)
        static let write = Readiness(rawValue: EPOLLOUT.rawValue)
        /// Always watched for: the other end is gone.
        static let broken = Readiness(rawValue: EPOLLERR.rawValue | EPOLLHUP.rawValue)
    }

    /// What one round of waiting brought, in room that is used again.
    struct Events {
        fileprivate var room: [epoll_event]
        fileprivate(set) var count = 0

        init(countMax: Int) { room = Array(repeating: epoll_event(), count: countMax) }

        subscript(index: Int) -> (tag: UInt64, readiness: Readiness) {
            (room[index].data.u64, Readiness(rawValue: room[index].events))
        }
    }

    init() throws(ListenError) {
        epoll = try Descriptor(epoll_create1(Int32(EPOLL_CLOEXEC)), from: "epoll_create1")
    }
}

// MARK: - Watching

extension Poller {
    /// Returns whether the kernel had room for it.
    func add(_ descriptor: Descriptor, for readiness: Readiness, tag: UInt64) -> Bool {
        control(EPOLL_CTL_ADD, descriptor, readiness, tag)
    }

    func change(_ descriptor: Descriptor, to readiness: Readiness, tag: UInt64) {
        let isDone = control(EPOLL_CTL_MOD, descriptor, readiness, tag)
        precondition(isDone, "a descriptor that is not watched cannot be changed")
    }

    func remove(_ descriptor: Descriptor) {
        let isDone = control(EPOLL_CTL_DEL, descriptor, [], 0)
        precondition(isDone, "a descriptor that is not watched cannot be removed")
    }

    private func control(
        _ operation: Int32, _ descriptor: Descriptor, _ readiness: Readiness, _ tag: UInt64
    ) -> Bool {
        var event = epoll_event()
        event.events = readiness.rawValue
        event.data.u64 = tag
        return epoll_ctl(epoll.number, operation, descriptor.number, &event) == 0
    }

    /// Waits for something to happen, at most so long; a negative time has no end.
    ///
    /// A signal may end it early with nothing seen.
    func wait(milliseconds: Int32, into events: inout Events) {
        let count = events.room.withUnsafeMutableBufferPointer { room in
            epoll_wait(epoll.number, room.baseAddress, Int32(room.count), milliseconds)
        }
        events.count = max(0, Int(count))
    }
}
