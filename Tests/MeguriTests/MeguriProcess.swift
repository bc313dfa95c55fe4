import Foundation
import Testing

/// A run of the built command.
final class MeguriProcess {
    private let process = Process()
    private let input = Pipe()
    private let output = Pipe()
    private let errors = Pipe()
    private var unread: [UInt8] = []

    /// What a run that has ended has left.
    struct Outcome {
        let status: Int32
        let output: String
        let errors: String
    }

    /// Starts the command that was built together with these tests.
    init(_ arguments: [String]) throws {
        let tests = try #require(Bundle.main.executableURL)
        process.executableURL = tests.deletingLastPathComponent().appendingPathComponent("meguri")
        process.arguments = arguments
        process.standardInput = input
        process.standardOutput = output
        process.standardError = errors
        try process.run()
    }

    /// Writes to its standard input.
    func send(_ text: String) throws {
        try input.fileHandleForWriting.write(contentsOf: Data(text.utf8))
    }

    /// The next line of its standard output; `nil` at the end.
    func nextLine() -> String? {
        MeguriProcess.nextLine(of: output, &unread)
    }

    /// The first line of its standard error that begins with some words.
    func complaint(beginning start: String) -> String? {
        var unread: [UInt8] = []
        while let line = MeguriProcess.nextLine(of: errors, &unread) {
            if line.hasPrefix(start) { return line }
        }
        return nil
    }

    /// Sends SIGTERM.
    func terminate() {
        process.terminate()
    }

    /// Ends its standard input and waits for its end.
    func finish() throws -> Outcome {
        try input.fileHandleForWriting.close()
        let rest = try output.fileHandleForReading.readToEnd() ?? Data()
        let complaints = try errors.fileHandleForReading.readToEnd() ?? Data()
        process.waitUntilExit()
        return Outcome(
            status: process.terminationReason == .exit ? process.terminationStatus : -1,
            output: String(decoding: unread + rest, as: UTF8.self),
            errors: String(decoding: complaints, as: UTF8.self))
    }

    /// Runs the command with all of its input at once.
    static func run(_ arguments: [String], input: String = "") throws -> Outcome {
        let process = try MeguriProcess(arguments)
        if !input.isEmpty { try process.send(input) }
        return try process.finish()
    }

    private static func nextLine(of pipe: Pipe, _ unread: inout [UInt8]) -> String? {
        while true {
            if let end = unread.firstIndex(of: UInt8(ascii: "\n")) {
                defer { unread.removeFirst(end + 1) }
                return String(decoding: unread[..<end], as: UTF8.self)
            }
            let more = pipe.fileHandleForReading.availableData
            guard !more.isEmpty else { return nil }
            unread += more
        }
    }
}
