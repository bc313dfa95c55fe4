import Foundation
import PointsJSON
import TestSupport
import Testing

/// Whole days over the pipe, byte for byte.
///
/// With `MEGURI_RECORD=1` in the environment the files, and the examples in
/// `Documentation/protocol.md`, are written anew from what the command answers; every number in
/// them is to be worked out by hand before they are kept.
@Suite(.serialized)
struct TranscriptTests {
    @Test(arguments: Transcript.names)
    func `answers a day as it is written down`(_ name: String) throws {
        let folder = try TemporaryFolder()
        var transcript = try Transcript(named: name)
        let requests = transcript.exchanges.map { $0.request + "\n" }.joined()
        let outcome = try MeguriProcess.run(
            [
                "stdio", "--db", folder.database(), "--rules",
                Repository.path(Transcript.rules(of: name)), "--clock", "2026-06-10T12:00:00+09:00",
                "--seed", "1",
            ], input: requests)
        let replies = outcome.output.split(separator: "\n").map(String.init)
        #expect(outcome.status == 0)
        #expect(outcome.errors.isEmpty)
        try #require(replies.count == transcript.exchanges.count)
        if ProcessInfo.processInfo.environment["MEGURI_RECORD"] == "1" {
            for index in replies.indices { transcript.exchanges[index].reply = replies[index] }
            try transcript.write(named: name)
            try transcript.refresh(page: "Documentation/protocol.md")
        }
        for (exchange, reply) in zip(transcript.exchanges, replies) {
            #expect(reply == exchange.reply, "\(exchange.request)")
        }
    }

    @Test(arguments: Transcript.names)
    func `requests are numbered in their order`(_ name: String) throws {
        let transcript = try Transcript(named: name)
        #expect(!transcript.exchanges.isEmpty)
        for (index, exchange) in transcript.exchanges.enumerated() {
            let number = JSON.integer(Int64(index + 1))
            #expect(try JSON(parsing: exchange.request)["id"] == number)
            #expect(try JSON(parsing: exchange.reply)["id"] == number)
        }
    }
}
