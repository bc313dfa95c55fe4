import Glibc

/// The clocks of the machine; the text of the date is made once a second.
struct SystemClock {
    private var second: Int64 = -1
    private var date: [UInt8] = []

    mutating func read() -> Moment {
        let now = SystemClock.time(CLOCK_REALTIME)
        if Int64(now.tv_sec) != second {
            second = Int64(now.tv_sec)
            date = HTTPDate.bytes(secondsSince1970: max(0, second))
        }
        let uptime = SystemClock.time(CLOCK_MONOTONIC)
        let milliseconds = Int64(uptime.tv_sec) * 1_000 + Int64(uptime.tv_nsec) / 1_000_000
        return Moment(milliseconds: milliseconds, date: date)
    }

    private static func time(_ clock: clockid_t) -> timespec {
        var time = timespec()
        clock_gettime(clock, &time)
        return time
    }
}
