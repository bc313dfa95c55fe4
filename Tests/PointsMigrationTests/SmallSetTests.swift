import Foundation
import PointsCore
import PointsJSON
import PointsMigration
import Testing

struct SmallSetTests {
    private let records: [NormalisedRecord]
    private let mapping: MigrationMapping

    init() throws {
        let today = try #require(CivilDate(year: 2026, month: 4, day: 1))
        (mapping, records, _) = try Fixtures.records(mapping: "small.json", asOf: today)
    }

    @Test(arguments: [(0, "store"), (1, "ec")])
    func `adds up to the totals of the generator`(_ source: Int, _ name: String) throws {
        let expected = try #require(
            try JSON(parsing: Fixtures.bytes("migration/small/totals.json"))[name])
        var totals = ControlTotals()
        for record in records where record.key.source == source { totals.add(record) }
        func number(_ key: String) -> Int64? { expected[key]?.exactInteger }
        #expect(Int64(totals.rows) == number("rows"))
        #expect(totals.sum == number("sum"))
        #expect(totals.positive == number("positive") && totals.negative == number("negative"))
        #expect(Int64(totals.negativeRows) == number("neg_rows"))
        #expect(Int64(totals.zeroRows) == number("zero_rows"))
        #expect(Int64(totals.withdrawnRows) == number("withdrawn"))
        let months = try #require(expected["by_expiry"]?.object?.members)
        let byMonth = months.map { ($0.key, $0.value.exactInteger ?? 0) }
        // The generator counts the months of rows with points only.
        #expect(
            totals.byExpiryMonth.filter { $0.value != 0 }
                == Dictionary(uniqueKeysWithValues: byMonth).filter { $0.value != 0 })
    }

    @Test func `matches with few errors and names what it does not know`() throws {
        let outcome = Matcher.match(records)
        let persons = try truth()
        let found = pairs(outcome.groups)
        let real = pairs(Dictionary(grouping: records.indices) { persons[$0] }.values)
        let right = found.intersection(real).count
        let precision = Double(right) / Double(found.count)
        let recall = Double(right) / Double(real.count)
        print("pairs found \(found.count), real \(real.count), right \(right)")
        print("precision \(precision), recall \(recall), \(counts(outcome))")
        #expect(precision >= 0.999)
        #expect(recall >= 0.80)
        #expect(outcome.fates.count == records.count)
        #expect(Set(outcome.groups.joined()).count == outcome.fates.compactMap(\.group).count)
    }

    @Test func `comes to the same outcome twice`() {
        let outcome = Matcher.match(records)
        #expect(outcome == Matcher.match(records))
        #expect(outcome.groups.compactMap(\.first) == outcome.groups.compactMap(\.first).sorted())
    }

    private func counts(_ outcome: MatchOutcome) -> String {
        var counts: [String: Int] = [:]
        for fate in outcome.fates {
            switch fate {
            case .create: counts["create", default: 0] += 1
            case .join(_, let evidence): counts["join \(evidence.rawValue)", default: 0] += 1
            case .review(let reason): counts["review \(reason.rawValue)", default: 0] += 1
            case .reject(let reason): counts["reject \(reason.code)", default: 0] += 1
            }
        }
        return counts.sorted { $0.key < $1.key }.map { "\($0.key) \($0.value)" }
            .joined(separator: ", ")
    }

    /// The person behind each record; the truth counts the rows of each source.
    private func truth() throws -> [Int] {
        let rows = try Fixtures.rows(of: Fixtures.file("migration/small/truth.csv")).rows
        var persons: [RowKey: Int] = [:]
        for row in rows {
            let record = try #require(Int(row.cells[2].prefix { $0 != ":" }))
            let source = row.cells[1] == "store" ? 0 : 1
            persons[RowKey(source: source, file: 0, record: record)] = Int(row.cells[0])
        }
        return try records.map { try #require(persons[$0.key]) }
    }

    private func pairs(_ groups: some Sequence<[Int]>) -> Set<[Int]> {
        var pairs: Set<[Int]> = []
        for group in groups {
            for (place, left) in group.enumerated() {
                for right in group[(place + 1)...] { pairs.insert([left, right]) }
            }
        }
        return pairs
    }
}
