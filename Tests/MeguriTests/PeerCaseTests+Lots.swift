import PointsJSON
import Testing

// MARK: - Lots

extension PeerCaseTests {
    /// A credit or a debit of a case: points, its day and the last day of what was granted.
    private static func event(
        _ event: JSON
    ) throws -> (kind: String, points: Int64, day: String) {
        let parts = try #require(event.array)
        try #require(parts.count == 3)
        return (
            try #require(parts[0].string), try #require(parts[1].exactInteger),
            try #require(parts[2].string)
        )
    }

    static func debitOneLot(_ peer: PeerCase) throws {
        let program = try PeerProgram()
        for (order, step) in try #require(peer.given["events"]?.array).enumerated() {
            let (kind, points, day) = try event(step)
            if kind == "credit" {
                try program.grant(points, on: day)
            } else {
                try program.sell("\(order)", redeem: points, on: day)
            }
        }
        #expect(try program.points() == peer.then("balance"))
        #expect(.array(try program.lots().values.map { .integer($0) }) == peer.then["lots"])
    }

    static func soonestFirst(_ peer: PeerCase) throws {
        let program = try PeerProgram()
        for lot in try peer.lots {
            try program.grant(
                #require(lot["points"]?.exactInteger),
                on: lot["earned"]?.string ?? "2026-01-01", until: lot["expires"]?.string)
        }
        try program.sell("o", redeem: 100, on: "2026-02-01")
        let left = try program.lots()
        let expected = try #require(peer.then["remaining"]?.object)
        for lot in expected.members {
            #expect(left[lot.key] ?? 0 == lot.value.exactInteger, "\(lot.key)")
        }
        #expect(left.values.reduce(0, +) == 100)
    }

    /// Lot B was used before: a late entry brings A, which is older.
    static func oldestFirst(_ peer: PeerCase) throws {
        let program = try PeerProgram(clock: "2026-02-09")
        let lots = try #require(peer.given["lots_oldest_first"]?.array)
        let days = ["2026-02-01", "2026-02-02", "2026-02-03"]
        for (place, lot) in lots.enumerated().sorted(by: { used($0.element) > used($1.element) }) {
            try program.grant(
                #require(lot["points"]?.exactInteger), on: days[place], until: "2026-12-31")
            if used(lot) > 0 { try program.sell("used", redeem: used(lot), on: days[place]) }
        }
        let taken = try #require(peer.then["taken"]?.object)
        let sum = taken.members.compactMap(\.value.exactInteger).reduce(0, +)
        try program.sell("o", redeem: sum, on: "2026-02-09")
        let newest = try #require(try program.transactions("purchase.record").first)
        var drawn: JSONObject = [:]
        for posting in try #require(newest["postings"]?.array)
        where posting["account"] == "available" {
            let granted = try #require(posting["lot"]?["grantedOn"]?.string)
            let place = try #require(days.firstIndex(of: granted))
            let points = try #require(posting["points"]?.exactInteger)
            drawn[try #require(lots[place]["id"]?.string)] = .integer(-points)
        }
        #expect(drawn == taken)
    }

    private static func used(_ lot: JSON) -> Int64 {
        lot["used"]?.exactInteger ?? 0
    }

    static func balanceOfLots(_ peer: PeerCase) throws {
        let program = try PeerProgram(clock: "2026-02-10")
        for step in try #require(peer.given["events"]?.array) {
            let (kind, points, day) = try event(step)
            if kind == "credit" {
                let last = String(day.suffix(10))
                try program.grant(points, on: "2026-01-10", until: last)
            } else {
                try program.sell("o", redeem: points, on: day)
            }
        }
        #expect(try program.points(at: "2026-02-10") == peer.then("expected"))
        #expect(try program.points("spendable", at: "2026-02-10") == peer.then("expected"))
    }

    /// Points that were spent and come back end when they would have ended.
    static func restoreToItsLot(_ peer: PeerCase) throws {
        let program = try PeerProgram(clock: "2026-07-01")
        let lot = try peer.lots[0]
        let points = try #require(lot["points"]?.exactInteger)
        let last = try #require(lot["expires"]?.string)
        try program.grant(points, on: "2026-05-01", until: last)
        try program.sell("o", redeem: points, on: "2026-06-01")
        try program.takeBack("o", on: "2026-06-10")
        #expect(try program.points(at: "\(last)T23:59") == points)
        #expect(try program.points(at: "2026-07-01") == peer.then("expected_balance"))
    }
}
