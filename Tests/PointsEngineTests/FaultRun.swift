import PointsCore
import PointsEngine
import PointsStore
import TestSupport

/// One engine at random work on a disk that fails or loses its power at a random call, and what is found afterwards.
struct FaultRun {
    private let disk: FaultyDisk
    private let program: TestProgram
    private let mode: FaultMode
    private var generator: SeededGenerator
    private var history: RandomHistory
    /// What was answered as done, with its entry.
    private var acknowledged: [(command: Command, entry: Entry)] = []
    /// What was sent when the disk failed, and not acknowledged.
    private var inFlight: [Command] = []

    /// What was found.
    struct Findings {
        var acknowledged = 0
        /// Acknowledged, and not there or not the same any more.
        var lost = 0
        /// What cannot be, in words.
        var corruptions: [String] = []
    }

    init(_ mode: FaultMode, seed: UInt64) throws {
        self.mode = mode
        generator = SeededGenerator(seed: seed)
        history = RandomHistory(seed: generator.next())
        disk = try FaultyDisk(seed: generator.next(), lyingAbout: mode.lies)
        program = try TestProgram(on: disk, isOpen: false)
    }

    /// Lets the engine work until the fault, and somewhat longer; then looks at what is on the plate.
    mutating func run() throws -> Findings {
        disk.follow(mode.plan(after: Int.random(in: 0..<Self.callsMax, using: &generator)))
        if isOpened(program) { try work() }
        var files = disk.image(losing: mode.loss)
        if mode.isPowerCut, Bool.random(using: &generator) { files = try cutAgain(files) }
        return look(at: files)
    }

    /// Calls among which the one is chosen that fails: more than opening a database and half of the work take.
    private static let callsMax = 400
    private static let batches = 16

    private func isOpened(_ program: TestProgram) -> Bool {
        do {
            try program.open()
            return true
        } catch {
            // No database was made, or it could not be read: nothing can have been acknowledged since.
            return false
        }
    }

    private mutating func work() throws {
        for _ in 0..<Self.batches {
            if Int.random(in: 0..<4, using: &generator) == 0 {
                // A flush, and the log written back by the last connection that is closed.
                try? program.close(flushing: true)
                guard isOpened(program) else { return }
            }
            let commands = history.batch(at: program.now)
            let replies = try program.execute(commands)
            history.learn(from: replies, to: commands)
            for (command, reply) in zip(commands, replies) {
                if let receipt = reply.receipt, !receipt.isPreview {
                    acknowledged.append((command, receipt.entry))
                } else if reply.refusal?.code == .storageFailure, command.action.isChange {
                    inFlight.append(command)
                }
            }
            program.now = history.later(than: program.now)
        }
    }

    /// The power fails again while the database is opened and the log read.
    private mutating func cutAgain(_ files: [String: [UInt8]]) throws -> [String: [UInt8]] {
        let second = try FaultyDisk(seed: generator.next())
        let recovering = try TestProgram(after: program, files: files, on: second)
        second.follow(mode.plan(after: Int.random(in: 0..<20, using: &generator)))
        if isOpened(recovering) { try? recovering.close(flushing: true) }
        return second.image(losing: mode.loss)
    }

    // MARK: What is found

    private func look(at files: [String: [UInt8]]) -> Findings {
        var findings = Findings(acknowledged: acknowledged.count)
        do {
            // A folder of its own: no connection, lock or index of the writer's is near.
            let found = try TestProgram(after: program, files: files)
            try found.open()
            try check(found, &findings)
        } catch {
            findings.lost = acknowledged.count
            findings.corruptions.append("\(error)")
        }
        return findings
    }

    private func check(_ found: TestProgram, _ findings: inout Findings) throws {
        for difference in try found.verification().differences {
            findings.corruptions.append("\(difference.invariant): \(difference.detail)")
        }
        let keysFound = try self.keys(in: found)
        for (command, entry) in acknowledged {
            let again = try found.execute([command]).first?.receipt
            // What is closed or released again under another key is answered by the first time.
            let isOwn = entry.cause.idempotencyKey == command.envelope.idempotencyKey
            let isReplay = again?.isReplay == true
            if again?.entry != entry || (isOwn && !isReplay) { findings.lost += 1 }
        }
        let known = Set(
            (acknowledged.map(\.command) + inFlight).map(\.envelope.idempotencyKey))
        for key in keysFound.subtracting(known) {
            findings.corruptions.append("\(key) was refused or never sent, and is there")
        }
        // What was on the way is there or not; asked for again, it counts once.
        let replies = try found.execute(inFlight)
        for (first, second) in zip(replies, try found.execute(inFlight))
        where first.receipt != nil && first.receipt?.entry != second.receipt?.entry {
            findings.corruptions.append("a command in flight counts twice")
        }
        for difference in try found.verification().differences {
            findings.corruptions.append("\(difference.invariant): \(difference.detail)")
        }
    }

    /// Keys of commands that are on record; activating rules is nobody's command.
    private func keys(in found: TestProgram) throws -> Set<String> {
        var keys: Set<String> = []
        try LedgerStore(reading: found.path).forEachRecord { record throws(StoreError) in
            let entry = try record.entry()
            if case .rulesActivated = entry.event { return }
            keys.insert(entry.cause.idempotencyKey)
        }
        return keys
    }
}
