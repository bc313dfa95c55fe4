// MARK: - Months

extension CivilDate {
    /// The first day of the month.
    package var firstOfMonth: CivilDate { adding(days: 1 - components.day) }

    /// The last of so many months that begin with this day: the eve of the same day, or the last of a month that has no such
    /// day.
    func lastDay(ofMonths months: Int) -> CivilDate {
        let day = adding(months: months)
        return day.components.day < components.day ? day : day.adding(days: -1)
    }
}
