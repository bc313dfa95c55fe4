/// How long points may be spent.
enum Lasting: Hashable {
    /// Each lot on its own.
    case afterGrant(Span, to: Period)
    /// The whole balance moves on with each qualifying activity.
    case afterActivity(Span, to: Period)
    /// To a day.
    case until(Int)
    /// Without an end.
    case forever

    enum Span: Hashable {
        case months(Int)
        case days(Int)
    }

    /// The period to whose end the last day moves: so many months, the first of which begins one.
    enum Period: Hashable {
        case day
        case months(Int, from: Int)
    }

    /// Stands for no last day.
    static let never = 9_999_999

    var followsActivity: Bool {
        if case .afterActivity = self { true } else { false }
    }

    /// The last day of points granted, or held at an activity, on a day.
    func lastDay(from day: Int) -> Int {
        switch self {
        case .afterGrant(let span, let period), .afterActivity(let span, let period):
            period.end(from: span.end(from: day))
        case .until(let last): last
        case .forever: Lasting.never
        }
    }
}

extension Lasting.Span {
    func end(from day: Int) -> Int {
        switch self {
        case .months(let count): Times.adding(months: count, to: day)
        case .days(let count): day + count
        }
    }
}

extension Lasting.Period {
    /// Month by month, until the next day begins a period.
    func end(from day: Int) -> Int {
        guard case .months(let length, let first) = self else { return day }
        var last = Times.monthEnd(of: day)
        while (Times.month(of: last + 1) - first + 12) % length != 0 {
            last = Times.monthEnd(of: last + 1)
        }
        return last
    }
}
