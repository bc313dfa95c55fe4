/// Ranks (会員ランク): how they are reached, kept and lost (`tiers.json`).
package struct TierPolicy: Hashable, Sendable {
    /// What counts.
    package let metric: TierMetric
    /// Over which months.
    package let window: Window
    /// The channels whose sales count; `nil` for all.
    package let channels: Set<String>?
    /// Whether a sale counts towards the rank by which it is judged itself.
    package let countsCurrentOrder: Bool
    /// Months for which a rank is kept at least; 0 for no longer than to the next review.
    package let keepMonths: Int
    /// Days of the year on which ranks are reviewed, in order; none where each is reviewed once it was kept.
    package let reviewDays: [ReviewDay]
    /// How far a rank falls that the window no longer carries.
    package let demotion: Demotion
    /// The ranks, lowest first; the lowest from 0.
    package let tiers: [Tier]

    /// A rank.
    package struct Tier: Hashable, Sendable {
        /// The name in rules and replies.
        package let id: String
        /// What it is called.
        package let title: Caption
        /// What must count for it, at least.
        package let from: Int64
        /// What it is good for besides points, for people to read.
        package let benefits: [Caption]
        /// Ranks of earlier sets whose place it takes: who holds one of them holds this one.
        package let replaces: [String]

        /// A rank from a threshold on.
        package init(
            id: String, title: Caption, from: Int64, benefits: [Caption] = [],
            replaces: [String] = []
        ) {
            self.id = id
            self.title = title
            self.from = from
            self.benefits = benefits
            self.replaces = replaces
        }

        /// The names under which members may hold it.
        package var names: [String] { [id] + replaces }
    }

    /// The months that count.
    package enum Window: Hashable, Sendable {
        /// The calendar month and those before it, so many in all.
        case rolling(months: Int)
        /// Periods of so many months, counted from the first of this month, 1–12.
        case calendar(months: Int, startingIn: Int)
    }

    /// A day that every year has.
    package struct ReviewDay: Hashable, Comparable, Sendable {
        /// The month, 1–12.
        package let month: Int
        /// The day of the month.
        package let day: Int

        /// A day of a month.
        package init(month: Int, day: Int) {
            self.month = month
            self.day = day
        }

        /// Earlier days of the year come first.
        package static func < (left: ReviewDay, right: ReviewDay) -> Bool {
            (left.month, left.day) < (right.month, right.day)
        }
    }

    /// How far a rank falls at a review.
    package enum Demotion: String, Hashable, Sendable, CaseIterable {
        /// To the rank below.
        case oneStep = "one_step"
        /// To the rank that the window carries.
        case toQualified = "to_qualified"
    }

    /// A policy with all its parts.
    package init(
        metric: TierMetric, window: Window, channels: Set<String>? = nil,
        countsCurrentOrder: Bool = false, keepMonths: Int, reviewDays: [ReviewDay] = [],
        demotion: Demotion, tiers: [Tier]
    ) {
        precondition(!tiers.isEmpty, "everybody has a rank")
        self.metric = metric
        self.window = window
        self.channels = channels
        self.countsCurrentOrder = countsCurrentOrder
        self.keepMonths = keepMonths
        self.reviewDays = reviewDays.sorted()
        self.demotion = demotion
        self.tiers = tiers
    }
}

// MARK: - Time

extension TierPolicy.Window {
    /// How many months it has.
    package var months: Int {
        switch self {
        case .rolling(let months), .calendar(let months, _): months
        }
    }

    /// The months that count on a day, each by its first day.
    func range(on day: CivilDate) -> ClosedRange<CivilDate> {
        let last = day.firstOfMonth
        let first =
            switch self {
            case .rolling(let months): last.adding(months: 1 - months)
            case .calendar(let months, let first):
                day.endOfPeriod(months: months, startingIn: first).firstOfMonth
                    .adding(months: 1 - months)
            }
        // Where the calendar begins, months are held at its first day, which need not be the first of a month.
        return min(first, last)...last
    }
}

extension TierPolicy {
    /// The last day on which a rank is kept that is reached, or reached again, on a day.
    ///
    /// That is `keepMonths` later, and then the eve of the next review or, where periods of the calendar count, the end of the
    /// period: so a whole period is judged.
    package func keptThrough(from day: CivilDate) -> CivilDate {
        let last = keepMonths == 0 ? day : day.lastDay(ofMonths: keepMonths)
        if let review = nextReview(after: last) { return review.adding(days: -1) }
        switch window {
        case .rolling: return last
        case .calendar(let months, let first):
            return last.endOfPeriod(months: months, startingIn: first)
        }
    }

    private func nextReview(after day: CivilDate) -> CivilDate? {
        let year = day.components.year
        for year in [year, year + 1] {
            for review in reviewDays {
                let date = CivilDate(year: year, month: review.month, day: review.day)
                if let date, date > day { return date }
            }
        }
        return nil
    }
}
