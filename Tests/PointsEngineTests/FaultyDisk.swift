import CSQLite
import Glibc
import Synchronization

/// A disk that fails when it is told to.
///
/// It is SQLite's own file layer; writes and syncs of files in folders of a certain name are counted, and refused
/// from the call on that was asked for.
enum FaultyDisk {
    /// Databases whose path has this in it lie on the faulty disk.
    static let folderName = "faulty"

    /// Which calls fail, and how.
    struct Plan: Sendable {
        /// Whether syncs are counted instead of writes.
        var isSync = false
        /// Calls that still succeed.
        var callsLeft: Int
        /// The code that SQLite gets.
        var code: Int32
        /// Whether every later call fails too.
        var isForEver = false
        /// Calls that failed.
        var failures = 0
    }

    private static let plan = Mutex<Plan?>(nil)
    private nonisolated(unsafe) static var usual: sqlite3_io_methods?
    private nonisolated(unsafe) static var usualOpen:
        (
            @convention(c) (
                UnsafeMutablePointer<sqlite3_vfs>?, UnsafePointer<CChar>?,
                UnsafeMutablePointer<sqlite3_file>?, Int32, UnsafeMutablePointer<Int32>?
            ) -> Int32
        )?
    /// Counting calls in place of SQLite's; a database and its log have different ones.
    private nonisolated(unsafe) static var counting:
        [UnsafePointer<sqlite3_io_methods>: UnsafePointer<sqlite3_io_methods>] = [:]

    /// Lets the plan hold while something is done.
    ///
    /// - Returns: How many calls failed.
    static func failing(_ next: Plan, _ body: () throws -> Void) rethrows -> Int {
        plan.withLock { $0 = next }
        defer { plan.withLock { $0 = nil } }
        try body()
        return plan.withLock { $0?.failures ?? 0 }
    }

    /// The code with which a call fails; `nil` if it does not.
    private static func strike(isSync: Bool) -> Int32? {
        plan.withLock { plan in
            guard var next = plan, next.isSync == isSync else { return nil }
            next.callsLeft -= 1
            let fails = next.isForEver ? next.callsLeft < 0 : next.callsLeft == -1
            if fails { next.failures += 1 }
            plan = next
            return fails ? next.code : nil
        }
    }
}

// MARK: - In SQLite's place

extension FaultyDisk {
    /// Makes the faulty disk the one on which databases are opened from now on.
    static func insert() {
        _ = inserted
    }

    private static let inserted: Void = {
        guard let system = sqlite3_vfs_find(nil) else { return }
        let disk = UnsafeMutablePointer<sqlite3_vfs>.allocate(capacity: 1)
        disk.initialize(to: system.pointee)
        disk.pointee.zName = UnsafePointer(strdup(folderName))
        usualOpen = system.pointee.xOpen
        disk.pointee.xOpen = { disk, name, file, flags, outFlags in
            let code = FaultyDisk.usualOpen?(disk, name, file, flags, outFlags) ?? SQLITE_ERROR
            if code == SQLITE_OK, let name, let file,
                String(cString: name).contains(FaultyDisk.folderName)
            {
                FaultyDisk.count(file)
            }
            return code
        }
        sqlite3_vfs_register(disk, 1)
    }()

    /// From now on writes and syncs of the file are counted.
    private static func count(_ file: UnsafeMutablePointer<sqlite3_file>) {
        guard let methods = file.pointee.pMethods else { return }
        usual = methods.pointee
        if counting[methods] == nil {
            let own = UnsafeMutablePointer<sqlite3_io_methods>.allocate(capacity: 1)
            own.initialize(to: methods.pointee)
            own.pointee.xWrite = { file, bytes, count, offset in
                FaultyDisk.strike(isSync: false)
                    ?? FaultyDisk.usual?.xWrite(file, bytes, count, offset) ?? SQLITE_ERROR
            }
            own.pointee.xSync = { file, flags in
                FaultyDisk.strike(isSync: true)
                    ?? FaultyDisk.usual?.xSync(file, flags) ?? SQLITE_ERROR
            }
            counting[methods] = UnsafePointer(own)
        }
        file.pointee.pMethods = counting[methods]
    }
}
