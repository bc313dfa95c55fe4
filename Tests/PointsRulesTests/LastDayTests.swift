import PointsCore
import Testing

/// The last day of points that a rule gives.
struct LastDayTests {
    private static let base = "earn/base.json"

    @Test(arguments: mistakes)
    func `points that have expired when they are given are a mistake`(_ mistake: Mistake) throws {
        try mistake.expectComplaint()
    }

    private static let mistakes = [
        Mistake(
            base, #""class": "standard""#,
            #""class": "summer", "validity": {"until": "2025-12-31"}"#, at: "/grant/validity/until",
            #"found "2025-12-31", expected "2026-01-01" or later: before that day the rule gives no points, and then they would have expired"#
        ),
        Mistake(
            base, #""class": "standard""#,
            #""class": "summer", "validity": {"style": "fixed", "date": "2025-12-31"}"#,
            at: "/grant/validity/date",
            #"found "2025-12-31", expected "2026-01-01" or later: before that day the rule gives no points, and then they would have expired"#
        ),
    ]

    @Test(arguments: [
        (#"{"from": "2026-12-01", "to": "2026-12-25"}"#, "2026-12-24", "2026-12-25"),
        (#"{"from": "2026-12-01", "to": "2026-12-25"}"#, "2026-12-25", nil),
        (#"{"to": "2026-12-25"}"#, "2026-12-24", "2026-12-25"),
        (#"{"from": "2026-12-01"}"#, "2026-11-30", "2026-12-01"),
        (#"{"from": "2026-12-01"}"#, "2026-12-01", nil), ("{}", "2020-01-01", nil),
    ])
    func `the last day of points is none on which they would have expired already`(
        _ effective: String, _ until: String, _ least: String?
    ) throws {
        for kind in ["earn", "activities"] {
            var draft = try DraftRules.bare()
            let isEarning = kind == "earn"
            let given =
                isEarning
                ? #"{"channel": "store", "lines": [{"amount": 0, "taxRate": 0}]}"#
                : #"{"activity": "a", "channel": "store"}"#
            draft.files["\(kind)/only.json"] = """
                {"id": "\(kind)/only", "kind": "\(isEarning ? "earn" : "activity")",
                 "title": {"ja": "あ", "en": "a"}, "effective": \(effective),
                 \(isEarning ? "" : "\"activity\": \"a\",") "award": {"type": "fixed", "points": 1},
                 "grant": {"class": "c", "validity": {"until": "\(until)"}},
                 "examples": [{"name": "n", "given": \(given), "expect": {"points": 0}}]}
                """
            let complaints = try draft.complaints()
            #expect(complaints.map(\.pointer) == (least == nil ? [] : ["/grant/validity/until"]))
            let beginning = "found \"\(until)\", expected \"\(least ?? "")\" or later: "
            #expect(complaints.allSatisfy { $0.problem.hasPrefix(beginning) }, "\(complaints)")
        }
    }

    @Test(arguments: [("2026-01-08", "2026-01-09"), ("2026-01-09", nil)])
    func `nor one on which they would not count yet`(_ until: String, _ least: String?) throws {
        var draft = try DraftRules.bare()
        draft.files["earn/only.json"] = """
            {"id": "earn/only", "kind": "earn", "title": {"ja": "あ", "en": "a"},
             "effective": {"from": "2025-12-01", "to": "2025-12-26"},
             "award": {"type": "fixed", "points": 1},
             "grant": {"class": "c", "pending": {"confirm": "after_sale", "days": 14},
                       "validity": {"until": "\(until)"}},
             "examples": [{"name": "n", "given": {"channel": "store", "lines": [{"amount": 0, "taxRate": 0}]},
                           "expect": {"points": 0}}]}
            """
        let complaints = try draft.complaints().map(\.problem)
        #expect(
            complaints
                == (least.map {
                    [
                        "found \"\(until)\", expected \"\($0)\" or later: the rule gives points until "
                            + "2025-12-26 and they wait 14 days, which would have expired"
                    ]
                } ?? []))
    }
}
