import Foundation
import PointsCore
import PointsStore
import TestSupport
import Testing

struct OpeningTests {
    @Test func `makes the schema once and finds it again`() throws {
        let folder = try TemporaryFolder()
        let record = JournalRecord(
            position: JournalPosition(1), member: 1, body: [1, 2, 3],
            hash: [UInt8](repeating: 7, count: 32))
        var store: LedgerStore? = try LedgerStore(writing: folder.database)
        try store?.append(record)
        store = nil
        let key = folder.bytes("program.db.key")
        #expect(key?.count == 32)
        let schema = try RawConnection(folder.database).number("PRAGMA schema_version")

        store = try LedgerStore(writing: folder.database)
        #expect(try store?.record(at: JournalPosition(1)) == record)
        #expect(try store?.lastPosition() == JournalPosition(1))
        store = nil
        #expect(folder.bytes("program.db.key") == key)
        let raw = try RawConnection(folder.database)
        #expect(try raw.number("PRAGMA schema_version") == schema)
        #expect(try raw.number("PRAGMA application_id") == 0x4d65_6775)
        #expect(try raw.number("PRAGMA user_version") == 1)
    }

    @Test func `keeps the key file from other people`() throws {
        let folder = try TemporaryFolder()
        _ = try LedgerStore(writing: folder.database)
        let attributes = try FileManager.default.attributesOfItem(
            atPath: folder.path + "/program.db.key")
        #expect(attributes[.posixPermissions] as? Int == 0o600)
    }

    @Test func `syncs every commit to a log of its own`() throws {
        let folder = try TemporaryFolder()
        let store = try LedgerStore(writing: folder.database)
        #expect(try store.pragma("PRAGMA synchronous") == 2)
        #expect(try store.pragma("PRAGMA secure_delete") == 1)
        let raw = try RawConnection(folder.database)
        // The mode is kept in the file's header: bytes 18 and 19 are 2 for a log.
        let header = try #require(folder.bytes("program.db"))
        #expect(header[18...19] == [2, 2])
        #expect(try raw.number("SELECT count(*) FROM journal") == 0)
        #expect(try folder.names.contains("program.db-wal"))
    }

    /// A file that is no database to be opened, and what is said of it.
    enum Foreign: CaseIterable {
        case newer
        case otherProgram
        case otherApplication
        case text
        case random

        func make(in folder: TemporaryFolder) throws {
            switch self {
            case .newer:
                _ = try LedgerStore(writing: folder.database)
                try RawConnection(folder.database).execute("PRAGMA user_version = 99")
            case .otherProgram:
                try RawConnection(folder.database).execute("CREATE TABLE notes (text)")
            case .otherApplication:
                try RawConnection(folder.database).execute(
                    "PRAGMA application_id = 7; PRAGMA user_version = 1")
            case .text:
                let line = "member;points\n"
                try folder.write(
                    Array(String(repeating: line, count: 90).utf8), to: "program.db")
            case .random:
                var generator = SeededGenerator(seed: 5)
                let bytes = (0..<9_000).map { _ in UInt8.random(in: 0...255, using: &generator) }
                try folder.write(bytes, to: "program.db")
            }
        }

        func isNamed(by error: StoreError, path: String) -> Bool {
            switch self {
            case .newer: error == .newerVersion(path: path, found: 99, supported: 1)
            case .otherProgram, .otherApplication, .text, .random:
                error == .notMeguri(path: path)
            }
        }
    }

    @Test(arguments: Foreign.allCases)
    func `refuses a file that is not its own and leaves its bytes alone`(_ foreign: Foreign) throws
    {
        let folder = try TemporaryFolder()
        try foreign.make(in: folder)
        let before = try #require(folder.bytes("program.db"))
        for _ in 0..<2 {
            let error = #expect(throws: StoreError.self) {
                _ = try LedgerStore(writing: folder.database)
            }
            #expect(error.map { foreign.isNamed(by: $0, path: folder.database) } == true)
        }
        let reading = #expect(throws: StoreError.self) {
            _ = try LedgerStore(reading: folder.database)
        }
        #expect(reading.map { foreign.isNamed(by: $0, path: folder.database) } == true)
        #expect(folder.bytes("program.db") == before)
        #expect(folder.bytes("program.db-wal") ?? [] == [])
        if foreign != .newer { #expect(folder.bytes("program.db.key") == nil) }
    }

    @Test(arguments: ["/nowhere/program.db", "/proc/program.db"])
    func `names a folder in which nothing can be made`(path: String) {
        let writing = #expect(throws: StoreError.self) { _ = try LedgerStore(writing: path) }
        let reading = #expect(throws: StoreError.self) { _ = try LedgerStore(reading: path) }
        for error in [writing, reading] {
            guard case .cannotOpen(let named, _) = error else {
                Issue.record("\(String(describing: error))")
                continue
            }
            #expect(named.hasPrefix(path))
        }
    }

    @Test func `tells a reader that a file is to be brought up to date first`() throws {
        let folder = try TemporaryFolder()
        _ = try LedgerStore(writing: folder.database)
        try RawConnection(folder.database).execute("PRAGMA user_version = 0")
        #expect(
            throws: StoreError.olderVersion(path: folder.database, found: 0, supported: 1)
        ) { _ = try LedgerStore(reading: folder.database) }
    }

    @Test func `makes no database for a reader`() throws {
        let folder = try TemporaryFolder()
        #expect(throws: StoreError.self) { _ = try LedgerStore(reading: folder.database) }
        #expect(try folder.names == [])
    }

    @Test func `keeps a second writer out until the first is done`() throws {
        let folder = try TemporaryFolder()
        var first: LedgerStore? = try LedgerStore(writing: folder.database)
        #expect(throws: StoreError.locked(path: folder.database)) {
            _ = try LedgerStore(writing: folder.database)
        }
        #expect(try first?.lastPosition() == JournalPosition.none)
        // Readers come in.
        #expect(try LedgerStore(reading: folder.database).lastPosition() == .none)
        first = nil
        #expect(try LedgerStore(writing: folder.database).lastPosition() == .none)
    }

    @Test func `stays locked while it is opened anew`() throws {
        let folder = try TemporaryFolder()
        var store: LedgerStore? = try LedgerStore(writing: folder.database)
        try store?.reopen()
        #expect(store != nil)
        #expect(throws: StoreError.locked(path: folder.database)) {
            _ = try LedgerStore(writing: folder.database)
        }
        store = nil
        _ = try LedgerStore(writing: folder.database)
    }

    @Test(arguments: [nil, 0, 31, 33])
    func `asks for the key that belongs to the database`(length: Int?) throws {
        let folder = try TemporaryFolder()
        _ = try LedgerStore(writing: folder.database)
        try folder.remove("program.db.key")
        if let length {
            try folder.write([UInt8](repeating: 1, count: length), to: "program.db.key")
        }
        let before = folder.bytes("program.db")
        for _ in 0..<2 {
            let error = #expect(throws: StoreError.self) {
                _ = try LedgerStore(writing: folder.database)
            }
            guard case .keyFile(let path, let problem) = error else {
                Issue.record("\(String(describing: error))")
                return
            }
            #expect(path == folder.database + ".key")
            #expect(problem.contains(length == nil ? "missing" : "32 bytes"))
        }
        #expect(folder.bytes("program.db") == before)
        #expect(folder.bytes("program.db.key")?.count == length)
    }

    @Test func `notices the key of another database`() throws {
        let folder = try TemporaryFolder()
        _ = try LedgerStore(writing: folder.database)
        try folder.write([UInt8](repeating: 1, count: 32), to: "program.db.key")
        let foreign = StoreError.keyFile(
            path: folder.database + ".key", problem: "it belongs to another database")
        #expect(throws: foreign) { _ = try LedgerStore(writing: folder.database) }
        #expect(throws: foreign) { _ = try LedgerStore(reading: folder.database) }
    }
}
