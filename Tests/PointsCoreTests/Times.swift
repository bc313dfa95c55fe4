@testable import PointsCore

/// Days and moments by their texts; a text that names none is a mistake in the test.
enum Times {
    static func day(_ text: String) -> CivilDate {
        guard let day = CivilDate(text) else { preconditionFailure("no such day: \(text)") }
        return day
    }

    /// A moment with its offset, after RFC 3339.
    static func moment(_ text: String) -> Instant {
        guard let moment = Instant(text) else { preconditionFailure("no such moment: \(text)") }
        return moment
    }

    /// Noon in Tokyo.
    static func noon(_ text: String) -> Instant {
        moment(text + "T12:00:00+09:00")
    }
}
