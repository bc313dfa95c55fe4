import PointsCore
import PointsEngine
import Testing

/// The balance of any moment where activity moves the last day of the whole balance.
struct ActivityBalanceTests {
    /// 100 points of 1 June for a month, a purchase on 20 June that moves them to 20 July, and afterwards one of 10 June that
    /// a till had kept: it spends 40 and earns 6.
    private func program() throws -> TestProgram {
        let program = try TestProgram([
            #"{"style": "after_grant", "months": 12, "roundTo": "month_end"}"#:
                #"{"style": "after_activity", "months": 1, "roundTo": "day", "activities": ["purchase"]}"#
        ])
        try program.receipt(.join("a", card: .card(1)))
        try program.receipt(.grant("b", to: .card(1), 100))
        program.now = .tokyo("06-20 12:00")
        try program.receipt(.hold("h", .card(1), 30, until: .tokyo("06-25 12:00")))
        try program.receipt(.sale("c", to: .card(1), order: "1", yen: 55))
        program.now = .tokyo("06-21 12:00")
        try program.receipt(
            .sale(
                "d", to: .card(1), order: "2", yen: 700, redeem: 40, at: .tokyo("06-10 12:00")))
        return program
    }

    @Test(arguments: [
        ("06-05 12:00", Int64(100)), ("06-10 11:59", 100), ("06-10 12:00", 66),
        ("06-20 12:00", 36), ("06-25 11:59", 36), ("06-25 12:00", 66), ("07-01 12:00", 66),
        ("07-21 04:59", 66), ("07-21 05:00", 0),
    ])
    func `tells what could be spent at any moment`(_ moment: String, _ spendable: Int64) throws {
        let program = try program()
        #expect(try program.balance(.card(1), at: .tokyo(moment)).spendable == spendable)
    }

    @Test func `is the same live, after a crash and folded anew`() throws {
        let program = try program()
        #expect(try program.verification().differences == [])
        try program.reopen(flushing: false)
        #expect(try program.verification().differences == [])
        program.now = .tokyo("07-21 05:00")
        #expect(try program.refusal(.adjust("x", .card(1), by: -1))?.code == .insufficientPoints)
        try program.receipt(.grant("y", to: .card(1), 1))
        #expect(try program.balance(.card(1)).available == 1)
    }
}
