/// Why a cell says nothing, by a name that never changes.
///
/// Nothing is guessed in its place.
package enum FieldProblem: String, CaseIterable, Sendable {
    /// A date in no form that is known, or a number with other signs in it.
    case format
    /// A character that cannot stand there.
    case characters = "chars"
    /// Too many or too few digits.
    case length
    /// A day that the calendar does not have.
    case day
    /// A day outside the era it is counted in: 昭和64年1月8日 was 平成元年.
    case era
    /// A birth date after the day of the plan.
    case future
    /// A birth date more than ``MigrationLimits/ageYearsMax`` years ago.
    case age
    /// Part of a point.
    case fraction
    /// Commas that do not part thousands.
    case grouping
    /// A number in powers of ten, as Excel writes long ones: its last digits are lost.
    case exponent
    /// More than ``MigrationLimits/pointsMax`` points.
    case overflow
    /// A card number that its own last digit contradicts.
    case checkDigit = "check_digit"
    /// A card number with fewer digits than any card has: leading zeros were lost.
    case tooShort = "too_short"
    /// An identity that is not of the form that the rules have for its kind.
    case identityForm = "invalid"
    /// An address without one `@`.
    case at
    /// An address with something impossible before the `@`.
    case local
    /// An address with something impossible after the `@`.
    case domain
}

// MARK: - Text

extension FieldProblem {
    /// One sentence without capital and full stop.
    package var message: String {
        switch self {
        case .format: "not in a known form"
        case .characters: "holds characters that cannot stand there"
        case .length: "has too many or too few digits"
        case .day: "no such day in the calendar"
        case .era: "the era has no such day"
        case .future: "lies in the future"
        case .age: "lies more than \(MigrationLimits.ageYearsMax) years back"
        case .fraction: "is not a whole number"
        case .grouping: "its commas do not part thousands"
        case .exponent: "was turned into a power of ten; its digits are lost"
        case .overflow: "is larger than \(MigrationLimits.pointsMax)"
        case .checkDigit: "its check digit is wrong"
        case .tooShort: "is too short; leading zeros may be lost"
        case .identityForm: "is not of the form that the rules have for it"
        case .at: "has no @ or no text around it"
        case .local: "is impossible before the @"
        case .domain: "is impossible after the @"
        }
    }
}
