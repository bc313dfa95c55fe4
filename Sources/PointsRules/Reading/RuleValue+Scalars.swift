import PointsCore
import PointsJSON

// MARK: - Text

extension RuleValue {
    /// Text for people or machines, not empty.
    func text() -> String {
        guard let text = string, !text.isEmpty else {
            complain(expected: "a text")
            return ""
        }
        guard text.utf8.count <= RulesLimits.textBytesMax else {
            complain(
                "found \(text.utf8.count) bytes, expected at most \(RulesLimits.textBytesMax)")
            return ""
        }
        return text
    }

    /// A name as requests and journals carry it: not empty, short, no white space around it, no
    /// control characters.
    func name() -> String {
        let isControl = { (scalar: Unicode.Scalar) in scalar.properties.generalCategory == .control
        }
        guard let text = string, !text.isEmpty,
            text.utf8.count <= CoreLimits.nameBytesMax,
            text.first?.isWhitespace == false, text.last?.isWhitespace == false,
            !text.unicodeScalars.contains(where: isControl)
        else {
            complain(
                expected: "a name of 1 to \(CoreLimits.nameBytesMax) bytes without space around it")
            return ""
        }
        return text
    }

    /// One name or a list of them.
    func names() -> Set<String> {
        Set(oneOrMore().map { $0.name() })
    }

    /// One name or a list of them, each one known.
    func names(of what: String, among known: [String]) -> Set<String> {
        Set(oneOrMore().map { $0.name(of: what, among: known) })
    }

    /// A name that is known; with no names at all nothing is said, for then the list of them is the
    /// mistake.
    func name(of what: String, among known: [String]) -> String {
        let name = name()
        if known.contains(name), !known.contains(where: { $0.utf8.elementsEqual(name.utf8) }) {
            complain(expected: what + ": this one is " + Wording.twin)
        } else if !name.isEmpty, !known.isEmpty, !known.contains(name) {
            let hint = Spelling.hint(for: name, among: known)
            complain(expected: what + (hint.isEmpty ? ": \(Wording.oneOf(known))" : hint))
        }
        return name
    }

    /// One of a few words; those of the format whose turn has not come yet are named as such.
    func word(_ words: [String], unsupported: [String] = []) -> String {
        if let word = string {
            if words.contains(word) { return word }
            if unsupported.contains(word) {
                complainUnsupported(word)
                return words[0]
            }
        }
        let hint = string.map { Spelling.hint(for: $0, among: words) } ?? ""
        complain(expected: Wording.oneOf(words.map { "\"\($0)\"" }) + hint)
        return words[0]
    }

    /// One of the words of an enumeration.
    func word<Choice>(_ choices: Choice.Type) -> Choice
    where Choice: CaseIterable & RawRepresentable, Choice.RawValue == String {
        let word = word(Choice.allCases.map(\.rawValue))
        return Choice.allCases.first { $0.rawValue == word }
            ?? Choice.allCases[
                Choice.allCases.startIndex]
    }
}

// MARK: - Numbers

extension RuleValue {
    /// `true` or `false`.
    func truth() -> Bool {
        guard let truth = json?.bool else {
            complain(expected: "true or false")
            return false
        }
        return truth
    }

    /// A whole number within bounds.
    func integer(_ range: ClosedRange<Int64>) -> Int64 {
        guard let number = wholeNumber, range.contains(number) else {
            complain(expected: "a whole number from \(range.lowerBound) to \(range.upperBound)")
            return range.lowerBound
        }
        return number
    }

    /// The exact value of a decimal string such as `1.5`; `nil`, without a complaint, for anything
    /// else.
    var decimalString: Fraction? {
        guard let text = string else { return nil }
        let parts = text.utf8.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
        let digits = UInt8(ascii: "0")...UInt8(ascii: "9")
        let areDigits = parts.allSatisfy { part in
            (1...RulesLimits.decimalDigitsMax).contains(part.count)
                && part.allSatisfy(digits.contains)
        }
        guard parts.count <= 2, areDigits else { return nil }
        var numerator: Int128 = 0
        for digit in parts.joined() {
            numerator = numerator * 10 + Int128(digit - UInt8(ascii: "0"))
        }
        let places = parts.count == 2 ? parts[1].count : 0
        return Fraction(numerator, over: (0..<places).reduce(1) { power, _ in power * 10 })
    }
}

// MARK: - Days and times

extension RuleValue {
    /// A day in ISO 8601.
    func date() -> CivilDate {
        guard let date = string.flatMap({ CivilDate($0) }) else {
            complain(expected: "a date such as \"2026-04-01\"" + missingDay)
            return CivilDate(dayNumber: 0)
        }
        return date
    }

    /// A moment in RFC 3339.
    func instant() -> Instant {
        guard let instant = string.flatMap({ Instant($0) }) else {
            complain(expected: "a moment such as \"2026-04-01T12:00:00+09:00\"" + missingDay)
            return Instant(milliseconds: 0)
        }
        return instant
    }

    /// Says that the calendar has no such day, where one is written as it should be.
    private var missingDay: String {
        let day = (string ?? "").prefix(10)
        let isWritten =
            day.utf8.count == 10
            && day.utf8.enumerated().allSatisfy { place, byte in
                [4, 7].contains(place)
                    ? byte == UInt8(ascii: "-")
                    : (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
            }
        return isWritten && CivilDate(String(day)) == nil ? "; there is no such day" : ""
    }

    /// Minutes after midnight from `HH:MM`, up to 23:59, or 24:00 where a period may end with the
    /// day.
    func minuteOfDay(orMidnight mayBeMidnight: Bool = false) -> Int {
        let text = Array((string ?? "").utf8)
        let digits = text.enumerated().filter { $0.offset != 2 }.map { Int($0.element) - 48 }
        if text.count == 5, text[2] == UInt8(ascii: ":"), digits.allSatisfy((0...9).contains) {
            let hour = digits[0] * 10 + digits[1]
            let minute = digits[2] * 10 + digits[3]
            if hour < 24, minute < 60 { return hour * 60 + minute }
            if mayBeMidnight, hour == 24, minute == 0 { return 1_440 }
        }
        complain(expected: "a time such as \"05:00\"")
        return 0
    }
}
