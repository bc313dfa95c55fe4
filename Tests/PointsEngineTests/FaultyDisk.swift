import Foundation
import Synchronization
import TestSupport

/// A folder on a disk that fails, or loses its power, when it is told to.
///
/// It is SQLite's own file layer. Beside the real files, which the writer goes on reading, it keeps what would be found on
/// the plate after a power cut: what was synced, and of the rest as much as the plan says.
///
/// Files come and go at once: that a name in a folder may be lost is not modelled.
final class FaultyDisk: Sendable {
    let folder: TemporaryFolder
    private let state: Mutex<State>

    /// What SQLite asks of a file, as far as it is counted.
    enum Call: Sendable {
        case write, sync, truncate
    }

    /// What of the unsynced writes a power cut leaves.
    enum Loss: Sendable, CaseIterable {
        /// Nothing.
        case everything
        /// Any of them, whatever their order.
        case some
        /// Any 512 bytes of any of them.
        case sectors
    }

    /// What happens, and when.
    struct Plan: Sendable {
        /// The calls that are counted.
        var calls: Set<Call>
        /// Calls that still succeed.
        var callsLeft: Int
        /// The code that SQLite gets.
        var code: Int32
        /// Whether every later call fails too.
        var isForEver = false
        /// What a power cut leaves; `nil` if the power stays.
        var loss: Loss?
        /// Calls that failed.
        var failures = 0
    }

    private struct State {
        var plan: Plan?
        var files: [String: PlateFile] = [:]
        var generator: SeededGenerator
        /// Files whose names end so are never synced, and said to be.
        var lies: String?
        /// What was on the plate when the power was cut.
        var image: [String: [UInt8]]?
    }

    init(seed: UInt64 = 1, lyingAbout lies: String? = nil) throws {
        folder = try TemporaryFolder()
        state = Mutex(State(generator: SeededGenerator(seed: seed), lies: lies))
        FaultyDisk.insert(self)
    }

    /// The name by which its files are known: no two disks have one.
    var name: String { String(folder.path.split(separator: "/").last ?? "") }
}

// MARK: - For tests

extension FaultyDisk {
    /// Lets the plan hold from now on; `nil` mends the disk.
    func follow(_ plan: Plan?) {
        state.withLock { $0.plan = plan }
    }

    /// Lets the plan hold while something is done.
    ///
    /// - Returns: How many calls failed.
    func failing(_ plan: Plan, _ body: () throws -> Void) rethrows -> Int {
        follow(plan)
        defer { follow(nil) }
        try body()
        return failures
    }

    var failures: Int { state.withLock { $0.plan?.failures ?? 0 } }

    /// What is found after the power cut; cuts it now if the plan has not.
    ///
    /// - Returns: The files by their names.
    func image(losing loss: Loss) -> [String: [UInt8]] {
        state.withLock { state in
            if state.image == nil { cut(&state, losing: loss) }
            return state.image ?? [:]
        }
    }

    private func cut(_ state: inout State, losing loss: Loss) {
        var image: [String: [UInt8]] = [:]
        for (name, file) in state.files {
            image[name] = file.content(losing: loss, &state.generator)
        }
        // Files that are not SQLite's are written and synced before anything else.
        let names = (try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []
        for name in names where name.hasSuffix(".key") {
            image[name] = FileManager.default.contents(atPath: folder.path + "/" + name)
                .map(Array.init)
        }
        state.image = image
    }
}

// MARK: - For SQLite

extension FaultyDisk {
    /// The code with which a call fails; `nil` if it does not.
    ///
    /// A power cut in the middle of a write may leave some of that one too.
    func strike(_ call: Call, of file: String, _ change: PlateFile.Change? = nil) -> Int32? {
        state.withLock { state in
            guard var plan = state.plan, plan.calls.contains(call) else { return nil }
            plan.callsLeft -= 1
            let fails = plan.isForEver ? plan.callsLeft < 0 : plan.callsLeft == -1
            if fails {
                plan.failures += 1
                if let loss = plan.loss, state.image == nil {
                    if let change { state.files[file]?.unsynced.append(change) }
                    cut(&state, losing: loss)
                }
            }
            state.plan = plan
            return fails ? plan.code : nil
        }
    }

    func opened(_ file: String) {
        state.withLock { state in
            guard state.files[file] == nil else { return }
            let bytes = FileManager.default.contents(atPath: folder.path + "/" + file)
            state.files[file] = PlateFile(durable: bytes.map(Array.init) ?? [])
        }
    }

    func changed(_ file: String, _ change: PlateFile.Change) {
        state.withLock { $0.files[file]?.unsynced.append(change) }
    }

    func synced(_ file: String) {
        state.withLock { state in
            if let lies = state.lies, file.hasSuffix(lies) { return }
            state.files[file]?.sync()
        }
    }

    /// A sync that failed: the system thinks the pages clean afterwards, so that no later one writes them.
    func lostSync(of file: String) {
        state.withLock { $0.files[file]?.unsynced.removeAll() }
    }

    func deleted(_ file: String) {
        state.withLock { $0.files[file] = nil }
    }
}
