import PointsCore
import Testing

extension FaultyDiskTests {
    @Test(arguments: faults)
    func `settles everybody once whichever call of the disk fails`(fault: Fault) throws {
        let close = Command.close("z", "2026-06-01")
        let members = 4
        var calls = 0
        var failures = 1
        while failures > 0 {
            let disk = try FaultyDisk()
            let program = try TestProgram(on: disk)
            try program.enrol(members)
            program.now = .tokyo("06-02 06:00")
            try program.closeInSmallSteps()
            let plan = FaultyDisk.Plan(
                calls: [fault.call], callsLeft: calls, code: fault.code)
            failures = try disk.failing(plan) {
                let result = try program.execute([close]).first
                #expect(result?.receipt != nil || result?.refusal?.code == .storageFailure)
            }
            #expect(try program.receipt(close).entry.event.name == "day.close")
            #expect(try program.entryCount == Int64(1 + 2 * members + members + 1))
            let crashed = try TestProgram(copying: program)
            #expect(try crashed.receipt(close).isReplay)
            #expect(try crashed.verification().differences == [])
            calls += 1
        }
        #expect(calls > 1)
    }
}
