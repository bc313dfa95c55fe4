import PointsCore
import Testing

@testable import PointsEngine

/// The close of a day that is cut off, and run again.
struct DayClosingCrashTests {
    private let close = Command.close("z", "2026-06-01")
    private let members = 7

    private func morningAfter() throws -> TestProgram {
        let program = try TestProgram()
        try program.enrol(members)
        program.now = .tokyo("06-02 06:00")
        try program.closeInSmallSteps()
        return program
    }

    @Test func `goes on where it was cut off, whichever step was the last`() throws {
        let evening = try morningAfter()
        let whole = try TestProgram(copying: evening)
        try whole.closeInSmallSteps()
        let ticket = try whole.begin(close)
        let (answers, pieces) = try whole.workToTheEnd()
        let seal = try whole.seal(answers[ticket])
        let count = try whole.entryCount
        for cut in 0...pieces {
            let program = try TestProgram(copying: evening)
            try program.closeInSmallSteps()
            _ = try program.begin(close)
            for _ in 0..<cut { try program.engine.work() }
            let before = try program.entryCount
            try program.reopen(flushing: cut.isMultiple(of: 2))
            #expect(try program.entryCount == before)
            try program.closeInSmallSteps()
            let receipt = try program.receipt(close)
            #expect(receipt.isReplay == (cut == pieces))
            #expect(receipt.entry.event == .dayClosed(seal), "cut after \(cut)")
            #expect(try program.entryCount == count, "cut after \(cut)")
            #expect(try program.receipt(.close("y", "2026-06-01")).entry == receipt.entry)
            #expect(try program.entryCount == count)
            #expect(try program.verification().differences == [])
        }
    }

    @Test func `answers all who wait when the disk fails and goes on when it is mended`() throws {
        let program = try morningAfter()
        let tickets = try [close, .close("y", "2026-06-01")].map { try program.begin($0) }
        try program.engine.work()
        let count = try program.entryCount
        try program.breakJournal(after: count + 1)
        let answers = try program.workToTheEnd().answers
        #expect(tickets.allSatisfy { answers[$0]?.refusal?.code == .storageFailure })
        #expect(try program.entryCount == count)
        try program.mendJournal()
        #expect(try !program.receipt(close).isReplay)
        #expect(try program.entryCount == Int64(1 + 2 * members + members + 1))
        #expect(try program.verification().differences == [])
    }

    @Test func `goes on when a batch between its steps fails`() throws {
        let program = try morningAfter()
        let ticket = try program.begin(close)
        try program.engine.work()
        try program.breakJournal(after: try program.entryCount)
        let grant = Command.grant("a", to: .card(1), 5)
        #expect(try program.live([grant]).first?.refusal?.code == .storageFailure)
        try program.mendJournal()
        let answers = try program.workToTheEnd().answers
        #expect(try program.seal(answers[ticket]).day == .day("2026-06-01"))
        #expect(try program.live([grant]).first?.receipt?.isReplay == false)
        #expect(try program.verification().differences == [])
    }
}
