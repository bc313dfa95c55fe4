// MARK: - Projection row

extension CustomerValue {
    func write(to writer: inout RecordWriter) {
        writer.optional(newest) { $0.date($1) }
        writer.list(channels) { writer, channel in
            channel.write(to: &writer, keptFrom: newest.map(CustomerValue.start))
        }
    }

    init(from reader: inout RecordReader) throws(LedgerFault) {
        let newest = try reader.optional { reader throws(LedgerFault) in try reader.date() }
        let channels = try reader.list { reader throws(LedgerFault) in
            guard let newest else { throw reader.fault("no channel without a day") }
            return try ChannelValue(
                from: &reader, days: CustomerValue.start(before: newest)...newest)
        }
        for (one, next) in zip(channels, channels.dropFirst())
        where !one.channel.utf8.lexicographicallyPrecedes(next.channel.utf8) {
            throw reader.fault("channels in the order of their names")
        }
        self.init(newest: newest, channels: channels)
    }
}

extension ChannelValue {
    /// How often there is one purchase on a day that points did not pay for: then neither is written.
    private enum Mark {
        static let several = 1
        static let redeemed = 2
        /// Bits of both.
        static let bits = 2
    }

    func write(to writer: inout RecordWriter, keptFrom start: CivilDate?) {
        writer.text(channel)
        before.figures.write(to: &writer)
        writer.optional(before.span) { writer, span in
            writer.date(span.lowerBound)
            writer.count(Int(span.upperBound.dayNumber) - Int(span.lowerBound.dayNumber))
        }
        var last = start ?? days.first?.day
        writer.list(days) { writer, day in
            let figures = day.figures
            let gap = Int(day.day.dayNumber) - Int((last ?? day.day).dayNumber)
            let marks =
                (figures.frequency == 1 ? 0 : Mark.several)
                | (figures.paid == figures.spend ? 0 : Mark.redeemed)
            writer.count(gap << Mark.bits | marks)
            if marks & Mark.several != 0 { writer.number(figures.frequency) }
            writer.number(figures.spend)
            if marks & Mark.redeemed != 0 { writer.number(figures.spend &- figures.paid) }
            last = day.day
        }
    }

    /// Reads a channel whose days lie within some.
    init(
        from reader: inout RecordReader, days kept: ClosedRange<CivilDate>
    ) throws(LedgerFault) {
        let channel = try reader.text()
        var before = Before()
        before.figures = try ValueFigures(from: &reader)
        before.span = try reader.optional { reader throws(LedgerFault) in
            let first = try reader.date()
            let length = try reader.count()
            guard length <= CivilDate.lastDayNumber - Int(first.dayNumber) else {
                throw reader.fault("the days from one to another")
            }
            return first...first.adding(days: length)
        }
        var last: CivilDate?
        let days = try reader.list { reader throws(LedgerFault) in
            let head = try reader.count()
            let gap = head >> Mark.bits
            let day = (last ?? kept.lowerBound).adding(days: min(gap, CoreLimits.purchaseDaysKept))
            guard gap <= CoreLimits.purchaseDaysKept, kept.contains(day), last == nil || gap > 0
            else { throw reader.fault("days in their order") }
            last = day
            return Day(day: day, figures: try Self.figures(marked: head, from: &reader))
        }
        self.init(channel: channel, before: before, days: days)
        guard !isEmpty else { throw reader.fault("a channel in which something was bought") }
    }

    private static func figures(
        marked marks: Int, from reader: inout RecordReader
    ) throws(LedgerFault) -> ValueFigures {
        let frequency = marks & Mark.several != 0 ? try reader.number() : 1
        let spend = try reader.number()
        let redeemed = marks & Mark.redeemed != 0 ? try reader.number() : 0
        // A shorter form of the same day exists: then these bytes are not canonical.
        guard (frequency == 1) == (marks & Mark.several == 0),
            (redeemed == 0) == (marks & Mark.redeemed == 0)
        else { throw reader.fault("a day in its shortest form") }
        let figures = ValueFigures(frequency: frequency, spend: spend, paid: spend &- redeemed)
        guard !figures.isZero else { throw reader.fault("a day on which something was bought") }
        return figures
    }
}

extension ValueFigures {
    func write(to writer: inout RecordWriter) {
        writer.number(frequency)
        writer.number(spend)
        writer.number(spend &- paid)
    }

    init(from reader: inout RecordReader) throws(LedgerFault) {
        let frequency = try reader.number()
        let spend = try reader.number()
        self.init(frequency: frequency, spend: spend, paid: spend &- (try reader.number()))
    }
}

extension ValueChange {
    func write(to writer: inout RecordWriter) {
        writer.text(channel)
        writer.date(day)
        figures.write(to: &writer)
    }

    init(from reader: inout RecordReader) throws(LedgerFault) {
        let change = ValueChange(
            channel: try reader.text(), day: try reader.date(),
            figures: try ValueFigures(from: &reader))
        guard let change else { throw reader.fault("a change") }
        self = change
    }
}

extension CustomerTrail {
    func write(to writer: inout RecordWriter) {
        writer.list(purchases) { $0.position($1) }
        writer.list(activities) { $0.position($1) }
    }

    init(from reader: inout RecordReader) throws(LedgerFault) {
        self.init()
        purchases = try reader.list { reader throws(LedgerFault) in try reader.position() }
        activities = try reader.list { reader throws(LedgerFault) in try reader.position() }
    }
}
