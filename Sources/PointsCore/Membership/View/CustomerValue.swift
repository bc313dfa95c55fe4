/// What a customer bought, by channel: how recently, how often, for how much (RFM), as a fold over the member's entries.
///
/// A purchase stands while it is neither voided nor wholly returned. It belongs to the channel and the business day of the
/// sale, whenever and wherever something of it comes back. The days of the last ``CoreLimits/purchaseDaysKept`` days before
/// the newest one are kept one by one, so that the first and the last are right even when the last purchase is voided; older
/// ones are put together by channel. What arrives late counts as if it had come in time, in whatever order it comes.
package struct CustomerValue: Hashable, Sendable {
    /// The newest day of which anything is known; what is kept by itself goes back from there.
    package private(set) var newest: CivilDate?
    /// The channels in the order of their names, none without anything.
    package private(set) var channels: [ChannelValue] = []

    /// Nothing was bought.
    package init() {}

    /// What was kept.
    init(newest: CivilDate?, channels: [ChannelValue]) {
        self.newest = newest
        self.channels = channels
    }

    /// The first day that is kept by itself.
    static func start(before newest: CivilDate) -> CivilDate {
        newest.adding(days: -CoreLimits.purchaseDaysKept)
    }
}

// MARK: - Reading

extension CustomerValue {
    /// What was bought in a channel; `nil` if nothing was.
    package func channel(_ name: String) -> ChannelValue? {
        channels.first { $0.channel.hasSameBytes(as: name) }
    }

    /// What was bought in all channels.
    package var figures: ValueFigures {
        channels.reduce(ValueFigures()) { $0 + $1.figures }
    }

    /// What was bought in all channels on some days, as far as they are kept one by one.
    package func figures(on period: ClosedRange<CivilDate>) -> ValueFigures {
        channels.reduce(ValueFigures()) { $0 + $1.figures(on: period) }
    }

    /// The first and the last day of which a purchase stands.
    package var span: ClosedRange<CivilDate>? {
        channels.compactMap(\.span).reduce(nil) { span, own in
            span.map {
                min($0.lowerBound, own.lowerBound)...max($0.upperBound, own.upperBound)
            } ?? own
        }
    }

    /// Whether purchases stand in more than one channel.
    package var isCrossChannel: Bool {
        channels.count { $0.figures.frequency > 0 } > 1
    }
}

// MARK: - The fold

extension CustomerValue {
    /// Adds what an entry changes.
    package mutating func add(_ change: ValueChange) {
        let start = keep(through: change.day)
        update(change.channel) { $0.add(change.figures, on: change.day, keptFrom: start) }
    }

    /// Adds what another member bought, when two turn out to be one person.
    package mutating func merge(_ other: CustomerValue) {
        guard let last = other.newest else { return }
        let start = keep(through: last)
        for bought in other.channels {
            update(bought.channel) { channel in
                channel.before.add(bought.before.figures, from: bought.before.span)
                for day in bought.days {
                    channel.add(day.figures, on: day.day, keptFrom: start)
                }
            }
        }
    }

    /// Takes off what another member bought, when one person turns out to be two: the opposite of ``merge(_:)``, given the
    /// same again.
    ///
    /// Of days that are put together only the sums come apart; their first and last stay. And what was put together because
    /// the other's newest day was later stays together.
    package mutating func separate(_ other: CustomerValue) {
        guard let newest else { return }
        let start = CustomerValue.start(before: newest)
        for bought in other.channels {
            update(bought.channel) { channel in
                channel.before.add(-bought.before.figures, from: nil)
                for day in bought.days {
                    channel.add(-day.figures, on: day.day, keptFrom: start)
                }
            }
        }
    }

    /// Goes on to a day, if it is newer, and forgets what is too old by then; the first day that is kept.
    private mutating func keep(through day: CivilDate) -> CivilDate {
        let last = max(newest ?? day, day)
        let start = CustomerValue.start(before: last)
        guard last != newest else { return start }
        newest = last
        for place in channels.indices { channels[place].forget(before: start) }
        return start
    }

    private mutating func update(_ name: String, _ change: (inout ChannelValue) -> Void) {
        let place =
            channels.firstIndex { !$0.channel.utf8.lexicographicallyPrecedes(name.utf8) }
            ?? channels.endIndex
        if place == channels.endIndex || !channels[place].channel.hasSameBytes(as: name) {
            channels.insert(ChannelValue(channel: name), at: place)
        }
        change(&channels[place])
        if channels[place].isEmpty { channels.remove(at: place) }
    }
}
