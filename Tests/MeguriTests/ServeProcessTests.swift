import Foundation
import PointsJSON
import TestSupport
import Testing

/// The command as a server.
struct ServeProcessTests {
    private static let rules = Repository.path("fixtures/rules/check")

    private func serve(_ database: String, _ more: [String]) -> [String] {
        ["serve", "--db", database, "--rules", Self.rules] + more
    }

    @Test
    func `serves over HTTP and ends with 0 on SIGTERM`() throws {
        let folder = try TemporaryFolder()
        let socket = "unix:" + folder.path + "/s"
        let process = try MeguriProcess(
            serve(folder.database(), ["--listen", socket, "--insecure-no-auth"]))
        let listening = process.complaint(beginning: "meguri: listening on ")
        #expect(listening == "meguri: listening on \(socket)")
        let answer = try UnixClient(path: folder.path + "/s").exchange(
            "GET /livez HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n")
        #expect(answer.hasPrefix("HTTP/1.1 200 OK\r\n"))
        #expect(answer.hasSuffix("\r\n\r\n{\"status\":\"ok\",\"entries\":1}"))
        process.terminate()
        let outcome = try process.finish()
        #expect(outcome.status == 0)
        #expect(outcome.output.isEmpty)
        #expect(outcome.errors.hasSuffix("meguri: stopped\n"))
        #expect(!FileManager.default.fileExists(atPath: folder.path + "/s"))
    }

    @Test
    func `a port is chosen and told`() throws {
        let folder = try TemporaryFolder()
        let process = try MeguriProcess(
            serve(folder.database(), ["--listen", "127.0.0.1:0", "--insecure-no-auth"]))
        let listening = try #require(
            process.complaint(beginning: "meguri: listening on 127.0.0.1:"))
        #expect(Int(listening.split(separator: ":").last ?? "") ?? 0 > 0)
        process.terminate()
        #expect(try process.finish().status == 0)
    }

    @Test(arguments: [
        [], ["--listen", "127.0.0.1:0"], ["--listen", "0.0.0.0:0", "--insecure-no-auth"],
        ["--listen", "[::]:0", "--insecure-no-auth"],
        ["--listen", "nowhere", "--insecure-no-auth"],
    ])
    func `without keys it serves only this machine and only if told`(_ words: [String]) throws {
        let folder = try TemporaryFolder()
        let database = try folder.database()
        let outcome = try MeguriProcess.run(serve(database, words))
        #expect(outcome.status == 64)
        #expect(!FileManager.default.fileExists(atPath: database))
    }

    @Test
    func `an address that is taken ends with 73`() throws {
        let folder = try TemporaryFolder()
        let words = ["--listen", "unix:" + folder.path + "/s", "--insecure-no-auth"]
        let first = try MeguriProcess(serve(folder.database("a.db"), words))
        _ = first.complaint(beginning: "meguri: listening on ")
        let second = try MeguriProcess.run(serve(folder.database("b.db"), words))
        #expect(second.status == 73)
        first.terminate()
        #expect(try first.finish().status == 0)
    }
}
