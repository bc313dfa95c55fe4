/// Which policy on ranks was, or will be, in force when: a review is judged by the one of its own moment, whenever it is
/// written down.
package struct TierTimeline: Hashable, Sendable {
    /// By the moments from which they count, earliest first; what came before the first is judged by the first.
    private let steps: [Step]

    /// A policy from a moment on; without one there are no ranks.
    package struct Step: Hashable, Sendable {
        /// From when on.
        package let from: Instant
        /// The policy.
        package let policy: TierPolicy?

        /// A policy from a moment on.
        package init(from: Instant, policy: TierPolicy?) {
            self.from = from
            self.policy = policy
        }
    }

    /// One policy for all times.
    package init(_ policy: TierPolicy?) {
        self.init([Step(from: .distantPast, policy: policy)])
    }

    /// Policies in the order of their moments.
    package init(_ steps: [Step]) {
        self.steps = steps
    }

    /// The policy in force at a moment.
    package func policy(at moment: Instant) -> TierPolicy? {
        (steps.last { $0.from <= moment } ?? steps.first)?.policy
    }

    /// The rank after the review of the day that follows the one through which it was kept.
    func reviewed(
        _ record: TierRecord, keptThrough last: CivilDate, in calendar: BusinessCalendar
    ) -> TierStanding? {
        policy(at: calendar.end(of: last))?.reviewed(record, keptThrough: last, in: calendar)
    }

    /// The record with every review that is due by a moment, for who only looks.
    package func judged(
        _ record: TierRecord, at moment: Instant, in calendar: BusinessCalendar
    ) -> TierRecord {
        var judged = record
        while let last = judged.standing?.keptThrough, calendar.end(of: last) <= moment {
            judged.become(reviewed(judged, keptThrough: last, in: calendar))
        }
        return judged
    }
}
