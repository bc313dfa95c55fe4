import PointsCore

/// Every bound that rule files keep.
package enum RulesLimits {
    /// Files in one set of rules.
    package static let filesMax = 1_000
    /// Bytes of one rule file.
    package static let fileBytesMax = 1_048_576
    /// Folders inside one another that are looked through for rule files.
    package static let folderDepthMax = 4
    /// Examples in one rule file.
    package static let examplesMax = 1_000
    /// Entries in one list of a rule file.
    package static let listEntriesMax = 10_000
    /// UTF-8 bytes of a title, of an example's name or of a pattern.
    package static let textBytesMax = 1_024
    /// Points that one order may earn by a fixed award.
    package static let fixedPointsMax: Int64 = 1_000_000_000
    /// Points that one piece may earn, and that a rate may give for a step.
    package static let stepPointsMax: Int64 = 1_000_000
    /// Length of a rate's step in minor units.
    package static let stepMax: Int64 = 1_000_000_000
    /// Points that a rate may give for one minor unit: 1,000 %, so that a thousand lines of 10¹²
    /// stay exact.
    package static let pointsPerUnitMax: Int64 = 10
    /// Basis points of a percentage: 1,000 %, as ``pointsPerUnitMax``.
    package static let basisPointsMax: Int64 = 100_000
    /// The most that a multiplier multiplies by.
    package static let multiplierMax: Int64 = 100
    /// Points that a cap may leave.
    package static let capPointsMax: Int64 = 1_000_000_000_000
    /// Digits before and after the point of a decimal string.
    package static let decimalDigitsMax = 6
    /// Minor units that one point may pay for.
    package static let pointValueMax: Int64 = 1_000_000
    /// Distance of a priority from zero.
    package static let priorityMagnitudeMax: Int64 = 1_000_000
    /// Months of validity, of recognition, between joining bonuses: a hundred years.
    package static let monthsMax: Int64 = 1_200
    /// Days of a delay or a period: a hundred years.
    package static let daysMax: Int64 = 36_525
    /// Years of age that a rule may name.
    package static let ageYearsMax = Int64(CoreLimits.ageYearsMax)
    /// Ranks of a program.
    package static let tiersMax = 20
    /// What a rank may ask for at most: a thousand baskets' lines.
    package static let tierFromMax: Int64 = 1_000_000_000_000_000
    /// Months for which a rank may be kept: ten years.
    package static let tierKeepMonthsMax: Int64 = 120
    /// Days of a year on which ranks are reviewed.
    package static let reviewDaysMax = 24
    /// Purposes for which consent is asked.
    package static let purposesMax = 100
    /// Switches that members set themselves.
    package static let preferencesMax = 100
    /// Minutes for which a hold may bind: a year.
    package static let holdMinutesMax: Int64 = 525_600
    /// Unicode scalars of a wrong value that a complaint repeats.
    package static let foundScalarsMax = 60
    /// Alternatives that a complaint lists before it stops.
    package static let alternativesMax = 20
    /// Problems that one look at a set tells.
    package static let problemsMax = 1_000
    /// Rules of which a complaint about an example tells what came of them.
    package static let exampleTraceLinesMax = 50
    /// Changes that a comparison tells before it only counts them.
    package static let changesMax = 1_000
    /// Unicode scalars of a changed value that has no words of its own.
    package static let changedScalarsMax = 120
    /// Steps (a letter more, less, other or swapped) up to which a name is taken for misspelt.
    package static let misspellingStepsMax = 2
    /// The first and the last year (exclusive) whose changes of the clock are kept.
    package static let zoneYears = 1_970..<2_100
    /// Members who gain most, and who lose most, that a back-test names unless told.
    package static let backtestTopDefault = 20
    /// Members who gain most, and who lose most, that a back-test names.
    package static let backtestTopMax = 1_000
    /// Sales that a back-test names because their booking is not what the rules give.
    package static let backtestExamplesMax = 10
    /// How often one member may claim an offer.
    static let claimsMax: Int64 = 1_000_000
    /// The most that a segment asks of what somebody bought, in purchases or yen.
    static let boughtMax: Int64 = 1_000_000_000_000_000
}
