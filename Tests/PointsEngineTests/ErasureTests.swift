import Foundation
import PointsCore
import PointsEngine
import PointsStore
import TestSupport
import Testing

/// After an erasure no byte that names the person is in any file beside the database, nor in a copy of it.
struct ErasureTests {
    /// A member with everything that could name them.
    ///
    /// Whoever leaves has other texts than who stays.
    private struct Person {
        let number: Int
        var id: MemberID?
        var isLeaving: Bool { number % 5 == 0 }
        var card: String { .card((isLeaving ? 900_000 : 600_000) + number) }

        /// Parts of the texts of those who leave; none of them must be found once they are erased.
        static let secrets: [String] = {
            let numbers = ["090533", "4900000900"]
            return ["消田", "メグリダ", "消えた町", "secret@", "ec-kakushi"] + numbers
                + numbers.map { String($0.reversed()) }
        }()

        func profile(_ length: Int) -> [String: String?] {
            [
                "familyName": (isLeaving ? "消田" : "残田") + "\(number)郎",
                "familyNameKana": (isLeaving ? "メグリダ" : "ノコリダ") + "\(number)",
                "email": (isLeaving ? "secret" : "public") + "@himitsu\(number).example.jp",
                "phone": phone,
                "address": (isLeaving ? "消えた町" : "残る町")
                    + String(repeating: "あ", count: length),
            ]
        }

        private var phone: String {
            let digits = String(number)
            return (isLeaving ? "090533" : "080644")
                + String(repeating: "0", count: 5 - digits.count)
                + digits
        }

        var claims: [IdentityClaim] {
            [
                IdentityClaim(kind: "store_card", value: card),
                IdentityClaim(
                    kind: "email",
                    value: (isLeaving ? "secret" : "public") + "@himitsu\(number).example.jp"),
                IdentityClaim(kind: "phone", value: phone),
            ]
        }

        var linked: IdentityClaim {
            IdentityClaim(
                kind: "ec_account", value: (isLeaving ? "ec-kakushi-" : "ec-nokori-") + "\(number)")
        }
    }

    /// Members among whom those who are erased stand, in an order that divides and joins many pages.
    private func crowd(_ count: Int, on program: TestProgram) throws -> [Person] {
        var generator = SeededGenerator(seed: 5)
        var people = (0..<count).map { Person(number: $0) }
        for index in people.indices.shuffled(using: &generator) {
            let told = people[index].profile(index % 90).compactMapValues { $0 }
            let joined = try program.receipt(
                .join("j\(index)", people[index].claims, profile: Profile(values: told)))
            people[index].id = joined.member?.id
        }
        var commands: [Command] = []
        for round in 0..<3 {
            for person in people.shuffled(using: &generator) {
                let length = Int.random(in: 0...300, using: &generator)
                commands.append(
                    .update(
                        "u\(round)-\(person.number)", .card(person.card), person.profile(length)))
                guard round == 1 else { continue }
                commands.append(
                    .link(
                        "l\(person.number)", .card(person.card), person.linked))
            }
        }
        for result in try program.execute(commands) { _ = try result.get() }
        return people
    }

    /// The names of the files beside a database in which the texts of who left are found, in UTF-8 or UTF-16.
    private func places(in program: TestProgram) throws -> Set<String> {
        let encodings = [String.Encoding.utf8, .utf16LittleEndian, .utf16BigEndian]
        let forms = Person.secrets.flatMap { secret in
            encodings.compactMap { secret.data(using: $0) }
        }
        let folder = program.folder.path
        return try Set(
            FileManager.default.contentsOfDirectory(atPath: folder).filter { name in
                let bytes = try Data(contentsOf: URL(filePath: folder + "/" + name))
                return forms.contains { bytes.range(of: $0) != nil }
            })
    }

    private func checkNothingIsLeft(on program: TestProgram) throws {
        #expect(try places(in: program) == [])
        try program.raw { database in
            try database.execute("VACUUM INTO '\(program.folder.path)/copy.db'")
        }
        #expect(try places(in: program) == [])
        // Pages that were in memory before are logged again by what comes after.
        let people = (0..<400).map { Person(number: $0) }.filter { !$0.isLeaving }
        let updates = people.map { person in
            Command.update("z\(person.number)", .card(person.card), ["address": "b"])
        }
        for result in try program.execute(updates) { _ = try result.get() }
        #expect(try places(in: program) == [])
        try program.reopen(flushing: true)
        #expect(try places(in: program) == [])
    }

    @Test(arguments: [false, true])
    func `leaves no byte of a person in any file`(byDayClose: Bool) throws {
        let program = try TestProgram()
        let people = try crowd(400, on: program)
        let leaving = people.filter(\.isLeaving)
        for person in leaving {
            try program.receipt(.withdraw("w\(person.number)", .card(person.card)))
        }
        // The search finds what is there.
        #expect(try !places(in: program).isEmpty)
        if byDayClose {
            program.now = .tokyo("07-03 12:00")
            for day in 0...31 {
                let date = CivilDate.day("2026-06-01").adding(days: day)
                try program.receipt(.close("c\(day)", date.description))
            }
        } else {
            for person in leaving {
                let id = try #require(person.id)
                try program.receipt(.erase("e\(person.number)", .id(id)))
            }
        }
        try checkNothingIsLeft(on: program)
        #expect(try program.verification().isOK)
        #expect(try program.number("SELECT count(*) FROM profiles") == 320)
    }

    private func owesErasure(_ program: TestProgram) throws -> Bool {
        let health = Command.question("system.health", .health)
        guard case .health(_, let owes) = try program.reply(to: health) else { return false }
        return owes
    }

    /// Erases a member while somebody reads the log, and returns that reader, in whose transaction the profile still stands.
    private func eraseBeforeReader(of program: TestProgram) throws -> Database {
        let person = Person(number: 0)
        let told = Profile(values: person.profile(9).compactMapValues { $0 })
        let joined = try program.receipt(.join("j", person.claims, profile: told))
        let id = try #require(joined.member).id
        try program.receipt(.withdraw("w", .id(id)))
        let reader = try Database(path: program.path, mode: .reading)
        try reader.execute("BEGIN")
        #expect(try reader.number("SELECT count(*) FROM profiles") == 1)
        try program.receipt(.erase("e", .id(id)))
        return reader
    }

    @Test func `is finished once nobody reads the log any more`() throws {
        let program = try TestProgram()
        let reader = try eraseBeforeReader(of: program)
        #expect(try owesErasure(program))
        #expect(try !places(in: program).isEmpty)
        // Nobody waits for the reader, and it is not tried again at once.
        #expect(try !program.engine.hasWork)
        try reader.execute("COMMIT")
        program.now = program.now.adding(seconds: 2)
        #expect(try program.engine.hasWork)
        try program.engine.work()
        #expect(try !owesErasure(program))
        #expect(try places(in: program) == [])
    }

    @Test func `is finished after a crash that left a log`() throws {
        let program = try TestProgram()
        let reader = try eraseBeforeReader(of: program)
        defer { withExtendedLifetime(reader) {} }
        let other = try TestProgram(copying: program)
        #expect(try !places(in: other).isEmpty)
        while try other.engine.hasWork { try other.engine.work() }
        #expect(try places(in: other) == [])
    }
}
