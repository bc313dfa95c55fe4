/// What a customer bought in one channel: by business day as long as days are kept, and together before that.
package struct ChannelValue: Hashable, Sendable {
    /// The channel.
    package let channel: String
    /// What was bought on days that are not kept one by one.
    package internal(set) var before: Before
    /// What was bought on the others, oldest first, none of them without anything.
    package internal(set) var days: [Day]

    /// Days that are not kept one by one.
    package struct Before: Hashable, Sendable {
        /// What they come to.
        package internal(set) var figures = ValueFigures()
        /// The first and the last of them on which something was bought; they stay when that comes back later.
        package internal(set) var span: ClosedRange<CivilDate>?

        mutating func add(_ added: ValueFigures, from days: ClosedRange<CivilDate>?) {
            figures += added
            guard let days else { return }
            span =
                span.map {
                    min($0.lowerBound, days.lowerBound)...max($0.upperBound, days.upperBound)
                } ?? days
        }
    }

    /// A business day.
    package struct Day: Hashable, Sendable {
        /// Which.
        package let day: CivilDate
        /// What was bought on it.
        package internal(set) var figures: ValueFigures
    }

    /// Nothing was bought in it.
    init(channel: String) {
        self.init(channel: channel, before: Before(), days: [])
    }

    /// A channel with what is kept of it.
    init(channel: String, before: Before, days: [Day]) {
        self.channel = channel
        self.before = before
        self.days = days
    }
}

// MARK: - Reading

extension ChannelValue {
    /// What was bought.
    package var figures: ValueFigures {
        days.reduce(before.figures) { $0 + $1.figures }
    }

    /// What was bought on some days, as far as they are kept one by one.
    package func figures(on period: ClosedRange<CivilDate>) -> ValueFigures {
        days.reduce(ValueFigures()) { period.contains($1.day) ? $0 + $1.figures : $0 }
    }

    /// The first and the last day of which a purchase stands.
    package var span: ClosedRange<CivilDate>? {
        let known = before.figures.frequency > 0 ? before.span : nil
        let bought = days.filter { $0.figures.frequency > 0 }
        guard let first = bought.first?.day, let last = bought.last?.day else { return known }
        return min(known?.lowerBound ?? first, first)...max(known?.upperBound ?? last, last)
    }

    /// Whether nothing is left to keep.
    var isEmpty: Bool { days.isEmpty && before.figures.isZero }
}

// MARK: - Counting

extension ChannelValue {
    /// Adds to a day; `start` is the first day that is kept by itself.
    mutating func add(_ figures: ValueFigures, on day: CivilDate, keptFrom start: CivilDate) {
        guard day >= start else {
            before.add(figures, from: figures.frequency > 0 ? day...day : nil)
            return
        }
        // What happens last comes last, but for what tills send late.
        let place = (days.lastIndex { $0.day <= day } ?? -1)
        guard place >= 0, days[place].day == day else {
            days.insert(Day(day: day, figures: figures), at: place + 1)
            return
        }
        days[place].figures += figures
        if days[place].figures.isZero { days.remove(at: place) }
    }

    /// Puts together the days before the first that is still kept by itself.
    mutating func forget(before start: CivilDate) {
        guard let first = days.first, first.day < start else { return }
        for day in days.prefix(while: { $0.day < start }) {
            before.add(day.figures, from: day.figures.frequency > 0 ? day.day...day.day : nil)
        }
        days.removeAll { $0.day < start }
    }
}
