import Foundation
import PointsCore
import PointsStore
import Testing

struct PersonalDataTests {
    private static let secrets = [
        "yamada", "taro@example.jp", "09012345678", "4900000000077", "Yokohama",
    ]

    private func person(on program: TestProgram) throws -> MemberID {
        let profile = Profile(values: ["familyName": "yamada", "address": "Yokohama"])
        let joined = try program.receipt(
            .join(
                "a",
                [
                    IdentityClaim(kind: "email", value: "taro@example.jp"),
                    IdentityClaim(kind: "phone", value: "09012345678"),
                ], profile: profile))
        let id = try #require(joined.member).id
        let card = IdentityClaim(kind: "store_card", value: "4900000000077")
        try program.receipt(.link("b", .id(id), card))
        try program.receipt(.grant("c", to: card.value, 50))
        try program.receipt(.sale("d", to: card.value, order: "1", yen: 1_100, redeem: 5))
        return id
    }

    @Test func `is in no entry and no folded row`() throws {
        let program = try TestProgram()
        let id = try person(on: program)
        try program.receipt(.withdraw("e", .id(id)))
        try program.receipt(.rejoin("f", card: "4900000000077"))
        try program.close(flushing: true)
        let database = try Database(path: program.path, mode: .reading)
        let tables: [StaticString] = [
            "SELECT body FROM journal", "SELECT body FROM members", "SELECT body FROM purchases",
            "SELECT body FROM days", "SELECT content FROM keys", "SELECT key FROM keys",
            "SELECT program FROM projection", "SELECT hash FROM recognitions",
            "SELECT \"order\" FROM orders",
        ]
        for sql in tables {
            let select = try database.statement(sql)
            while try select.step() {
                let text = String(decoding: select.bytes(0), as: UTF8.self)
                for secret in Self.secrets { #expect(!text.contains(secret), "\(sql)") }
            }
        }
        // The search itself can find something.
        #expect(
            try database.number("SELECT count(*) FROM identities WHERE value = '4900000000077'")
                == 1)
    }

    @Test func `releases the identities of who leaves and knows them by a hash`() throws {
        let program = try TestProgram()
        let id = try person(on: program)
        try program.receipt(.withdraw("e", .id(id)))
        #expect(try program.number("SELECT count(*) FROM identities") == 0)
        #expect(try program.number("SELECT count(*) FROM recognitions") == 3)
        let other = try program.receipt(.join("f", card: .card(5)))
        #expect(other.member?.id != id)
        let back = try program.receipt(.rejoin("g", card: "4900000000077"))
        #expect(back.isRecognised)
        #expect(back.member?.id == id)
        #expect(back.entry.after.available == 54)
    }

    @Test func `previews leaving without a trace`() throws {
        let program = try TestProgram()
        let id = try person(on: program)
        let before = try Snapshot(program.engine)
        let preview = try program.receipt(.withdraw("", .id(id), preview: true))
        #expect(preview.isPreview)
        #expect(try Snapshot(program.engine) == before)
        let left = try program.receipt(.withdraw("e", .id(id)))
        guard case .withdrawn(let shown) = preview.entry.event,
            case .withdrawn(let lost) = left.entry.event
        else { return }
        #expect(shown == lost)
        #expect(lost.forfeited == 54)
    }

    @Test func `recognises nobody after the months for which the program does`() throws {
        let program = try TestProgram()
        let id = try person(on: program)
        try program.receipt(.withdraw("e", .id(id)))
        program.now = try #require(Instant("2028-06-02T12:00:00+09:00"))
        let back = try program.receipt(.rejoin("g", card: "4900000000077"))
        #expect(!back.isRecognised)
        #expect(back.member?.id != id)
    }

    @Test func `erases the profile at once where the program says so`() throws {
        let program = try TestProgram([
            #""erasePersonalDataAfterDays": 30"#: #""erasePersonalDataAfterDays": 0"#
        ])
        let id = try person(on: program)
        #expect(try program.number("SELECT count(*) FROM profiles") == 1)
        try program.receipt(.withdraw("e", .id(id)))
        #expect(try program.number("SELECT count(*) FROM profiles") == 0)
    }

    @Test func `erases the profile when the day on which it is due is closed`() throws {
        let program = try TestProgram([
            #""erasePersonalDataAfterDays": 30"#: #""erasePersonalDataAfterDays": 2"#
        ])
        let id = try person(on: program)
        try program.receipt(.withdraw("e", .id(id)))
        program.now = .tokyo("06-04 12:00")
        var kept: [Int64] = []
        for day in 1...4 {
            try program.receipt(.close("z\(day)", "2026-06-0\(day)"))
            kept.append(try program.number("SELECT count(*) FROM profiles"))
        }
        // The third of June is two days after the first.
        #expect(kept == [1, 1, 0, 0])
    }

    @Test func `keeps the profile of a member who came back`() throws {
        let program = try TestProgram([
            #""erasePersonalDataAfterDays": 30"#: #""erasePersonalDataAfterDays": 2"#
        ])
        let id = try person(on: program)
        try program.receipt(.withdraw("e", .id(id)))
        try program.receipt(.rejoin("f", card: "4900000000077"))
        program.now = .tokyo("06-04 12:00")
        for day in 1...4 { try program.receipt(.close("z\(day)", "2026-06-0\(day)")) }
        #expect(try program.number("SELECT count(*) FROM profiles") == 1)
    }

    @Test func `is not in the file once an identity was released`() throws {
        let program = try TestProgram()
        let id = try person(on: program)
        try program.receipt(.withdraw("e", .id(id)))
        try program.close(flushing: true)
        // The log was written back and cut when the connection went; deleted rows are overwritten in the pages.
        let bytes = try Data(contentsOf: URL(fileURLWithPath: program.path))
        #expect(bytes.range(of: Data("taro@example.jp".utf8)) == nil)
        #expect(bytes.range(of: Data("yamada".utf8)) != nil)
    }
}
