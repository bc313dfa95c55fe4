import Testing

@testable import PointsCore

struct RulesTimelineTests {
    /// The sets 1, 2, … in the order of their activation, each from an hour of one day; the first from the beginning.
    private static func timeline(_ hours: [Int64]) -> RulesTimeline {
        var timeline = RulesTimeline()
        for (index, hour) in hours.enumerated() {
            let number = Int64(index + 1)
            timeline.add(
                RulesTimeline.Activation(
                    position: JournalPosition(number), hash: [UInt8(number)],
                    effectiveFrom: index == 0 ? .distantPast : self.hour(hour)))
        }
        return timeline
    }

    private static func hour(_ hour: Int64) -> Instant {
        Times.noon("2026-06-01").adding(seconds: hour * 3_600)
    }

    struct Row: Sendable {
        /// From which hours the sets judge; the first from the beginning.
        let hours: [Int64]
        /// The moment that is asked for.
        let hour: Int64
        /// The set in force.
        let number: Int64
        /// The sets after it.
        let announced: [Int64]
    }

    @Test(arguments: [
        Row(hours: [0], hour: -9, number: 1, announced: []),
        Row(hours: [0, 5], hour: 4, number: 1, announced: [2]),
        Row(hours: [0, 5], hour: 5, number: 2, announced: []),
        // Announced before another was activated.
        Row(hours: [0, 5, 2], hour: 1, number: 1, announced: [3, 2]),
        Row(hours: [0, 5, 2], hour: 4, number: 3, announced: [2]),
        Row(hours: [0, 5, 2], hour: 5, number: 2, announced: []),
        // Taken back by another of the same moment.
        Row(hours: [0, 5, 5], hour: 4, number: 1, announced: [3]),
        Row(hours: [0, 5, 5], hour: 5, number: 3, announced: []),
        Row(hours: [0, 5, 5, 5], hour: 6, number: 4, announced: []),
    ])
    func `the set in force is the one whose time came last`(_ row: Row) {
        let timeline = Self.timeline(row.hours)
        let moment = Self.hour(row.hour)
        #expect(timeline.activation(at: moment)?.position.number == row.number)
        #expect(timeline.announced(after: moment).map(\.position.number) == row.announced)
    }

    @Test func `before every set the first judges, and of none there is none`() {
        let late = RulesTimeline([
            RulesTimeline.Activation(
                position: JournalPosition(4), hash: [4], effectiveFrom: Self.hour(1))
        ])
        #expect(late.activation(at: Self.hour(0))?.position.number == 4)
        #expect(RulesTimeline().activation(at: Self.hour(0)) == nil)
    }

    @Test func `is known as it was before an entry`() {
        let timeline = Self.timeline([0, 5, 2])
        #expect(timeline.before(JournalPosition(3)) == Self.timeline([0, 5]))
        #expect(timeline.before(JournalPosition(1)).activations.isEmpty)
    }
}
