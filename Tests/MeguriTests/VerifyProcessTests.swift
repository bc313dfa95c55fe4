import Foundation
import TestSupport
import Testing

/// `verify` and `rebuild` as processes: what they say, what they leave and how they end.
struct VerifyProcessTests {
    private static let rules = Repository.path("fixtures/rules/check")

    /// A database in which somebody joined and was given points.
    private func database(in folder: TemporaryFolder) throws -> String {
        let database = try folder.database()
        let requests = """
            {"jsonrpc":"2.0","id":1,"method":"member.join","params":{"channel":"store",\
            "identities":[{"kind":"ec_account","value":"a"}],"idempotencyKey":"j"}}
            {"jsonrpc":"2.0","id":2,"method":"points.grant","params":{"member":{"kind":"ec_account",\
            "value":"a"},"points":5,"reason":"x","idempotencyKey":"g"}}

            """
        let outcome = try MeguriProcess.run(
            ["stdio", "--db", database, "--rules", Self.rules], input: requests)
        #expect(outcome.status == 0 && !outcome.output.contains("error"), "\(outcome.output)")
        return database
    }

    private func change(_ database: String, _ sql: String) throws {
        let shell = Process()
        shell.executableURL = URL(fileURLWithPath: "/usr/bin/env")
        shell.arguments = [
            "python3", "-c",
            "import sqlite3, sys; c = sqlite3.connect(sys.argv[1]); c.executescript(sys.argv[2])",
            database, sql,
        ]
        try shell.run()
        shell.waitUntilExit()
        try #require(shell.terminationStatus == 0)
    }

    @Test
    func `verifies everything once and then what is new`() throws {
        let folder = try TemporaryFolder()
        let database = try database(in: folder)
        let first = try MeguriProcess.run(["verify", "--db", database, "--since-last"])
        #expect(first.status == 0)
        #expect(
            first.errors == "meguri: everything is verified, because nothing was verified before\n")
        #expect(first.output.hasPrefix("3 transactions"))
        let second = try MeguriProcess.run(["verify", "--db", database, "--since-last"])
        #expect(second.status == 0)
        #expect(second.errors == "meguri: verified after entry 3\n")
        #expect(second.output.hasPrefix("0 transactions"))
        let whole = try MeguriProcess.run(["verify", "--db", database])
        #expect(whole.status == 0 && whole.errors.isEmpty)
        #expect(whole.output.hasPrefix("3 transactions"))
    }

    @Test
    func `compares, names what differs, and mends it`() throws {
        let folder = try TemporaryFolder()
        let database = try database(in: folder)
        let files = try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted()
        let same = try MeguriProcess.run(["rebuild", "--db", database, "--compare"])
        #expect(same.status == 0)
        #expect(same.output == "Every projection is what 3 entries come to.\n")
        try change(database, "DELETE FROM keys WHERE key = 'g'")
        let differs = try MeguriProcess.run(["rebuild", "--db", database, "--compare"])
        #expect(differs.status == 1)
        #expect(
            differs.errors.hasPrefix(
                #"meguri: The first difference: keys "g": the journal says x'"#))
        #expect(differs.errors.hasSuffix(" 3; the table has no such row.\n"))
        let left = try FileManager.default.contentsOfDirectory(atPath: folder.path)
        #expect(left.filter { !$0.hasSuffix("-wal") && !$0.hasSuffix("-shm") }.sorted() == files)
        let mended = try MeguriProcess.run(["rebuild", "--db", database])
        #expect(mended.status == 0)
        #expect(mended.output == "All projections are folded anew from 3 entries.\n")
        #expect(try MeguriProcess.run(["rebuild", "--db", database, "--compare"]).status == 0)
        #expect(try MeguriProcess.run(["verify", "--db", database]).status == 0)
    }

    @Test
    func `a rebuild beside a server ends with 75, a comparison does not`() throws {
        let folder = try TemporaryFolder()
        let database = try database(in: folder)
        let server = try MeguriProcess(["stdio", "--db", database, "--rules", Self.rules])
        try server.send(#"{"jsonrpc":"2.0","id":1,"method":"system.health"}"# + "\n")
        _ = server.nextLine()
        #expect(try MeguriProcess.run(["rebuild", "--db", database]).status == 75)
        #expect(try MeguriProcess.run(["rebuild", "--db", database, "--compare"]).status == 0)
        #expect(try MeguriProcess.run(["verify", "--db", database, "--since-last"]).status == 0)
        #expect(try server.finish().status == 0)
    }
}
