@testable import PointsCore

/// Entries, causes and terms for tests that need one of each.
enum Samples {
    static let cause = Cause(
        command: "points.grant", idempotencyKey: "key", contentHash: [1, 2, 3],
        channel: "store", company: "store-co", store: "ginza", terminal: "t1", actor: "staff",
        ruleset: JournalPosition(1), occurredAt: Times.noon("2026-04-10"),
        recordedAt: Times.moment("2026-04-10T12:00:01+09:00"),
        businessDay: Times.day("2026-04-10"))

    /// An entry of member 1 that follows entry `previous`.
    static func entry(
        _ event: Event, postings: [Posting] = [], at position: Int64 = 3, after previous: Int64 = 2
    ) -> Entry {
        Entry(
            position: JournalPosition(position), member: 1,
            previous: JournalPosition(previous), cause: cause, event: event, postings: postings,
            after: Balance())
    }

    static func terms(
        _ expires: String? = nil, class name: String = "standard",
        granted: String = "2026-04-01", company: String = "store-co"
    ) -> LotTerms {
        LotTerms(
            pointClass: PointClass(name), company: company, grantedOn: Times.day(granted),
            expiresOn: expires.map(Times.day))
    }
}
