package import PointsCore

/// Dates as Japanese systems write them.
package enum DateText {
    private static let fillers = [(1_900, 1, 1), (1_970, 1, 1)].compactMap {
        CivilDate(year: $0.0, month: $0.1, day: $0.2)
    }
}

// MARK: - Reading

extension DateText {
    /// Reads a date.
    ///
    /// The forms are `2026-01-05`, `2026/1/5`, `2026.1.5`, `20260105`, `2026年1月5日` and dates of an era,
    /// `R8.1.5` or `令和8年1月5日`; a time of day after it is dropped. A serial number of Excel is
    /// never guessed at.
    package static func reading(of text: String) -> Reading<CivilDate> {
        var scanner = TextScanner(text)
        guard !scanner.isAtEnd else { return .missing }
        if let era = Era.allCases.first(where: { scanner.skip($0.names) }) {
            guard let year = scanner.skip(["元"]) ? 1 : scanner.number(digits: 1...2),
                let (month, day) = monthAndDay(&scanner)
            else { return .invalid(.format) }
            guard let date = CivilDate(year: era.firstYear + year - 1, month: month, day: day)
            else { return .invalid(.day) }
            return era.contains(date) ? .value(date) : .invalid(.era)
        }
        if let compact = scanner.number(digits: 8...8) {
            guard isTimeOrEnd(&scanner) else { return .invalid(.format) }
            return date(compact / 10_000, compact / 100 % 100, compact % 100)
        }
        guard let year = scanner.number(digits: 4...4), let (month, day) = monthAndDay(&scanner)
        else { return .invalid(.format) }
        return date(year, month, day)
    }

    /// Reads a birth date: 1900-01-01 and 1970-01-01 only fill the field.
    package static func birthDate(of text: String, asOf today: CivilDate) -> Reading<CivilDate> {
        let reading = reading(of: text)
        guard case .value(let date) = reading else { return reading }
        if fillers.contains(date) { return .placeholder(date) }
        if date > today { return .invalid(.future) }
        let oldest = today.adding(months: -12 * MigrationLimits.ageYearsMax)
        return date < oldest ? .invalid(.age) : .value(date)
    }

    private static func date(_ year: Int, _ month: Int, _ day: Int) -> Reading<CivilDate> {
        CivilDate(year: year, month: month, day: day).map(Reading.value) ?? .invalid(.day)
    }

    /// What follows the year, to the end of the text.
    private static func monthAndDay(_ scanner: inout TextScanner) -> (month: Int, day: Int)? {
        let separators = [["年", "月"], ["-", "-"], ["/", "/"], [".", "."]]
        for pair in separators where scanner.skip([pair[0]]) {
            guard let month = scanner.number(digits: 1...2), scanner.skip([pair[1]]),
                let day = scanner.number(digits: 1...2)
            else { return nil }
            if pair[0] == "年", !scanner.skip(["日"]) { return nil }
            return isTimeOrEnd(&scanner) ? (month, day) : nil
        }
        return nil
    }

    /// `10:00`, `T10:00:00.000+09:00` and the like, or nothing.
    private static func isTimeOrEnd(_ scanner: inout TextScanner) -> Bool {
        if scanner.isAtEnd { return true }
        guard scanner.skip(["T", " "]) else { return false }
        guard scanner.number(digits: 1...2) != nil, scanner.skip([":"]),
            scanner.number(digits: 2...2) != nil
        else { return false }
        if scanner.skip([":"]), scanner.number(digits: 2...2) == nil { return false }
        if scanner.skip(["."]), scanner.number(digits: 1...9) == nil { return false }
        if scanner.skip(["+", "-"]) {
            guard scanner.number(digits: 4...4) == nil else { return scanner.isAtEnd }
            guard scanner.number(digits: 2...2) != nil else { return false }
            if scanner.skip([":"]), scanner.number(digits: 2...2) == nil { return false }
        } else {
            _ = scanner.skip(["Z"])
        }
        return scanner.isAtEnd
    }
}
