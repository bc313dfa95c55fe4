/// Which business day a moment belongs to: a zone and the time at which a day begins.
///
/// With a cut-over at 05:00, a sale at 02:30 belongs to the day before.
package struct BusinessCalendar: Hashable, Sendable {
    /// The zone of the program.
    package let zone: TimeZoneTable
    /// Minutes after local midnight at which a business day begins, 0–1,439.
    package let startMinutes: Int

    /// A calendar of the zone whose days begin `startMinutes` after local midnight.
    package init(zone: TimeZoneTable, startMinutes: Int) {
        precondition((0..<1_440).contains(startMinutes), "a day begins within itself")
        self.zone = zone
        self.startMinutes = startMinutes
    }

    /// The business day that a moment belongs to.
    package func businessDay(of instant: Instant) -> CivilDate {
        let date = localDate(of: instant)
        return instant < start(of: date) ? date.adding(days: -1) : date
    }

    /// The calendar date on the wall at a moment.
    package func localDate(of instant: Instant) -> CivilDate {
        CivilDate(dayNumber: Int(localSeconds(at: instant).flooredQuotient(by: 86_400)))
    }

    /// Minutes after midnight on the wall clock at a moment, 0–1,439.
    package func minuteOfDay(at instant: Instant) -> Int {
        let seconds = localSeconds(at: instant)
        return Int(seconds - seconds.flooredQuotient(by: 86_400) * 86_400) / 60
    }

    /// The first moment of a business day.
    ///
    /// Where summer time makes the wall clock jump over the cut-over, the offset after the jump counts.
    package func start(of day: CivilDate) -> Instant {
        let wall = Int64(day.dayNumber) * 86_400 + Int64(startMinutes) * 60
        let guess = Instant(milliseconds: wall * 1_000)
        let first = guess.adding(seconds: Int64(-zone.offsetSeconds(at: guess)))
        return guess.adding(seconds: Int64(-zone.offsetSeconds(at: first)))
    }

    /// The first moment after a business day; what expires on the day is gone from here on.
    package func end(of day: CivilDate) -> Instant {
        start(of: day.adding(days: 1))
    }

    /// RFC 3339 on the program's wall clock.
    package func text(of instant: Instant) -> String {
        instant.formatted(offsetSeconds: zone.offsetSeconds(at: instant))
    }

    private func localSeconds(at instant: Instant) -> Int64 {
        instant.milliseconds.flooredQuotient(by: 1_000) + Int64(zone.offsetSeconds(at: instant))
    }
}
