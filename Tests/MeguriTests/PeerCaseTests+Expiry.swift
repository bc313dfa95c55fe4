import PointsCore
import PointsJSON
import Testing

// MARK: - Expiry

extension PeerCaseTests {
    private static let today = "2026-06-10"

    /// A day as the cases write it: as a date, or as so many days before today.
    private static func day(_ text: String) throws -> String {
        if text == "past" { return "2026-06-09" }
        guard text.hasSuffix("d"), let days = Int(text.dropLast()) else { return text }
        return try after(today, days: days)
    }

    private static func after(_ day: String, days: Int) throws -> String {
        try #require(CivilDate(day)).adding(days: days).description
    }

    /// What each `points.expire` transaction took.
    private static func expired(in program: PeerProgram) throws -> [Int64] {
        try program.transactions("points.expire").map { row in
            try #require(row["postings"]?.array).filter { $0["account"] == "expired" }
                .compactMap { $0["points"]?.exactInteger }.reduce(0, +)
        }
    }

    /// Time goes by: each lot ends for itself, and the balance knows before anything was written down.
    static func expire(_ peer: PeerCase) throws {
        let lots = try peer.lots
        let lasts = try lots.compactMap { try $0["expires"]?.string.map(day) }.sorted()
        let first = try #require(lasts.first)
        let program = try PeerProgram(clock: first)
        for lot in lots {
            try program.grant(
                #require(lot["points"]?.exactInteger), on: first,
                until: lot["expires"]?.string.map(day))
        }
        let ended = try after(try #require(lasts.last), days: 1)
        try program.reopen(clock: ended)
        #expect(try program.points(at: ended) == peer.then("balance"))
        #expect(try expired(in: program).isEmpty)
        try program.sell("next", on: ended)
        let rows = try expired(in: program)
        #expect(try program.points() == peer.then("balance"))
        if let points = peer.then["expired"]?.exactInteger { #expect(rows == [points]) }
        if let count = peer.then["expiry_rows"]?.exactInteger {
            #expect(rows.count == Int(count))
        }
    }

    static func expireTwice(_ peer: PeerCase) throws {
        let lot = try peer.lots[0]
        let points = try #require(lot["points"]?.exactInteger)
        let last = try day(#require(lot["expires"]?.string))
        let program = try PeerProgram(clock: last, joining: last)
        try program.grant(points, on: last, until: last)
        try program.reopen(clock: today)
        let closed = try [1, 2].map { _ in
            try program.change("day.close", ["date": .string(last)], on: today)
        }
        #expect(closed[0] == closed[1])
        let rows = try expired(in: program)
        #expect(rows == [points])
        #expect(try Int64(rows.count) == peer.then("expiry_rows"))
        #expect(try program.points() == peer.then("balance"))
    }

    /// A lot ends at midnight and nothing has swept: nine hours later its points are gone.
    static func spendExpired(_ peer: PeerCase) throws {
        let lot = try peer.lots[0]
        let points = try #require(lot["points"]?.exactInteger)
        let midnight = try #require(lot["expires"]?.string)
        try #require(midnight == "2026-01-01T00:00")
        let program = try PeerProgram(clock: "2026-01-01")
        try program.grant(points, on: "2025-12-01", until: "2025-12-31")
        #expect(try program.points("spendable", at: "2025-12-31T23:59") == points)
        let error = try program.attempt(
            "purchase.record",
            PeerProgram.sale("o", [PeerProgram.line(1_000)], redeem: points),
            on: "2026-01-01T09:00")["error"]
        #expect(error?["data"]?["type"] == "insufficient_points")
        #expect(error?["data"]?["available"] == 0)
        #expect(try expired(in: program).isEmpty)
    }

    static func spendAfterExpiry(_ peer: PeerCase) throws {
        let program = try PeerProgram(clock: today)
        let last = "2026-06-09"
        for lot in try peer.lots {
            try program.grant(
                #require(lot["points"]?.exactInteger), on: "2026-06-01", until: last)
        }
        try program.sell("spent", redeem: peer.given("spent"), on: last)
        #expect(try program.points(at: "\(last)T23:59") > 0)
        let sale = PeerProgram.sale("o", [PeerProgram.line(1_000)], redeem: 1)
        #expect(try !peer.isAccepted)
        #expect(
            try program.refusal("purchase.record", sale, on: today) == "insufficient_points")
    }
}

// MARK: - Dates

extension PeerCaseTests {
    /// The last day on which points may be spent, as the case writes it.
    private static func last(_ peer: PeerCase) throws -> String {
        if let text = peer.then["valid_through"]?.string { return String(text.suffix(10)) }
        // This peer names the first day on which they no longer may.
        return try after(#require(peer.then["expires_at"]?.string), days: -1)
    }

    /// A month or twelve after the day of the sale, or to the end of that month.
    static func validity(_ peer: PeerCase) throws {
        let policy = try #require(peer.given["policy"]?.string)
        let program = try PeerProgram(
            PeerRules(expiry: [
                "style": "after_grant", "months": policy.hasPrefix("P12M") ? 12 : 1,
                "roundTo": policy.contains("end") || policy.contains("last day")
                    ? "month_end" : "day",
            ]))
        let day = try #require(peer.given["earned_on"]?.string)
        let last = try last(peer)
        let sold = try program.earn(10, order: "o", on: day)
        #expect(sold["earned"]?["expiresOn"] == .string(last))
        #expect(try program.points("spendable", at: "\(last)T23:59") == 10)
        #expect(try program.points("spendable", at: "\(after(last, days: 1))T00:00") == 0)
    }

    /// Points that wait begin to age on the day on which they count.
    static func validityFromActivation(_ peer: PeerCase) throws {
        let wait = try peer.given("pending_days")
        let day = try #require(peer.given["earned_on"]?.string)
        let active = try after(day, days: Int(wait))
        try #require(active == "2025-01-31")
        let program = try PeerProgram(
            PeerRules(
                expiry: ["style": "after_grant", "months": 1, "roundTo": "day"],
                afterDays: wait), clock: active)
        try program.earn(10, order: "o", channel: "ec", on: day)
        try program.change("purchase.confirm", PeerProgram.order("o", channel: "ec"), on: day)
        #expect(try program.points("spendable", at: "2025-01-30T23:59") == 0)
        let last = try last(peer)
        #expect(try program.points("spendable", at: "\(last)T23:59") == 10)
        #expect(try program.points("spendable", at: "\(after(last, days: 1))T00:00") == 0)
        try program.sell("next", on: active)
        #expect(try program.lots() == [last: 10])
    }

    /// The day of the earning is the first of 365, so the last is 364 days later; points by hand move nothing.
    static func validityFollowsEarning(_ peer: PeerCase) throws {
        let program = try PeerProgram(
            PeerRules(expiry: [
                "style": "after_activity", "days": 364, "roundTo": "day",
                "activities": ["earn"],
            ]), clock: "2024-05-01")
        let day = try #require(peer.given["last_qualifying_earn"]?.string)
        let last = try last(peer)
        try program.earn(30, order: "first", on: "2024-03-01")
        try program.earn(10, order: "last", on: day)
        #expect(try program.lots() == [last: 40])
        try program.grant(5, on: "2024-05-01")
        #expect(try program.lots() == [last: 45])
        #expect(try program.points("spendable", at: "\(last)T23:59") == 45)
        #expect(try program.points("spendable", at: "\(after(last, days: 1))T00:00") == 0)
    }
}
