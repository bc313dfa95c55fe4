import Foundation
import PointsCore
import PointsEngine
import Testing

struct ExportTests {
    private func text(of program: TestProgram) throws -> String {
        var text = ""
        try Engine.export(path: program.path, as: .hledger) { piece in
            text += piece
            return true
        }
        return text
    }

    @Test func `writes a small history in hledger's form`() throws {
        let program = try TestProgram()
        try program.execute([
            .join("a", card: .card(1)),
            .grant("gift; for, you", to: .card(1), 100, expiresOn: .day("2026-12-31")),
            .sale("s", to: .card(1), order: "1", yen: 1_100, redeem: 60),
            .hold("h", .card(1), 30),
            .sale("e", to: .card(1), order: "1", yen: 1_100, channel: "ec"),
            .sale("n", to: nil, order: "2", yen: 1_100),
        ])
        let old = "  ; lot:standard, granted:2026-06-01, expires:2026-12-31"
        let new = "  ; lot:standard, granted:2026-06-01, expires:2027-06-30"
        let expected = """
            commodity 1000. PT
            account equity:redeemed:ec-co
            account expenses:issued:ec-co
            account expenses:issued:store-co
            account liabilities:member:M1:available
            account liabilities:member:M1:held
            account liabilities:member:M1:pending

            2026-06-01 * (t_3) points.grant  ; key:gift for you
                expenses:issued:ec-co  100 PT
                liabilities:member:M1:available  -100 PT\(old)

            2026-06-01 * (t_4) purchase.record  ; key:s
                liabilities:member:M1:available  60 PT\(old)
                equity:redeemed:ec-co  -60 PT
                expenses:issued:store-co  9 PT
                liabilities:member:M1:available  -9 PT\(new)

            2026-06-01 * (t_5) hold.place  ; key:h
                liabilities:member:M1:available  30 PT = -19 PT\(old)
                liabilities:member:M1:held  -30 PT = -30 PT\(old)

            2026-06-01 * (t_6) purchase.record  ; key:e
                expenses:issued:ec-co  10 PT
                liabilities:member:M1:pending  -10 PT = -10 PT\(new)

            """
        let written = try text(of: program)
        #expect(written == expected)
    }

    @Test func `stops when the reader has gone`() throws {
        let program = try TestProgram()
        try program.execute([.join("a", card: .card(1)), .grant("b", to: .card(1), 5)])
        var pieces = 0
        try Engine.export(path: program.path, as: .hledger) { _ in
            pieces += 1
            return pieces < 2
        }
        #expect(pieces == 2)
    }

    @Test func `asserts the last balance on the last day and not on the last line`() throws {
        let program = try TestProgram()
        try program.execute([.join("a", card: .card(1)), .grant("b", to: .card(1), 5)])
        program.now = .tokyo("06-03 12:00")
        try program.receipt(.grant("c", to: .card(1), 5))
        try program.receipt(.grant("d", to: .card(1), 5, at: .tokyo("06-02 12:00")))
        let lines = try text(of: program).split(separator: "\n")
        let asserting = lines.indices.filter { lines[$0].contains(" = ") }
        #expect(asserting.count == 1)
        let line = try #require(asserting.first)
        #expect(lines[line].contains(" -5 PT = -15 PT"))
        #expect(lines[..<line].last { $0.hasPrefix("2026-") }?.hasPrefix("2026-06-03") == true)
    }

    @Test func `writes every random history so that each transaction is balanced`() throws {
        let program = try TestProgram()
        var history = RandomHistory(seed: 31)
        try history.run(on: program, batches: 30)
        let blocks = try text(of: program).components(separatedBy: "\n\n").dropFirst()
        #expect(blocks.count > 50)
        for block in blocks {
            let amounts = block.split(separator: "\n").dropFirst().compactMap { line in
                line.components(separatedBy: " PT").first?.split(separator: " ").last
                    .flatMap { Int64($0) }
            }
            #expect(amounts.count >= 2)
            #expect(amounts.reduce(0, +) == 0, "\(block)")
        }
        if let file = ProcessInfo.processInfo.environment["EXPORT_TO"] {
            try text(of: program).write(toFile: file, atomically: true, encoding: .utf8)
        }
    }
}
