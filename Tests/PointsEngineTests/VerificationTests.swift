import PointsCore
import PointsEngine
import PointsStore
import Testing

struct VerificationTests {
    /// Ten entries: rules, two members, a gift, sales, a hold released, something back, a hold.
    private func tenEntries() throws -> TestProgram {
        let program = try TestProgram()
        let replies = try program.execute([
            .join("a", card: .card(1)), .grant("b", to: .card(1), 100),
            .join("c", card: .card(2)),
            .sale("d", to: .card(1), order: "1", yen: 2_200, quantity: 2),
            .hold("e", .card(1), 10), .release("f", JournalPosition(6)),
            .sale("g", to: nil, order: "2", yen: 2_200),
            .takeBack("h", "1", pieces: 1), .hold("i", .card(1), 10),
        ])
        #expect(replies.allSatisfy { $0.refusal == nil })
        return program
    }

    @Test func `finds a sound database in order`() throws {
        let program = try tenEntries()
        let found = try program.verification()
        #expect(found.isOK)
        #expect(found.transactions == 10)
        #expect(found.members == 2)
        #expect(found.postings == Int64(try program.postings().count))
    }

    @Test func `verifies beside the writer and before the first flush`() throws {
        let program = try tenEntries()
        let found = try Engine.verify(path: program.path)
        #expect(found.differences == [])
        #expect(found.transactions == 10)
    }

    @Test(arguments: Tampering.allCases)
    func `names what was tampered with`(_ tampering: Tampering) throws {
        let program = try tenEntries()
        try program.close(flushing: true)
        try program.raw { try tampering.carryOut(on: $0) }
        let found = try Engine.verify(path: program.path)
        #expect(found.differences.contains { tampering.isNamed(by: $0) }, "\(found.differences)")
    }

    @Test func `names what has become of an anonymous sale`() throws {
        let program = try tenEntries()
        try program.receipt(.takeBack("j", "2", pieces: nil))
        #expect(try program.verification().differences == [])
        try program.close(flushing: true)
        try program.raw { try $0.execute("DELETE FROM purchases WHERE position = 8") }
        // The row differs, and there is one too few.
        let found = try Engine.verify(path: program.path)
        #expect(Set(found.differences.map(\.invariant)) == ["projection.purchases"])
    }

    @Test func `finds tampering with entries that are not flushed`() throws {
        let program = try tenEntries()
        try program.close(flushing: false)
        try program.raw { try Tampering.bodyOfEntry.carryOut(on: $0) }
        let found = try Engine.verify(path: program.path)
        #expect(found.differences.first?.invariant == "chain.hash")
        #expect(found.differences.first?.transaction == JournalPosition(3))
        #expect(found.differences.first?.member == 1)
    }

    @Test func `finds a seal that is not what the journal says`() throws {
        let program = try tenEntries()
        program.now = .tokyo("06-02 06:00")
        try program.receipt(.close("z", "2026-06-01"))
        try program.close(flushing: true)
        try program.raw { try Tampering.hashOfEntry.carryOut(on: $0) }
        let found = try Engine.verify(path: program.path)
        #expect(found.differences.contains { $0.invariant == "day.seal" })
    }

    @Test func `finds nothing wrong on the quiet morning after a close`() throws {
        let program = try tenEntries()
        // All holds have ended before, so that nothing but the seal is booked today.
        try program.receipt(.release("j", JournalPosition(10)))
        program.now = .tokyo("06-02 06:00")
        try program.receipt(.close("z", "2026-06-01"))
        #expect(try program.verification().differences == [])
    }

    @Test func `finds nothing wrong after an import of a new member`() throws {
        let program = try tenEntries()
        let email = IdentityClaim(kind: "email", value: "a@example.jp")
        try program.receipt(.importing("k", [email], points: 9))
        #expect(try program.verification().differences == [])
    }
}
