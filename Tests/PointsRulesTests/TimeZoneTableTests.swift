import PointsCore
import PointsRules
import Testing

struct TimeZoneTableTests {
    /// Offsets from the IANA database: New York's summer time of 2026 begins on 8 March and ends on 1 November at 02:00.
    @Test(arguments: [
        ("Asia/Tokyo", "2026-01-01T00:00:00Z", 32_400),
        ("Asia/Tokyo", "1970-01-01T00:00:00Z", 32_400),
        ("UTC", "2026-01-01T00:00:00Z", 0),
        ("America/New_York", "2026-03-08T06:59:59Z", -18_000),
        ("America/New_York", "2026-03-08T07:00:00Z", -14_400),
        ("America/New_York", "2026-11-01T05:59:59Z", -14_400),
        ("America/New_York", "2026-11-01T06:00:00Z", -18_000),
        ("America/New_York", "2099-07-01T00:00:00Z", -14_400),
        ("Asia/Pyongyang", "2015-08-14T14:59:59Z", 32_400),
        ("Asia/Pyongyang", "2015-08-14T15:00:00Z", 30_600),
        ("Asia/Pyongyang", "2018-05-04T15:00:00Z", 32_400),
        ("Asia/Kathmandu", "2026-01-01T00:00:00Z", 20_700),
    ])
    func `knows the offset of a place at a time`(
        _ name: String, _ moment: String, _ offset: Int
    ) throws {
        let table = try #require(TimeZoneTable(identifier: name))
        let instant = try #require(Instant(moment))
        #expect(table.offsetSeconds(at: instant) == offset)
        #expect(table.name == name)
    }

    @Test(arguments: [
        "", "JST", "GMT+9", "Asia/Tokio", "asia/tokyo", "Tokyo", "../etc/passwd", "/",
    ])
    func `knows no other places`(_ name: String) {
        #expect(TimeZoneTable(identifier: name) == nil)
    }
}
