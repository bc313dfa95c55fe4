import Foundation
import PointsJSON
import Testing

/// What other engines' tests and documents assert of their rules, case by case under rule files made of the numbers given.
///
/// Files are read as any others are; each purchase is quoted and recorded through the protocol. The numbers are read from
/// `fixtures/peer_cases.json`.
struct PeerRuleTests {
    /// How a case is played.
    typealias Scenario = @Sendable (PeerCase) throws -> Void

    /// The cases by topic.
    static let topics: [(title: String, scenarios: [String: Scenario])] = [
        ("Earning", earning), ("Rounding", rounding), ("Rules beside each other", stacking),
        ("When a rule applies", conditions), ("Paying with points", redemption),
        ("Discounts", discounts),
    ]

    /// Cases that no rule can express, and why.
    static let unexpressed = [
        "PC304": accounting, "PC305": accounting,
    ]
    private static let accounting =
        "Meguri counts points and tells how many are owed. How much revenue a company defers for "
        + "them is decided in its accounts, from its own estimate of how many will be used."

    private static let scenarios = topics.map(\.scenarios).reduce(into: [:]) { all, topic in
        all.merge(topic) { first, _ in first }
    }

    @Test(arguments: scenarios.keys.sorted())
    func `comes out under rules made of its numbers`(_ id: String) throws {
        let scenario = try #require(Self.scenarios[id])
        try scenario(PeerCase(id: id))
    }

    /// Fewer than three in a hundred of the cases about rules are left out.
    @Test
    func `every case of the file is played once, or said why not`() throws {
        let played =
            Array(PeerCaseTests.scenarios.keys) + PeerRankTests.cases
            + Self.topics.flatMap(\.scenarios.keys) + Array(Self.unexpressed.keys)
        #expect(try played.sorted() == PeerCase.all().map(\.id).sorted())
        #expect(
            Self.unexpressed.count * 100 < 3 * (Self.scenarios.count + Self.unexpressed.count))
    }

    /// Rows of the tables on the page about these cases, by the heading above them.
    private static func tables() throws -> [String: [[String]]] {
        var tables: [String: [[String]]] = [:]
        var heading = ""
        for line in try Repository.text("Documentation/peer-cases.md").split(separator: "\n") {
            if line.hasPrefix("#") {
                heading = line.drop { $0 == "#" || $0 == " " }.description
            } else if line.hasPrefix("|"), !line.hasPrefix("|---") {
                let cells = line.dropFirst().dropLast().split(separator: "|")
                tables[heading, default: []].append(
                    cells.map { $0.trimmingCharacters(in: .whitespaces) })
            }
        }
        return tables
    }

    @Test
    func `the page names how many cases are played and which are not`() throws {
        let tables = try Self.tables()
        let lifeCycle = ("Lots, holds and returns", PeerCaseTests.scenarios.count)
        let counts =
            [lifeCycle, ("Ranks", PeerRankTests.cases.count)]
            + Self.topics.map { ($0.title, $0.scenarios.count) }
            + [("Not expressed", Self.unexpressed.count)]
        #expect(
            try tables["Cases by topic"]?.dropFirst().map { $0 }
                == counts.map { [$0.0, "\($0.1)"] } + [["All", "\(PeerCase.all().count)"]])
        #expect(
            tables["Cases that are not expressed"]?.dropFirst().map { $0 }
                == Self.unexpressed.sorted { $0.key < $1.key }.map { [$0.key, $0.value] })
    }
}
