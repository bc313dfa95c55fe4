import Foundation
import PointsCore
import PointsStore
import Testing

/// How consents were given is personal data: it stands apart from the journal and goes with the person.
struct ConsentEvidenceTests {
    private static let evidence = ConsentEvidence(values: [
        "place": "counter-secret", "text": "text-secret", "form": "form-secret",
        "ip": "192.0.2.77", "userAgent": "browser-secret", "note": "note-secret",
    ])

    private func member(of program: TestProgram) throws -> MemberID {
        let id = try #require(try program.receipt(.join("a", card: .card(1))).member).id
        try program.receipt(
            .consent(
                "b", .id(id),
                [ConsentAnswer(topic: ConsentProgram.email, version: "1", isGranted: true)],
                evidence: Self.evidence))
        return id
    }

    private func erasing(after days: Int) throws -> TestProgram {
        try TestProgram(
            ConsentProgram.source([
                #""erasePersonalDataAfterDays": 30"#: #""erasePersonalDataAfterDays": \#(days)"#
            ]))
    }

    @Test func `is shown with its answers and stands in no entry and no folded row`() throws {
        let program = try TestProgram(ConsentProgram.source())
        let id = try member(of: program)
        #expect(try program.consents(of: .id(id)).history.first?.evidence == Self.evidence)
        try program.close(flushing: true)
        let database = try Database(path: program.path, mode: .reading)
        let tables: [StaticString] = [
            "SELECT body FROM journal", "SELECT body FROM members", "SELECT body FROM days",
            "SELECT content FROM keys", "SELECT program FROM projection",
        ]
        for sql in tables {
            let select = try database.statement(sql)
            while try select.step() {
                let text = String(decoding: select.bytes(0), as: UTF8.self)
                for secret in Self.evidence.values.values { #expect(!text.contains(secret)) }
            }
        }
    }

    @Test func `is erased at once with who leaves, where the program says so`() throws {
        let program = try erasing(after: 0)
        let id = try member(of: program)
        #expect(try program.number("SELECT count(*) FROM consent_evidence") == 1)
        try program.receipt(.withdraw("w", .id(id)))
        #expect(try program.number("SELECT count(*) FROM consent_evidence") == 0)
        let past = try program.consents(of: .id(id)).history
        #expect(past.map(\.answers.count) == [1])
        #expect(past.first?.evidence == nil)
        #expect(try program.verification().differences == [])
        try program.close(flushing: true)
        let bytes = try Data(contentsOf: URL(fileURLWithPath: program.path))
        #expect(bytes.range(of: Data("counter-secret".utf8)) == nil)
    }

    @Test func `is erased when the day on which it is due is closed`() throws {
        let program = try erasing(after: 2)
        let id = try member(of: program)
        try program.receipt(.withdraw("w", .id(id)))
        program.now = .tokyo("06-04 12:00")
        var kept: [Int64] = []
        for day in 1...4 {
            try program.receipt(.close("z\(day)", "2026-06-0\(day)"))
            kept.append(try program.number("SELECT count(*) FROM consent_evidence"))
        }
        #expect(kept == [1, 1, 0, 0])
    }
}
