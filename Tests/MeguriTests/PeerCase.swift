import PointsJSON
import Testing

/// What another engine's test or document asserts: numbers that are given and numbers that come out.
struct PeerCase {
    let id: String
    let tags: Set<String>
    let given: JSON
    let when: String
    let then: JSON

    /// Tags of cases about lots, holds, returns, expiry and negative balances.
    static let tags: Set<String> = [
        "activity-extended", "allocation", "balance-check", "burn-restore", "clawback", "delta",
        "delta-check", "expiry", "fifo", "floor-per-event", "hold", "idempotency", "lifecycle",
        "lots", "month-arithmetic", "month-end", "negative-balance", "negative-policy",
        "order-edit", "peer-defect", "pending", "race", "return", "soonest-expiry-first",
        "status-gate",
    ]

    /// The cases of `fixtures/peer_cases.json`, in its order.
    static func all() throws -> [PeerCase] {
        let file = try JSON(parsing: Repository.text("fixtures/peer_cases.json"))
        return try #require(file.array).map { try PeerCase($0) }
    }

    init(id: String) throws {
        self = try #require(try PeerCase.all().first { $0.id == id })
    }

    private init(_ json: JSON) throws {
        id = try #require(json["id"]?.string)
        tags = try Set(#require(json["tags"]?.array).compactMap(\.string))
        given = try #require(json["given"])
        when = try #require(json["when"]?.string)
        then = try #require(json["then"])
    }

    func given(_ key: String) throws -> Int64 {
        try #require(given[key]?.exactInteger)
    }

    func givenText(_ key: String) throws -> String {
        try #require(given[key]?.string)
    }

    func then(_ key: String) throws -> Int64 {
        try #require(then[key]?.exactInteger)
    }

    /// A decimal of the case, such as 10.05, in hundredths.
    static func hundredths(_ value: JSON?) throws -> Int64 {
        let parts = try #require(value?.string).split(separator: ".")
        let fraction = parts.count == 2 ? String(parts[1]) : ""
        try #require(fraction.count <= 2)
        let padding = String(repeating: "0", count: 2 - fraction.count)
        return try #require(Int64("\(parts[0])\(fraction)\(padding)"))
    }

    /// The number with which the text of what happens ends, such as the 50 of "burn 50".
    var numberOfWhen: Int64 {
        get throws { try #require(when.split(separator: " ").last.flatMap { Int64($0) }) }
    }

    var isAccepted: Bool {
        get throws { try #require(then["accepted"]) == true }
    }

    /// The lots that the case begins with.
    var lots: [JSON] {
        get throws { try #require(given["lots"]?.array) }
    }
}
