/// Every bound that the core keeps.
package enum CoreLimits {
    /// Lines in one basket.
    package static let basketLinesMax = 1_000
    /// Different tax rates in one basket: exact fractions over all of them still fit 128 bits.
    package static let basketTaxRatesMax = 6
    /// Pieces in one line.
    package static let lineQuantityMax: Int64 = 1_000_000
    /// Percent of tax on a line.
    package static let taxPercentMax: Int64 = 100
    /// Characters (UTF-8 bytes) in a name from outside: order, line, SKU, category, channel, store, terminal, actor, reason.
    package static let nameBytesMax = 255
    /// Characters (UTF-8 bytes) of the address at which a policy stands.
    package static let addressBytesMax = 1_024
    /// Open holds of one member.
    package static let openHoldsMax = 100
    /// Months of a window in which something counts towards a rank: a member's row keeps at most one more.
    package static let tierWindowMonthsMax = 36
    /// Days ahead for which a reply tells what expires.
    package static let expiringSoonDays = 60
    /// Days for which points are remembered that a cap per day or month counts: an offline sale older than that gets
    /// nothing more under such a cap.
    package static let capDaysKept = 400
    /// The most that one rule gives, ten times what an account may hold: such a sale is refused, and sums of it fit.
    package static let awardPointsMax: Int64 = 10_000_000_000_000
    /// Days for which ranks that have ended are remembered, for sales that arrive late.
    package static let tierDaysKept = 400
    /// Days before the newest purchase that are kept one by one of what a member bought.
    package static let purchaseDaysKept = 400
    /// Dates that a reply tells of what expires.
    package static let expiringSoonDatesMax = 3
    /// The greatest age that a rule may ask for, in years: nobody is older.
    package static let ageYearsMax = 150
    /// Names of one kind that a sentence tells before it only counts them.
    package static let namesInWordsMax = 20
}
