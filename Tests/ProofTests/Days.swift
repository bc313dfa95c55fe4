/// The business days of the program: what is booked on each, and how far they are closed.
struct Days {
    /// Sums of the program's accounts by day.
    private(set) var totals: [Int: [String: Int64]] = [:]
    private(set) var firstBooked: Int?
    private(set) var firstClosed: Int?
    private(set) var closedThrough: Int?

    /// "A late entry is booked on the first open business day".
    func bookingDay(of moment: Int64) -> Int {
        max(Times.day(of: moment), closedThrough.map { $0 + 1 } ?? 0)
    }

    /// Notes that something is booked on a day.
    mutating func book(_ day: Int) { firstBooked = min(firstBooked ?? day, day) }

    /// Books points on an account of the program.
    mutating func book(_ points: Int64, on account: String, day: Int) {
        book(day)
        totals[day, default: [:]][account, default: 0] += points
    }

    /// "The first day that can be closed is the first on which anything is booked".
    func next(today: Int) -> Int { closedThrough.map { $0 + 1 } ?? firstBooked ?? today }

    mutating func close(_ day: Int) {
        firstClosed = firstClosed ?? day
        closedThrough = day
    }
}
