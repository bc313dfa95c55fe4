import Foundation
import PointsCore
import PointsEngine
import Testing

struct ExportTests {
    private func text(
        of program: TestProgram, as format: ExportFormat = .hledger,
        members: ClosedRange<Int64> = 0...Int64.max
    ) throws -> String {
        var text = ""
        let request = ExportRequest(
            format: format, members: members, readRules: CheckRules.read)
        try Engine.export(path: program.path, request) { piece in
            text += piece
            return true
        }
        return text
    }

    /// A member with a grant, a sale that redeems, a hold and pending points; and a sale to nobody.
    private func smallProgram() throws -> TestProgram {
        let program = try TestProgram()
        try program.execute([
            .join("a", card: .card(1)),
            .grant("gift; \"for\", you", to: .card(1), 100, expiresOn: .day("2026-12-31")),
            .sale("s", to: .card(1), order: "1", yen: 1_100, redeem: 60),
            .hold("h", .card(1), 30),
            .sale("e", to: .card(1), order: "1", yen: 1_100, channel: "ec"),
            .sale("n", to: nil, order: "2", yen: 1_100),
        ])
        return program
    }

    @Test func `writes a small history in hledger's form`() throws {
        let old = "  ; lot:standard, granted:2026-06-01, expires:2026-12-31"
        let new = "  ; lot:standard, granted:2026-06-01, expires:2027-06-30"
        let expected = """
            ; members 0 on, as of entry 7
            commodity 1000. PT
            account equity:redeemed:ec-co
            account expenses:issued:ec-co
            account expenses:issued:store-co
            account liabilities:member:M1:available
            account liabilities:member:M1:held
            account liabilities:member:M1:pending

            2026-06-01 * (t_3) points.grant  ; key:gift "for" you
                expenses:issued:ec-co  100 PT
                liabilities:member:M1:available  -100 PT\(old)

            2026-06-01 * (t_4) purchase.record  ; key:s
                liabilities:member:M1:available  60 PT\(old)
                equity:redeemed:ec-co  -60 PT
                expenses:issued:store-co  9 PT
                liabilities:member:M1:available  -9 PT\(new)

            2026-06-01 * (t_5) hold.place  ; key:h
                liabilities:member:M1:available  30 PT\(old)
                liabilities:member:M1:held  -30 PT\(old)

            2026-06-01 * (t_6) purchase.record  ; key:e
                expenses:issued:ec-co  10 PT
                liabilities:member:M1:pending  -10 PT\(new)

            2026-06-01 * balances
                equity:redeemed:ec-co  0 PT = -60 PT
                expenses:issued:ec-co  0 PT = 110 PT
                expenses:issued:store-co  0 PT = 9 PT

            2026-06-01 * balances
                liabilities:member:M1:available  0 PT = -19 PT
                liabilities:member:M1:held  0 PT = -30 PT
                liabilities:member:M1:pending  0 PT = -10 PT

            """
        let written = try text(of: smallProgram())
        #expect(written == expected)
    }

    @Test func `writes a small history in beancount's form`() throws {
        let written = try text(of: smallProgram(), as: .beancount)
        let start = """
            ; members 0 on, as of entry 7
            2026-06-01 commodity PT
            2026-06-01 open Equity:Redeemed:Ec-co PT
            2026-06-01 open Expenses:Issued:Ec-co PT
            2026-06-01 open Expenses:Issued:Store-co PT
            2026-06-01 open Liabilities:Member:M1:Available PT
            2026-06-01 open Liabilities:Member:M1:Held PT
            2026-06-01 open Liabilities:Member:M1:Pending PT

            2026-06-01 * "points.grant" "" ^t_3
              key: "gift; \\"for\\", you"
              Expenses:Issued:Ec-co  100 PT
              Liabilities:Member:M1:Available  -100 PT
                lot: "standard"
                granted: 2026-06-01
                expires: 2026-12-31

            2026-06-01 * "purchase.record" "" ^t_4

            """
        let end = """
              Expenses:Issued:Ec-co  10 PT
              Liabilities:Member:M1:Pending  -10 PT
                lot: "standard"
                granted: 2026-06-01
                expires: 2027-06-30

            2026-06-02 balance Equity:Redeemed:Ec-co -60 PT
            2026-06-02 balance Expenses:Issued:Ec-co 110 PT
            2026-06-02 balance Expenses:Issued:Store-co 9 PT

            2026-06-02 balance Liabilities:Member:M1:Available -19 PT
            2026-06-02 balance Liabilities:Member:M1:Held -30 PT
            2026-06-02 balance Liabilities:Member:M1:Pending -10 PT

            """
        #expect(written.hasPrefix(start))
        #expect(written.hasSuffix(end))
    }

    @Test func `writes a row a posting, with quotes where a cell needs them`() throws {
        let rows = try text(of: smallProgram(), as: .csv).components(separatedBy: "\r\n")
        #expect(rows.count == 12 && rows.last == "")
        #expect(rows[0].hasPrefix("transaction,type,command,businessDay,occurredAt,recordedAt,"))
        let hash = Hexadecimal.text(of: try CheckRules.source().ruleset.hash)
        let time = "2026-06-01,2026-06-01T12:00:00+09:00,2026-06-01T12:00:00+09:00"
        #expect(
            rows[2] == """
                t_3,points.grant,points.grant,\(time),M1,available,,,100,standard,ec-co,\
                2026-06-01,2026-12-31,,,,,,,,,t_1,\(hash),"gift; ""for"", you",100,0,0,0
                """)
        #expect(
            rows[4] == """
                t_4,purchase.record,purchase.record,\(time),M1,redeemed,ec-co,,60,,,\
                ,,,p_4,1,store,store-co,,,,t_1,\(hash),s,49,0,0,0
                """)
        #expect(rows[8].contains(",M1,held,,,30,standard,ec-co,2026-06-01,2026-12-31,h_5,,,,"))
        #expect(rows[10].contains(",M1,pending,,,10,standard,ec-co,2026-06-01,2027-06-30,p_6,p_6,"))
    }

    @Test(arguments: ExportFormat.allCases)
    func `stops when the reader has gone`(_ format: ExportFormat) throws {
        let program = try smallProgram()
        var pieces = 0
        try Engine.export(
            path: program.path, ExportRequest(format: format, readRules: CheckRules.read)
        ) { _ in
            pieces += 1
            return pieces < 3
        }
        #expect(pieces == 3)
    }

    @Test func `asserts the last balance after the last day and not after the last entry`() throws {
        let program = try TestProgram()
        try program.execute([.join("a", card: .card(1)), .grant("b", to: .card(1), 5)])
        program.now = .tokyo("06-03 12:00")
        try program.receipt(.grant("c", to: .card(1), 5))
        try program.receipt(.grant("d", to: .card(1), 5, at: .tokyo("06-02 12:00")))
        let end = """
            2026-06-03 * balances
                liabilities:member:M1:available  0 PT = -15 PT

            """
        #expect(try text(of: program).hasSuffix(end))
        #expect(
            try text(of: program, as: .beancount).hasSuffix(
                "2026-06-04 balance Liabilities:Member:M1:Available -15 PT\n"))
    }

    @Test(arguments: [
        (ExportFormat.hledger, "account (expenses:[a-z0-9:-]+)\n"),
        (.beancount, "open (Expenses(?::[A-Z0-9][A-Za-z0-9-]*)+) PT\n"),
    ])
    func `gives companies names that every tool takes and keeps them apart`(
        _ format: ExportFormat, _ pattern: String
    ) throws {
        let program = try TestProgram([
            #""companies": {"store-co": {}"#: #""companies": {"store: co": {}, "storeco": {}"#,
            #""store": {"company": "store-co"}"#: #""store": {"company": "store: co"}"#,
            #""ec": {"company": "ec-co"}"#: #""ec": {"company": "storeco"}"#,
        ])
        try program.execute([
            .join("a", card: .card(1)), .sale("s", to: .card(1), order: "1", yen: 1_100),
            .sale("e", to: .card(1), order: "1", yen: 1_100, channel: "ec"),
        ])
        let form = try Regex(pattern, as: (Substring, Substring).self)
        let names = try text(of: program, as: format).matches(of: form).map { $0.1.lowercased() }
        #expect(names.count == 2)
        #expect(names.first == "expenses:issued:storeco")
        #expect(names.last?.hasPrefix("expenses:issued:storecox") == true)
    }
}

// MARK: - Random histories

extension ExportTests {
    /// Amounts of each transaction in hledger's form.
    private func amounts(in text: String) -> [[Int64]] {
        text.components(separatedBy: "\n\n").dropFirst().map { block in
            block.split(separator: "\n").dropFirst().compactMap { line in
                line.components(separatedBy: " PT").first?.split(separator: " ").last
                    .flatMap { Int64($0) }
            }
        }
    }

    private func randomProgram() throws -> TestProgram {
        let program = try TestProgram()
        var history = RandomHistory(seed: 31)
        try history.run(on: program, batches: 30)
        return program
    }

    @Test func `writes every random history so that each transaction is balanced`() throws {
        let transactions = try amounts(in: text(of: randomProgram()))
        #expect(transactions.count > 50)
        for amounts in transactions {
            #expect(!amounts.isEmpty)
            #expect(amounts.reduce(0, +) == 0)
        }
    }

    @Test(arguments: ExportFormat.allCases)
    func `shards by member hold together every transaction once`(_ format: ExportFormat) throws {
        let program = try randomProgram()
        func transactions(_ members: ClosedRange<Int64>) throws -> [Substring] {
            let mark: Character = format == .beancount ? "^" : "t"
            return try text(of: program, as: format, members: members)
                .split(whereSeparator: { " (),\r\n".contains($0) })
                .filter { $0.first == mark && $0.contains("t_") }
        }
        let shards = try [0...3, 4...4, 5...Int64.max].map(transactions)
        #expect(shards.allSatisfy { !$0.isEmpty })
        #expect(try shards.joined().sorted() == transactions(0...Int64.max).sorted())
    }

    @Test func `each shard asserts what its own transactions come to`() throws {
        let program = try randomProgram()
        for members in [0...3, 4...4, 5...Int64.max] as [ClosedRange<Int64>] {
            var sums: [Substring: Int64] = [:]
            var asserted: [Substring: Int64] = [:]
            for line in try text(of: program, members: members).split(separator: "\n")
            where line.hasPrefix("    ") {
                let words = line.split(separator: " ")
                let points = try #require(Int64(words[1]))
                sums[words[0], default: 0] += points
                if words.count == 6, words[3] == "=" {
                    asserted[words[0]] = Int64(words[4])
                }
            }
            #expect(!sums.isEmpty)
            #expect(asserted == sums)
        }
    }

    @Test(arguments: ExportFormat.allCases)
    func `a shard of nobody is whole and empty`(_ format: ExportFormat) throws {
        let text = try text(of: smallProgram(), as: format, members: 9...9)
        #expect(text.split(separator: "\n").count == 1)
    }
}
