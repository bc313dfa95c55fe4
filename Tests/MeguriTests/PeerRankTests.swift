import PointsJSON
import Testing

/// What other engines' tests and documents assert of ranks, through the protocol; the numbers are read from
/// `fixtures/peer_cases.json`.
struct PeerRankTests {
    static let receipts = ["PC239", "PC240"]
    static let currentOrders = ["PC252", "PC253", "PC254", "PC256"]
    static let kept = "PC307"
    /// All cases about ranks.
    static let cases = receipts + currentOrders + [kept]

    private static func thresholds(_ peer: PeerCase) throws -> [(id: String, from: Int64)] {
        try #require(peer.given["tiers"]?.object).members.map {
            ($0.key, try #require($0.value.exactInteger))
        }
    }

    private static func rank(of program: PeerProgram) throws -> JSON {
        try #require(
            try program.answer("member.get", ["member": PeerProgram.member])["member"]?["tier"])
    }

    @Test(arguments: receipts)
    func `receipts add up to a rank and what is missing for the next`(_ id: String) throws {
        let peer = try PeerCase(id: id)
        let program = try PeerProgram(PeerRules(tiers: PeerRules.ranks(Self.thresholds(peer))))
        for (order, receipt) in try #require(peer.given["receipts"]?.array).enumerated() {
            let yen = try #require(receipt.exactInteger)
            try program.sell("\(order)", [PeerProgram.line(yen)], on: "2026-01-10")
        }
        let rank = try Self.rank(of: program)
        #expect(rank["id"] == peer.then["tier"])
        if let missing = peer.then["to_next"] { #expect(rank["next"]?["missing"] == missing) }
        if let value = peer.then["value"] { #expect(rank["basis"] == value) }
    }

    @Test(arguments: currentOrders)
    func `the current order may count`(_ id: String) throws {
        let peer = try PeerCase(id: id)
        let program = try PeerProgram(
            PeerRules(tiers: PeerRules.ranks(Self.thresholds(peer), currentOrder: true)))
        let spent = try peer.given("spent")
        if spent > 0 { try program.sell("before", [PeerProgram.line(spent)], on: "2026-01-10") }
        try program.sell(
            "now", [PeerProgram.line(peer.given("current_order"))], on: "2026-01-11")
        #expect(try Self.rank(of: program)["id"] == peer.then["tier"])
    }

    @Test func `a rank is kept for twelve months`() throws {
        let peer = try PeerCase(id: Self.kept)
        let reached = try #require(peer.given["reached"]?.string)
        let ranks = try PeerRules.ranks([("regular", 0), ("kept", peer.given("threshold"))])
        let program = try PeerProgram(PeerRules(tiers: ranks), clock: reached)
        try program.sell("o", [PeerProgram.line(peer.given("threshold"))], on: reached)
        #expect(try Self.rank(of: program)["keptThrough"] == peer.then["valid_through"])
    }
}
