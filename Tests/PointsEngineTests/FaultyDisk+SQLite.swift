import CSQLite
import Foundation
import Synchronization

// MARK: - In SQLite's place

extension FaultyDisk {
    private struct Known {
        weak var disk: FaultyDisk?
    }

    /// A file that SQLite has open.
    private struct OpenFile {
        let disk: FaultyDisk
        let name: String
        let usual: UnsafePointer<sqlite3_io_methods>
    }

    private static let disks = Mutex<[String: Known]>([:])
    /// By the address of SQLite's own record of it.
    private nonisolated(unsafe) static var openFiles:
        [UnsafeMutablePointer<sqlite3_file>: OpenFile] =
            [:]
    /// Methods in place of SQLite's; a database and its log have different ones.
    private nonisolated(unsafe) static var own:
        [UnsafePointer<sqlite3_io_methods>: UnsafePointer<sqlite3_io_methods>] = [:]
    private nonisolated(unsafe) static var usualDisk: UnsafeMutablePointer<sqlite3_vfs>?
    /// Guards what is above.
    private static let lock = NSLock()

    /// Makes a disk the one on which files in its folder are opened from now on.
    static func insert(_ disk: FaultyDisk) {
        _ = inserted
        disks.withLock { $0[disk.name] = Known(disk: disk) }
    }

    private static let inserted: Void = {
        guard let system = sqlite3_vfs_find(nil) else { return }
        usualDisk = system
        let disk = UnsafeMutablePointer<sqlite3_vfs>.allocate(capacity: 1)
        disk.initialize(to: system.pointee)
        disk.pointee.zName = UnsafePointer(strdup("faulty"))
        disk.pointee.xOpen = { disk, path, file, flags, outFlags in
            let code =
                FaultyDisk.usualDisk?.pointee.xOpen(disk, path, file, flags, outFlags)
                ?? SQLITE_ERROR
            if code == SQLITE_OK, let file, let (disk, name) = FaultyDisk.place(of: path) {
                FaultyDisk.watch(file, named: name, on: disk)
            }
            return code
        }
        disk.pointee.xDelete = { disk, path, isSynced in
            let code =
                FaultyDisk.usualDisk?.pointee.xDelete(disk, path, isSynced) ?? SQLITE_ERROR
            if code == SQLITE_OK, let (disk, name) = FaultyDisk.place(of: path) {
                disk.deleted(name)
            }
            return code
        }
        sqlite3_vfs_register(disk, 1)
    }()

    /// The disk that a path is on, and the file's name there.
    private static func place(of path: UnsafePointer<CChar>?) -> (FaultyDisk, String)? {
        guard let path else { return nil }
        let parts = String(cString: path).split(separator: "/")
        guard parts.count > 1 else { return nil }
        let disk = disks.withLock { $0[String(parts[parts.count - 2])]?.disk }
        return disk.map { ($0, String(parts[parts.count - 1])) }
    }

    /// From now on what is done to the file is told to the disk.
    private static func watch(
        _ file: UnsafeMutablePointer<sqlite3_file>, named name: String, on disk: FaultyDisk
    ) {
        guard let usual = file.pointee.pMethods else { return }
        disk.opened(name)
        lock.withLock {
            openFiles[file] = OpenFile(disk: disk, name: name, usual: usual)
            file.pointee.pMethods = methods(for: usual)
        }
    }

    private static func find(_ file: UnsafeMutablePointer<sqlite3_file>?) -> OpenFile? {
        lock.withLock { file.flatMap { openFiles[$0] } }
    }

    private static func methods(
        for usual: UnsafePointer<sqlite3_io_methods>
    ) -> UnsafePointer<sqlite3_io_methods> {
        if let known = own[usual] { return known }
        let methods = UnsafeMutablePointer<sqlite3_io_methods>.allocate(capacity: 1)
        methods.initialize(to: usual.pointee)
        methods.pointee.xWrite = { file, bytes, count, offset in
            guard let found = FaultyDisk.find(file) else { return SQLITE_ERROR }
            let copy = Array(UnsafeRawBufferPointer(start: bytes, count: Int(count)))
            let change = PlateFile.Change.write(copy, at: Int(offset))
            if let code = found.disk.strike(.write, of: found.name, change) { return code }
            found.disk.changed(found.name, change)
            return found.usual.pointee.xWrite(file, bytes, count, offset)
        }
        methods.pointee.xTruncate = { file, size in
            guard let found = FaultyDisk.find(file) else { return SQLITE_ERROR }
            let change = PlateFile.Change.truncate(to: Int(size))
            if let code = found.disk.strike(.truncate, of: found.name, change) { return code }
            found.disk.changed(found.name, change)
            return found.usual.pointee.xTruncate(file, size)
        }
        methods.pointee.xSync = { file, flags in
            guard let found = FaultyDisk.find(file) else { return SQLITE_ERROR }
            if let code = found.disk.strike(.sync, of: found.name) {
                found.disk.lostSync(of: found.name)
                return code
            }
            found.disk.synced(found.name)
            return found.usual.pointee.xSync(file, flags)
        }
        methods.pointee.xClose = { file in
            guard let found = FaultyDisk.find(file) else { return SQLITE_ERROR }
            FaultyDisk.lock.withLock {
                if let file { FaultyDisk.openFiles[file] = nil }
            }
            return found.usual.pointee.xClose(file)
        }
        own[usual] = UnsafePointer(methods)
        return UnsafePointer(methods)
    }
}
