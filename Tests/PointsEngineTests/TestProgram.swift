import Foundation
import PointsCore
import PointsRules
import PointsStore
import TestSupport
import Testing

@testable import PointsEngine

/// A program in a folder of its own, with an engine whose clock and chance the test sets.
final class TestProgram {
    /// What the engine's clock shows.
    var now: Instant {
        get { clock.now }
        set { clock.now = newValue }
    }
    let folder: TemporaryFolder
    private let clock = Clock()
    /// The rules that it is opened under.
    var rules: RulesSource
    private var opened: Engine?

    private final class Clock {
        var now = Instant.noon
        var generator = SeededGenerator(seed: 1)
    }

    convenience init(_ changes: [String: String] = [:]) throws {
        try self.init(CheckRules.source(changes))
    }

    init(_ rules: RulesSource) throws {
        folder = try TemporaryFolder()
        self.rules = rules
        try open()
    }

    /// A program on a disk that can fail; opened at once unless told otherwise.
    init(on disk: FaultyDisk, isOpen: Bool = true) throws {
        folder = disk.folder
        rules = try CheckRules.source()
        if isOpen { try open() }
    }

    /// What goes on from the files that were found after the power had been cut for another program; not open yet.
    init(after other: TestProgram, files: [String: [UInt8]], on disk: FaultyDisk? = nil) throws {
        folder = try disk?.folder ?? TemporaryFolder()
        rules = other.rules
        clock.now = other.now
        clock.generator = other.clock.generator
        for (name, bytes) in files {
            try Data(bytes).write(to: URL(filePath: folder.path + "/" + name))
        }
    }

    /// A program that goes on from the files of another, as they are at this moment on disk.
    init(copying other: TestProgram, _ change: (Database) throws -> Void = { _ in }) throws {
        folder = try TemporaryFolder()
        rules = other.rules
        clock.now = other.now
        for end in ["", "-wal", ".key"]
        where FileManager.default.fileExists(atPath: other.path + end) {
            try FileManager.default.copyItem(atPath: other.path + end, toPath: path + end)
        }
        try raw(change)
        try open()
    }

    var path: String { folder.path + "/program.db" }

    /// The rules that were given to it.
    var ruleset: Ruleset { rules.ruleset }

    var engine: Engine {
        get throws { try #require(opened) }
    }
}

// MARK: - Opening and closing

extension TestProgram {
    func open() throws {
        let clock = clock
        opened = try Engine(
            path: path,
            setup: EngineSetup(
                rules: rules, readRules: CheckRules.read, checkRules: RulesetSource.check,
                compareRules: CheckRules.compare, clock: { clock.now },
                randomBits: { clock.generator.next() }))
    }

    /// Lets the engine go; without a flush, as if the process had ended there.
    func close(flushing: Bool) throws {
        if flushing { try engine.close() }
        opened = nil
    }

    func reopen(flushing: Bool) throws {
        try close(flushing: flushing)
        try open()
    }

    /// Works on the file through a connection of its own, as a stranger would.
    func raw(_ change: (Database) throws -> Void) throws {
        try change(Database(path: path, mode: .writing))
    }

    /// The number that a query for one number gives on what is committed.
    func number(_ sql: StaticString) throws -> Int64 {
        try Database(path: path, mode: .reading).number(sql)
    }

    var entryCount: Int64 {
        get throws { try number("SELECT count(*) FROM journal") }
    }
}

// MARK: - Asking

extension TestProgram {
    @discardableResult
    func execute(_ commands: [Command]) throws -> [Result<Reply, Refusal>] {
        try engine.execute(commands)
    }

    /// The answer to a command that is not refused.
    @discardableResult
    func reply(to command: Command) throws -> Reply {
        try #require(try execute([command]).first).get()
    }

    /// The receipt of a command that is not refused.
    @discardableResult
    func receipt(_ command: Command) throws -> Receipt {
        try #require(try reply(to: command).receipt)
    }

    /// Why a command is refused; `nil` if it is not.
    func refusal(_ command: Command) throws -> Refusal? {
        try execute([command]).first?.refusal
    }

    func balance(_ card: String, at: Instant? = nil, recordedBy: Instant? = nil) throws -> Balance {
        let reply = try reply(to: .balance(of: card, at: at, recordedBy: recordedBy))
        guard case .balance(_, let balance) = reply else { throw Refusal.internalFault("\(reply)") }
        return balance
    }

    func verification() throws -> Verification {
        let reply = try reply(to: .verify)
        guard case .verification(let found) = reply else { throw Refusal.internalFault("\(reply)") }
        return found
    }
}

// MARK: - Looking behind the door

extension TestProgram {
    /// A member's state by row number.
    func member(_ number: Int64) throws -> Member {
        try #require(try engine.projections.member(number))
    }

    func id(of number: Int64) throws -> MemberID { try member(number).id }
}
