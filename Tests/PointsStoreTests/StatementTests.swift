import PointsStore
import Testing

struct StatementTests {
    private func database() throws -> Database {
        let database = try Database(path: ":memory:", mode: .writing)
        try database.execute("CREATE TABLE kept (number INT, text TEXT, bytes BLOB)")
        return database
    }

    @Test(arguments: [
        "", "a", "\0", "a\0b", "caf\u{e9}", "cafe\u{301}", "巡り", "\u{1f469}\u{200d}\u{1f33e}",
        "'; DROP TABLE kept; --", String(repeating: "x", count: 100_000),
    ])
    func `keeps a text byte by byte`(text: String) throws {
        let database = try database()
        let insert = try database.statement("INSERT INTO kept (text) VALUES (?)")
        try insert.bind(text, at: 1)
        try insert.run()
        let select = try database.statement("SELECT text, typeof(text) FROM kept WHERE text = ?")
        try select.bind(text, at: 1)
        #expect(try select.step())
        #expect(Array(select.text(0).utf8) == Array(text.utf8))
        #expect(select.text(1) == "text")
    }

    @Test(arguments: [[], [0], [0, 1, 0], [UInt8](repeating: 255, count: 100_000)])
    func `keeps bytes as they are`(bytes: [UInt8]) throws {
        let database = try database()
        let insert = try database.statement("INSERT INTO kept (bytes) VALUES (?)")
        try insert.bind(bytes, at: 1)
        try insert.run()
        let select = try database.statement("SELECT bytes, typeof(bytes) FROM kept")
        #expect(try select.step())
        #expect(select.bytes(0) == bytes)
        #expect(select.text(1) == "blob")
    }

    @Test(arguments: [0, 1, -1, Int64.max, Int64.min])
    func `keeps a number as it is`(number: Int64) throws {
        let database = try database()
        let insert = try database.statement("INSERT INTO kept (number) VALUES (?)")
        try insert.bind(number, at: 1)
        try insert.run()
        #expect(try database.number("SELECT number FROM kept") == number)
    }

    @Test func `forgets what was bound when it is reset`() throws {
        let database = try database()
        let insert = try database.statement("INSERT INTO kept (text) VALUES (?)")
        try insert.bind("a", at: 1)
        try insert.run()
        try insert.run()
        #expect(try database.number("SELECT count(*) FROM kept WHERE text IS NULL") == 1)
    }

    @Test(arguments: [0, 2, -1] as [Int32])
    func `refuses a parameter that the statement does not have`(index: Int32) throws {
        let insert = try database().statement("INSERT INTO kept (text) VALUES (?)")
        #expect(throws: StoreError.self) { try insert.bind("a", at: index) }
        #expect(throws: StoreError.self) { try insert.bind(1, at: index) }
        #expect(throws: StoreError.self) { try insert.bind([1], at: index) }
    }

    @Test func `says which statement SQLite does not understand`() throws {
        let database = try database()
        let error = #expect(throws: StoreError.self) {
            _ = try database.statement("SELECT missing FROM nowhere")
        }
        guard case .failed(_, let problem, let sql) = error else { return }
        #expect(problem.contains("nowhere"))
        #expect(sql == "SELECT missing FROM nowhere")
    }

    @Test func `gives nothing for NULL and for a column that is none`() throws {
        let database = try database()
        try database.execute("INSERT INTO kept VALUES (NULL, NULL, NULL)")
        let select = try database.statement("SELECT number, text, bytes FROM kept")
        #expect(try select.step())
        #expect(select.integer(0) == 0)
        #expect(select.text(1) == "")
        #expect(select.bytes(2) == [])
        #expect(select.integer(9) == 0)
        #expect(try !select.step())
    }
}
