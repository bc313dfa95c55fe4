import PointsJSON
import Testing

// MARK: - Holds

extension PeerCaseTests {
    private static let day = "2026-02-01"

    private static func hold(
        _ points: Int64, in program: PeerProgram, key: String? = nil
    ) throws -> JSON {
        try program.change(
            "hold.place",
            ["member": PeerProgram.member, "points": .integer(points), "channel": "ec"],
            on: day, key: key)
    }

    private static func id(of placed: JSON) throws -> JSON {
        try #require(placed["hold"]?["id"])
    }

    static func captureTooMuch(_ peer: PeerCase) throws {
        let program = try PeerProgram()
        let held = try peer.given("held")
        try program.grant(held * 2, on: day)
        let hold = try id(of: hold(held, in: program))
        var sale = PeerProgram.sale("o", [PeerProgram.line(1_000)], redeem: held * 2)
        sale["hold"] = hold
        #expect(try !peer.isAccepted)
        #expect(try program.refusal("purchase.record", sale, on: day) == "redeem_not_allowed")
        let kept = try program.answer("hold.get", ["hold": hold])["hold"]
        #expect(try kept?["captured"]?.exactInteger == peer.then("used"))
        #expect(try program.points("held") == held)
    }

    static func voidCaptured(_ peer: PeerCase) throws {
        let program = try PeerProgram()
        let captured = try peer.given("captured")
        try program.grant(captured, on: day)
        let hold = try id(of: hold(captured, in: program))
        var sale = PeerProgram.sale("o", [PeerProgram.line(1_000)], redeem: captured)
        sale["hold"] = hold
        try program.change("purchase.record", sale, on: day)
        #expect(try !peer.isAccepted)
        #expect(
            try program.refusal("hold.release", ["hold": hold], on: day) == "hold_closed")
        #expect(try program.points() == 0)
    }

    /// The case says X for the amount; here it is 100, and there are enough points for two.
    static func holdAgain(_ peer: PeerCase) throws {
        let program = try PeerProgram()
        let amount: Int64 = 100
        #expect(peer.given["amount"] == peer.then["held"])
        try program.grant(amount * 2, on: day)
        let first = try hold(amount, in: program, key: "authorization")
        let again = try hold(amount, in: program, key: "authorization")
        #expect(again["replayed"] == true)
        #expect(again["hold"] == first["hold"])
        #expect(try program.points("held") == amount)
    }

    static func releaseTwice(_ peer: PeerCase) throws {
        let program = try PeerProgram()
        try program.grant(peer.given("amount"), on: day)
        let holds = try #require(peer.given["holds"]?.array).map {
            try id(of: hold(#require($0.exactInteger), in: program))
        }
        try #require(try program.points("held") == peer.given("held_total"))
        let first = try program.change("hold.release", ["hold": holds[0]], on: day)
        let again = try program.change("hold.release", ["hold": holds[0]], on: day)
        #expect(again["replayed"] == true)
        #expect(again["transaction"] == first["transaction"])
        #expect(try program.points("held") == peer.then("expected_held"))
    }

    /// Two workers who know nothing of each other release in one round of the engine: the points come back once.
    static func releaseByTwo(_ peer: PeerCase) throws {
        let program = try PeerProgram()
        let points = try peer.given("burn_reserved")
        try program.grant(points, on: day)
        let hold = try id(of: hold(points, in: program))
        let workers = ["one", "two"].map { worker in
            PeerProgram.request(
                "hold.release",
                [
                    "hold": hold, "idempotencyKey": .string(worker),
                    "occurredAt": "2026-02-01T12:00:00+09:00",
                ])
        }
        let replies = try #require(try program.reply(to: .array(workers)).array)
        try #require(replies.count == 2)
        #expect(replies[0]["result"]?["replayed"] == nil)
        #expect(replies[1]["result"]?["replayed"] == true)
        #expect(replies[1]["result"]?["transaction"] == replies[0]["result"]?["transaction"])
        #expect(try program.points() == peer.then("released"))
        #expect(try program.transactions("hold.release").count == 1)
    }
}
