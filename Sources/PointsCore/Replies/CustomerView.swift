/// What a customer bought, as it looks on a business day.
package struct CustomerView: Hashable, Sendable {
    /// The day.
    package let day: CivilDate
    /// Over all channels.
    package let total: Part
    /// By channel, in the order of their names.
    package let channels: [Channel]
    /// Whether purchases stand in more than one channel.
    package let isCrossChannel: Bool

    /// One channel, or all of them.
    package struct Part: Hashable, Sendable {
        /// Everything.
        package let figures: ValueFigures
        /// The days of the first and the last purchase that stands.
        package let span: ClosedRange<CivilDate>?
        /// Days since the last.
        package let recencyDays: Int?
        /// What of it is from the last days, today among them.
        package let recent: [Recent]
    }

    /// A channel with what was bought in it.
    package struct Channel: Hashable, Sendable {
        /// Its name.
        package let name: String
        /// What was bought.
        package let part: Part
    }

    /// What was bought within so many days.
    package struct Recent: Hashable, Sendable {
        /// How many.
        package let days: Int
        /// What was bought.
        package let figures: ValueFigures
    }

    /// The numbers of days of which a view tells.
    package static let recentDays = [30, 90, 365]

    /// What was bought until now, seen on a day.
    package init(_ value: CustomerValue, on day: CivilDate) {
        self.day = day
        total = Part(value.figures, value.span, on: day) { value.figures(on: $0) }
        channels = value.channels.map { channel in
            Channel(
                name: channel.channel,
                part: Part(channel.figures, channel.span, on: day) { channel.figures(on: $0) })
        }
        isCrossChannel = value.isCrossChannel
    }
}

extension CustomerView.Part {
    fileprivate init(
        _ figures: ValueFigures, _ span: ClosedRange<CivilDate>?, on day: CivilDate,
        within: (ClosedRange<CivilDate>) -> ValueFigures
    ) {
        self.figures = figures
        self.span = span
        recencyDays = span.map { max(0, Int(day.dayNumber) - Int($0.upperBound.dayNumber)) }
        recent = CustomerView.recentDays.map {
            CustomerView.Recent(days: $0, figures: within(day.last($0)))
        }
    }
}
