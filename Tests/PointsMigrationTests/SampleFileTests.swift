import Foundation
import PointsCore
import PointsJSON
import PointsMigration
import Testing

struct SampleFileTests {
    private let today: CivilDate

    init() throws {
        today = try #require(CivilDate(year: 2026, month: 4, day: 1))
    }

    @Test(arguments: [
        ("store_pos.json", "store", "valid_points_sum"), ("ec_utf8.json", "ec", "points_sum"),
    ])
    func `adds up to the totals that are known`(_ name: String, _ source: String, _ sum: String)
        throws
    {
        let expected = try #require(
            try JSON(parsing: Fixtures.bytes("migration/samples/expected.json"))[source])
        let records = try Fixtures.records(mapping: name, asOf: today).records
        var totals = ControlTotals()
        for record in records { totals.add(record) }
        #expect(totals.rows == expected["data_rows"]?.exactInteger.map { Int($0) })
        #expect(totals.sum == expected[sum]?.exactInteger)
    }

    @Test func `reads the register as it is`() throws {
        let (_, records, rows) = try Fixtures.records(mapping: "store_pos.json", asOf: today)
        #expect(records.map(\.points) == [1_234, -300, 980, 560, 0, 123_456, -100, 1_234])
        #expect(records.map(\.line) == [2, 3, 4, 5, 6, 7, 9, 10])
        let rejections: [RejectReason?] = [
            nil, nil, .identityUnreadable(column: "会員番号", .tooShort),
            .identityUnreadable(column: "会員番号", .exponent), nil, nil, nil, nil,
        ]
        #expect(records.map(\.rejection) == rejections)
        #expect(records.map(\.isWithdrawn).filter(\.self).count == 1)
        #expect(
            records.map { $0.birthDate?.description } == [
                "1985-04-01", "1988-12-31", nil, "1975-06-15", "1989-01-08", nil, "2019-05-01",
                "1985-04-01",
            ])
        #expect(rows[records[5].key]?.cells[16] == "法人会員\r\n担当:\"佐藤\"様,経理")
        #expect(records[0].name == MemberName(written: ["高橋", "健太"], kana: ["タカハシ", "ケンタ"]))
    }

    @Test func `reads the shop with everything quoted`() throws {
        let (_, records, rows) = try Fixtures.records(mapping: "ec_utf8.json", asOf: today)
        #expect(records.map(\.points) == [500, 1_200, 30, 77, 0, -50])
        #expect(records[2].links == [MemberIdentity(kind: "store_card", value: "0000123464")])
        #expect(records[4].birthDate == nil && records[4].rejection == nil)
        #expect(rows[records[4].key]?.cells[1] == "\"weird,local\"@example.com")
        #expect(records[4].emails.first?.key == "\"weird,local\"@example.com")
        #expect(records[1].emails.first?.key == "sakuray@gmail.com")
    }

    @Test func `takes the dialect of EC-CUBE only where it must`() throws {
        let file = Fixtures.file("migration/samples/eccube_customer_sjiswin.csv")
        let error = #expect(throws: ReadError.self) {
            try FileSurvey.survey(file, format: FileFormat(encoding: .cp932, dialect: .rfc4180))
        }
        #expect(error?.code == "text_after_quote")
        let (survey, rows) = try Fixtures.rows(of: file)
        #expect(survey.format.dialect == .eccube && survey.format.encoding == .cp932)
        #expect(rows.count == 5)
        #expect(rows[1].cells[21] == "予約表\"重要\"あり")
        #expect(rows[2].cells[21] == "一行目\n二行目, \"引用\"")
        #expect(rows[4].cells[1...2] == ["能", "表"])
        #expect(rows[4].cells[21] == "C:\\path\\\"x\"")
        let records = try Fixtures.records(mapping: "eccube.json", asOf: today).records
        #expect(records.map(\.points) == [500, 1_200, 30, 0, -50])
    }

    @Test func `gives every sample row a fate`() throws {
        let records = try Fixtures.records(mapping: "samples.json", asOf: today).records
        let outcome = Matcher.match(records)
        let store: [Fate] = [
            .create(group: 0), .create(group: 1),
            .reject(.identityUnreadable(column: "会員番号", .tooShort)),
            .reject(.identityUnreadable(column: "会員番号", .exponent)),
            .create(group: 2), .create(group: 3), .create(group: 4),
            .reject(.duplicateRow(first: records[0].key)),
        ]
        let shop: [Fate] = [
            .join(group: 0, because: .link), .join(group: 1, because: .emailAndBirthDate),
            .create(group: 5), .create(group: 6), .create(group: 7),
            .join(group: 4, because: .link),
        ]
        #expect(outcome.fates == store + shop)
    }
}
