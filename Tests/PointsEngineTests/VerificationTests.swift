import PointsCore
import PointsStore
import Testing

@testable import PointsEngine

struct VerificationTests {
    @Test func `finds a sound database in order`() throws {
        let program = try TestProgram.tenEntries()
        let found = try program.verification()
        #expect(found.isOK)
        #expect(found.transactions == 10)
        #expect(found.members == 2)
        #expect(found.postings == Int64(try program.postings().count))
    }

    @Test func `verifies beside the writer and before the first flush`() throws {
        let program = try TestProgram.tenEntries()
        let found = try Engine.verify(path: program.path).found
        #expect(found.differences == [])
        #expect(found.transactions == 10)
    }

    @Test(arguments: Tampering.allCases)
    func `names what was tampered with`(_ tampering: Tampering) throws {
        let program = try TestProgram.tenEntries()
        try program.close(flushing: true)
        try program.raw { try tampering.carryOut(on: $0) }
        let found = try Engine.verify(path: program.path).found
        #expect(found.differences.contains { tampering.isNamed(by: $0) }, "\(found.differences)")
    }

    @Test(arguments: Forgery.allCases)
    func `names the invariant that a forged entry breaks, its member and its place`(
        _ forgery: Forgery
    ) throws {
        let program = try TestProgram.tenEntries()
        program.now = .tokyo("06-02 06:00")
        if forgery.needsClosedDay { try program.receipt(.close("z", "2026-06-01")) }
        try program.close(flushing: true)
        let forged = try forgery.carryOut(on: program)
        let found = try Engine.verify(path: program.path).found
        let first = try #require(found.differences.first)
        #expect(first.invariant == forgery.invariant, "\(found.differences)")
        #expect(first.transaction == forged.position)
        #expect(first.member == forged.member)
    }

    @Test(arguments: [Int64](1...3))
    func `finds the same when members do not fit into one pass`(membersPerPass: Int64) throws {
        let program = try TestProgram()
        var history = RandomHistory(seed: UInt64(membersPerPass))
        try history.run(on: program, batches: 25)
        // What is not flushed is read after the rows are compared.
        try program.reopen(flushing: true)
        try history.run(on: program, batches: 5)
        func verification() throws -> Verification {
            let store = try program.engine.store
            let verifier = try Verifier(
                store: store, after: .start, membersPerPass: membersPerPass
            ) { _ in }
            return try #require(try verifier.run()).found
        }
        let whole = try Engine.verify(path: program.path).found
        #expect(whole.isOK && whole.members > 3)
        #expect(try verification() == whole)
        let last = try program.engine.projections.program.memberCount
        try program.close(flushing: true)
        try program.raw { try $0.execute("UPDATE members SET body = x'00' WHERE number = \(last)") }
        try program.open()
        #expect(try verification().differences.map(\.member) == [last])
    }

    @Test func `names what has become of an anonymous sale`() throws {
        let program = try TestProgram.tenEntries()
        try program.receipt(.takeBack("j", "2", pieces: nil))
        #expect(try program.verification().differences == [])
        try program.close(flushing: true)
        try program.raw { try $0.execute("DELETE FROM purchases WHERE position = 8") }
        // The row differs, and there is one too few.
        let found = try Engine.verify(path: program.path).found
        #expect(Set(found.differences.map(\.invariant)) == ["projection.purchases"])
    }

    @Test func `finds tampering with entries that are not flushed`() throws {
        let program = try TestProgram.tenEntries()
        try program.close(flushing: false)
        try program.raw { try Tampering.bodyOfEntry.carryOut(on: $0) }
        let found = try Engine.verify(path: program.path).found
        #expect(found.differences.first?.invariant == "chain.hash")
        #expect(found.differences.first?.transaction == JournalPosition(3))
        #expect(found.differences.first?.member == 1)
    }

    @Test func `finds a seal that is not what the journal says`() throws {
        let program = try TestProgram.tenEntries()
        program.now = .tokyo("06-02 06:00")
        try program.receipt(.close("z", "2026-06-01"))
        try program.close(flushing: true)
        try program.raw { try Tampering.hashOfEntry.carryOut(on: $0) }
        let found = try Engine.verify(path: program.path).found
        #expect(found.differences.contains { $0.invariant == "day.seal" })
    }

    @Test func `finds nothing wrong on the quiet morning after a close`() throws {
        let program = try TestProgram.tenEntries()
        // All holds have ended before, so that nothing but the seal is booked today.
        try program.receipt(.release("j", JournalPosition(10)))
        program.now = .tokyo("06-02 06:00")
        try program.receipt(.close("z", "2026-06-01"))
        #expect(try program.verification().differences == [])
    }

    @Test func `finds nothing wrong after an import of a new member`() throws {
        let program = try TestProgram.tenEntries()
        let email = IdentityClaim(kind: "email", value: "a@example.jp")
        try program.receipt(.importing("k", [email], points: 9))
        #expect(try program.verification().differences == [])
    }

    @Test(arguments: [
        (
            "UPDATE rulesets SET content = x'00'", "rulesets_are_never_updated",
            "is not what was kept"
        ),
        ("DELETE FROM rulesets", "rulesets_are_never_deleted", "is missing"),
    ])
    func `finds rules that are not what was activated`(
        _ change: String, _ trigger: String, _ words: String
    ) throws {
        let program = try TestProgram.tenEntries()
        try program.close(flushing: true)
        try program.raw {
            try $0.execute("DROP TRIGGER \(trigger)")
            try $0.execute(change)
        }
        let found = try Engine.verify(path: program.path).found
        #expect(found.differences.map(\.invariant) == ["rules"])
        #expect(found.differences.first?.transaction == JournalPosition(1))
        #expect(found.differences.first?.detail.hasSuffix(words) ?? false)
    }
}
