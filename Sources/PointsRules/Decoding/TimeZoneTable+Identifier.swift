import Foundation
import PointsCore

// MARK: - From the system's zones

extension TimeZoneTable {
    /// The offsets of an IANA zone from 1970 to 2100 as the system knows them; `nil` for an unknown
    /// name.
    ///
    /// Foundation also reads abbreviations such as `JST` and offsets such as `GMT+9`. They are no
    /// places, so they are refused.
    package init?(identifier: String) {
        guard identifier.contains("/") || identifier == "UTC" || identifier == "GMT",
            let zone = TimeZone(identifier: identifier)
        else { return nil }
        let begin = TimeZoneTable.secondsAtYear(RulesLimits.zoneYears.lowerBound)
        let end = TimeZoneTable.secondsAtYear(RulesLimits.zoneYears.upperBound)
        var moment = Date(timeIntervalSince1970: TimeInterval(begin))
        var changes = [Change(from: .distantPast, offsetSeconds: zone.secondsFromGMT(for: moment))]
        while let next = zone.nextDaylightSavingTimeTransition(after: moment), next > moment {
            let seconds = Int64(next.timeIntervalSince1970.rounded())
            guard seconds < end else { break }
            moment = next
            let offset = zone.secondsFromGMT(for: next)
            guard offset != changes.last?.offsetSeconds else { continue }
            changes.append(
                Change(from: Instant(milliseconds: seconds * 1_000), offsetSeconds: offset))
        }
        self.init(name: identifier, changes: changes)
    }

    /// Names of the zones that exist, to guess at a misspelt one.
    static var knownIdentifiers: [String] {
        TimeZone.knownTimeZoneIdentifiers
    }

    private static func secondsAtYear(_ year: Int) -> Int64 {
        Int64(CivilDate(year: year, month: 1, day: 1)?.dayNumber ?? 0) * 86_400
    }
}
