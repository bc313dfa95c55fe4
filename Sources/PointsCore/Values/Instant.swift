/// A moment on the UTC time line, in whole milliseconds since 1970-01-01T00:00:00Z.
///
/// Leap seconds are not counted, as in POSIX time.
package struct Instant: Hashable, Comparable, Sendable {
    /// Milliseconds since the epoch; negative before it.
    package let milliseconds: Int64

    /// The moment `milliseconds` after the epoch.
    package init(milliseconds: Int64) {
        self.milliseconds = milliseconds
    }

    /// Before every moment that a request can name.
    package static let distantPast = Instant(milliseconds: -62_135_596_800_000)

    /// Earlier moments come first.
    package static func < (left: Instant, right: Instant) -> Bool {
        left.milliseconds < right.milliseconds
    }

    /// The moment so many seconds later; earlier if negative.
    package func adding(seconds: Int64) -> Instant {
        Instant(milliseconds: milliseconds + seconds * 1_000)
    }
}

// MARK: - RFC 3339

extension Instant {
    /// Reads RFC 3339 section 5.6 `date-time` with its offset, years 1–9999: `2026-11-22T10:00:00+09:00`.
    ///
    /// Fractions of a second are kept to the millisecond, further digits are dropped. A leap second
    /// (`:60`) counts as the first second of the next minute.
    package init?(_ text: String) {
        let bytes = Array(text.utf8)
        guard bytes.count >= 20, bytes.count <= 40,
            let date = CivilDate(String(decoding: bytes[0..<10], as: UTF8.self)),
            bytes[10] == UInt8(ascii: "T") || bytes[10] == UInt8(ascii: "t"),
            bytes[13] == UInt8(ascii: ":"), bytes[16] == UInt8(ascii: ":"),
            let hour = Decimal.number(in: bytes[11..<13]), hour <= 23,
            let minute = Decimal.number(in: bytes[14..<16]), minute <= 59,
            let second = Decimal.number(in: bytes[17..<19]), second <= 60,
            let (fraction, next) = Instant.fraction(in: bytes, from: 19),
            let offset = Instant.offset(in: bytes[next...])
        else { return nil }
        let seconds = Int64(date.dayNumber) * 86_400 + Int64(hour * 3_600 + minute * 60 + second)
        self.init(milliseconds: (seconds - Int64(offset)) * 1_000 + Int64(fraction))
    }

    /// RFC 3339 with the given offset from UTC in seconds; milliseconds only where there are any.
    package func formatted(offsetSeconds: Int) -> String {
        let local = milliseconds + Int64(offsetSeconds) * 1_000
        let day = local.flooredQuotient(by: 86_400_000)
        let inDay = Int(local - day * 86_400_000)
        let time =
            Decimal.padded(inDay / 3_600_000, to: 2) + ":"
            + Decimal.padded(inDay / 60_000 % 60, to: 2) + ":"
            + Decimal.padded(inDay / 1_000 % 60, to: 2)
        let fraction = inDay % 1_000 == 0 ? "" : "." + Decimal.padded(inDay % 1_000, to: 3)
        return "\(CivilDate(dayNumber: Int(day)))T\(time)\(fraction)"
            + Instant.text(ofOffset: offsetSeconds)
    }

    private static func fraction(in bytes: [UInt8], from start: Int) -> (Int, Int)? {
        guard bytes[start] == UInt8(ascii: ".") else { return (0, start) }
        var end = start + 1
        while end < bytes.count, (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(bytes[end]) {
            end += 1
        }
        guard end > start + 1, end < bytes.count else { return nil }
        let kept = Array(bytes[(start + 1)..<min(end, start + 4)])
        let padded = kept + Array(repeating: UInt8(ascii: "0"), count: 3 - kept.count)
        guard let milliseconds = Decimal.number(in: padded[...]) else { return nil }
        return (milliseconds, end)
    }

    private static func offset(in bytes: ArraySlice<UInt8>) -> Int? {
        let text = Array(bytes)
        if text == [UInt8(ascii: "Z")] || text == [UInt8(ascii: "z")] { return 0 }
        guard text.count == 6, text[3] == UInt8(ascii: ":"),
            text[0] == UInt8(ascii: "+") || text[0] == UInt8(ascii: "-"),
            let hours = Decimal.number(in: text[1..<3]), hours <= 23,
            let minutes = Decimal.number(in: text[4..<6]), minutes <= 59
        else { return nil }
        let seconds = hours * 3_600 + minutes * 60
        return text[0] == UInt8(ascii: "-") ? -seconds : seconds
    }

    private static func text(ofOffset seconds: Int) -> String {
        guard seconds != 0 else { return "Z" }
        let minutes = abs(seconds) / 60
        return (seconds < 0 ? "-" : "+") + Decimal.padded(minutes / 60, to: 2) + ":"
            + Decimal.padded(minutes % 60, to: 2)
    }
}
