/// What rules may ask about a person (`birthdayMonth`, `ageRange`, `segment`).
///
/// The journal keeps the answers to what the rules of the sale asked, never the date of birth.
package enum PersonalTrait: Hashable, Sendable {
    /// Born in the month of the sale's business day.
    case birthdayMonth
    /// So many years old on the sale's business day.
    case age(ClosedRange<Int>)
    /// One of a segment before the sale, by its id.
    case segment(String)

    /// Whether it is true of somebody on a day; of segments the date of birth says nothing.
    ///
    /// Who was born on 29 February is a year older on 1 March of other years. (In law the age is reached with the end of the
    /// day before the birthday, Act on Calculation of Ages; rules count from the birthday itself, as people do.)
    package func holds(bornOn birth: CivilDate, on day: CivilDate) -> Bool {
        let born = birth.components
        let today = day.components
        switch self {
        case .birthdayMonth: return born.month == today.month
        case .age(let years):
            let isBeforeBirthday = (today.month, today.day) < (born.month, born.day)
            return years.contains(today.year - born.year - (isBeforeBirthday ? 1 : 0))
        case .segment: return false
        }
    }
}
