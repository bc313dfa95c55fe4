import Foundation
import PointsCore
import PointsJSON
import PointsMigration
import Testing

struct MappingTests {
    private static let source = """
        {"name": "s", "files": "a.csv", "identities": [{"kind": "card", "column": "No"}],
         "columns": {"points": "P"}, "expiry": "never"}
        """

    private static func mapping(_ source: String, balances: String = "\"separate\"") -> String {
        "{\"balances\": \(balances), \"sources\": [\(source)]}"
    }

    @Test func `fills in what may be left out`() throws {
        let mapping = try MigrationMapping(parsing: Array(Self.mapping(Self.source).utf8))
        let source = try #require(mapping.sources.first)
        #expect(mapping.balances == .separate)
        #expect(source.format == FileFormat() && source.pointClass == "standard")
        #expect(source.files == ["a.csv"] && source.company == nil && source.channel == nil)
        #expect(source.identities == [IdentityColumn(kind: "card", column: "No")])
        #expect(source.expiry == .never && source.links.isEmpty)
    }

    @Test(arguments: [
        "store_pos.json", "ec_utf8.json", "eccube.json", "samples.json", "small.json",
    ])
    func `reads every preset`(_ name: String) throws {
        let mapping = try MigrationMapping(parsing: Fixtures.bytes("migration/mappings/\(name)"))
        #expect(!mapping.sources.isEmpty)
        #expect(mapping.sources.allSatisfy { $0.columns.points != nil })
    }

    @Test func `reads what is said`() throws {
        let mapping = try MigrationMapping(
            parsing: Fixtures.bytes("migration/mappings/ec_utf8.json"))
        let source = try #require(mapping.sources.first)
        #expect(source.format == FileFormat(encoding: .utf8, dialect: .rfc4180, delimiter: .comma))
        #expect(source.expiry == .monthsFromPlan(12) && source.channel == "ec")
        #expect(source.columns.address == ["都道府県", "住所1", "住所2"])
        #expect(source.links.first?.card == CardFormat(lengths: [10, 13], check: .ean13))
    }

    @Test(arguments: [
        ("{}", "missing key /balances"),
        ("{", "the mapping is not JSON: "),
        ("[]", ": expected an object, found an array"),
        ("{\"balances\": \"both\"}", "/balances: \"both\" is not \"separate\" or \"copies\""),
        ("{\"balances\": \"copies\"}", "missing key /sources"),
        (
            "{\"balances\": \"copies\", \"sources\": []}",
            "/sources: \"0 sources\" is not between 1 and 64"
        ),
        ("{\"balance\": \"copies\"}", "unknown key /balance"),
        (mapping("7"), "/sources/0: expected an object, found a number"),
        (mapping("{\"name\": \"s\"}"), "missing key /sources/0/files"),
        (mapping(source + "," + source), "/sources/1/name: a second source \"s\""),
        (
            mapping(source.replacing("\"No\"}", with: "\"No\", \"colour\": 1}")),
            "unknown key /sources/0/identities/0/colour"
        ),
        (
            mapping(source.replacing("\"No\"}", with: "\"No\", \"card\": {\"lengths\": [2]}}")),
            "/sources/0/identities/0/card/lengths/0: \"2\" is not between 4 and 32"
        ),
        (
            mapping(source.replacing("\"points\": \"P\"", with: "\"points\": 1")),
            "/sources/0/columns/points: expected a string, found a number"
        ),
        (
            mapping(source.replacing("\"points\": \"P\"", with: "")),
            "missing key /sources/0/columns/points"
        ),
        (
            mapping(source.replacing("\"never\"", with: "{\"monthsFromPlan\": 0}")),
            "/sources/0/expiry/monthsFromPlan: \"0\" is not between 1 and 1200"
        ),
        (
            mapping(source.replacing("\"a.csv\"", with: "\"a.csv\", \"encoding\": \"sjis\"")),
            "/sources/0/encoding: \"sjis\" is not \"cp932\" or \"utf-8\" or \"utf-16\""
        ),
    ])
    func `says what is wrong and where`(_ text: String, _ message: String) {
        let error = #expect(throws: MappingError.self) {
            try MigrationMapping(parsing: Array(text.utf8))
        }
        #expect(error?.message.hasPrefix(message) == true, "\(error?.message ?? "")")
    }

    @Test(arguments: [
        (["No"], MappingError.columnMissing(source: "s", column: "P")),
        (["No", "P", "P"], MappingError.columnAmbiguous(source: "s", column: "P")),
    ])
    func `wants each column once`(_ header: [String], _ error: MappingError) throws {
        let mapping = try MigrationMapping(parsing: Array(Self.mapping(Self.source).utf8))
        let today = try #require(CivilDate(year: 2026, month: 4, day: 1))
        #expect(throws: error) {
            try RowNormaliser(mapping.sources[0], source: 0, file: 0, header: header, asOf: today)
        }
    }
}
