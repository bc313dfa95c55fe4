import CSQLite
import PointsCore
import Testing

/// A failure at each call in turn, until the commands go through without meeting it.
struct FaultyDiskTests {
    /// A way to fail.
    struct Fault: Sendable, CustomTestStringConvertible {
        let testDescription: String
        let call: FaultyDisk.Call
        let code: Int32
    }

    static let faults = [
        Fault(testDescription: "no space", call: .write, code: SQLITE_FULL),
        Fault(testDescription: "a write fails", call: .write, code: SQLITE_IOERR | (3 << 8)),
        Fault(testDescription: "a sync fails", call: .sync, code: SQLITE_IOERR | (4 << 8)),
    ]

    private let batch: [Command] = [
        .grant("b", to: .card(1), 5), .adjust("c", .card(1), by: -3),
        .sale("d", to: .card(1), order: "1", yen: 1_100), .join("e", card: .card(2)),
    ]

    @Test(arguments: faults, [false, true])
    func `keeps all or nothing of a batch whichever call fails`(
        fault: Fault, isForEver: Bool
    ) throws {
        var calls = 0
        var failures = 1
        while failures > 0 {
            let disk = try FaultyDisk()
            let program = try TestProgram(on: disk)
            try program.receipt(.join("a", card: .card(1)))
            try program.receipt(.grant("a2", to: .card(1), 100))
            let plan = FaultyDisk.Plan(
                calls: [fault.call], callsLeft: calls, code: fault.code, isForEver: isForEver)
            failures = try disk.failing(plan) {
                let isDone = try program.execute(batch).allSatisfy { $0.receipt != nil }
                if !isDone {
                    let replies = try program.execute(batch)
                    // What was written but never synced is found again when the file is opened anew; a key in it is
                    // not answered before it is on disk.
                    let isRefused = replies.allSatisfy { $0.refusal?.code == .storageFailure }
                    #expect(isForEver == isRefused)
                    // Questions are answered all the while.
                    #expect(try program.balance(.card(1)).available >= 100)
                }
            }
            try checkCrash(of: program)
            try settle(program)
            calls += 1
        }
        #expect(calls > 1)
    }

    /// If the process ended here, all or nothing of the batch would be there, and its keys would settle which.
    private func checkCrash(of program: TestProgram) throws {
        let crashed = try TestProgram(copying: program)
        let count = try crashed.entryCount
        #expect(count == 3 || count == 7)
        let replies = try crashed.execute(batch)
        #expect(replies.allSatisfy { $0.receipt?.isReplay == (count == 7) })
        #expect(try crashed.balance(.card(1)).available == 112)
        #expect(try crashed.verification().differences == [])
    }

    /// However it ended: the same commands under their keys come to the same once, also after a crash.
    private func settle(_ program: TestProgram) throws {
        let replies = try program.execute(batch)
        #expect(replies.allSatisfy { $0.receipt != nil })
        #expect(try program.balance(.card(1)).available == 112)
        #expect(try program.entryCount == 7)
        let crashed = try TestProgram(copying: program)
        #expect(try Snapshot(crashed.engine) == Snapshot(program.engine))
        #expect(try crashed.execute(batch).allSatisfy { $0.receipt?.isReplay == true })
        #expect(try crashed.verification().differences == [])
    }

    @Test(arguments: faults)
    func `loses nothing whichever call of a flush fails`(fault: Fault) throws {
        var calls = 0
        var failures = 1
        while failures > 0 {
            let disk = try FaultyDisk()
            let program = try TestProgram(on: disk)
            try program.receipt(.join("a", card: .card(1)))
            try program.receipt(.grant("a2", to: .card(1), 107))
            let live = try Snapshot(program.engine)
            let plan = FaultyDisk.Plan(calls: [fault.call], callsLeft: calls, code: fault.code)
            failures = try disk.failing(plan) {
                let reply = try program.execute([.verify])
                #expect(reply.count == 1)
            }
            #expect(try program.balance(.card(1)).available == 107)
            #expect(try Snapshot(program.engine) == live)
            #expect(try program.verification().differences == [])
            calls += 1
        }
        #expect(calls > 1)
    }
}
