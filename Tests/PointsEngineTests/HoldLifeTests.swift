import PointsCore
import PointsEngine
import Testing

/// A hold from its placing to its one end.
struct HoldLifeTests {
    /// 1,000 points, 600 of them held until one o'clock for an order of three parcels.
    private func held(
        _ changes: [String: String] = [:]
    ) throws -> (program: TestProgram, hold: JournalPosition) {
        let program = try TestProgram(changes)
        try program.receipt(.join("a", card: .card(1)))
        try program.receipt(.grant("b", to: .card(1), 1_000))
        let hold = try program.receipt(
            .hold("c", .card(1), 600, until: .tokyo("06-01 13:00")))
        return (program, hold.entry.position)
    }

    private func parcel(
        _ key: String, _ hold: JournalPosition, redeem: Int64, keeps: Bool
    ) -> Command {
        let line = BasketLine(name: "1", quantity: 1, amount: Yen(550), taxRate: 10)
        let sale = Sale(
            member: .card(.card(1)), order: key,
            basket: Basket(lines: [line], amountsIncludeTax: true), redeem: redeem, hold: hold,
            keepsHold: keeps)
        return .change(key, "purchase.record", .record(sale), channel: "ec")
    }

    private func view(_ hold: JournalPosition, in program: TestProgram) throws -> HoldView {
        guard case .hold(let view, _) = try program.reply(to: .hold(hold)) else {
            throw Refusal.internalFault("no hold")
        }
        return view
    }

    private func balance(_ program: TestProgram) throws -> [Int64] {
        let balance = try program.balance(.card(1))
        return [balance.available, balance.held]
    }

    /// Entries that end a hold other than by a sale.
    private func ends(in program: TestProgram) throws -> [String] {
        guard case .history(let entries, _) = try program.reply(to: .history(.card(1), limit: 50))
        else { return [] }
        return entries.map(\.event.name).filter { $0.hasPrefix("hold.") && $0 != "hold.place" }
    }

    @Test func `pays for three parcels and gives the rest back with the last`() throws {
        let (program, hold) = try held()
        for (key, redeem, keeps, left) in [
            ("1", Int64(200), true, [Int64(400), 400]), ("2", 100, true, [400, 300]),
            ("3", 250, false, [450, 0]),
        ] {
            try program.receipt(parcel(key, hold, redeem: redeem, keeps: keeps))
            #expect(try balance(program) == left)
        }
        let view = try view(hold, in: program)
        #expect(view.status == .captured)
        #expect(view.captured == 550)
        #expect(try program.refusal(.release("r", hold))?.code == .holdClosed)
        #expect(
            try program.refusal(parcel("4", hold, redeem: 1, keeps: false))?.code == .holdClosed)
        program.now = .tokyo("06-01 14:00")
        try program.receipt(.grant("g", to: .card(1), 1))
        #expect(try ends(in: program) == [])
        #expect(try program.verification().differences == [])
    }

    @Test func `what is left of a hold for several parcels is released once`() throws {
        let (program, hold) = try held()
        try program.receipt(parcel("1", hold, redeem: 200, keeps: true))
        #expect(
            try program.refusal(parcel("2", hold, redeem: 401, keeps: true))?.code
                == .redeemNotAllowed)
        let first = try program.receipt(.release("r", hold))
        #expect(try balance(program) == [800, 0])
        // Another worker knows nothing of the first.
        for isFlushed in [false, true] {
            if isFlushed { try program.reopen(flushing: true) }
            #expect(try program.receipt(.release("s", hold)) == first.replayed)
        }
        #expect(try balance(program) == [800, 0])
        let view = try view(hold, in: program)
        #expect(view.status == .released)
        #expect(view.captured == 200)
        #expect(
            try program.refusal(parcel("2", hold, redeem: 1, keeps: true))?.code == .holdClosed)
        program.now = .tokyo("06-01 14:00")
        try program.receipt(.grant("g", to: .card(1), 1))
        #expect(try ends(in: program) == ["hold.release"])
        #expect(try program.verification().differences == [])
    }

    @Test func `what is left of a hold for several parcels times out once`() throws {
        let (program, hold) = try held()
        try program.receipt(parcel("1", hold, redeem: 200, keeps: true))
        program.now = .tokyo("06-01 13:00")
        #expect(try program.balance(.card(1)).spendable == 800)
        #expect(try view(hold, in: program).status == .expired)
        #expect(
            try program.refusal(parcel("2", hold, redeem: 1, keeps: true))?.code == .holdExpired)
        #expect(try program.refusal(.release("r", hold))?.code == .holdExpired)
        try program.receipt(.grant("g", to: .card(1), 1))
        #expect(try balance(program) == [801, 0])
        #expect(try ends(in: program) == ["hold.timeout"])
        #expect(try view(hold, in: program).captured == 200)
        #expect(try program.verification().differences == [])
    }

    @Test func `a parcel that takes nothing leaves the hold whole, and one that takes all ends it`()
        throws
    {
        let (program, hold) = try held()
        try program.receipt(parcel("1", hold, redeem: 0, keeps: true))
        #expect(try balance(program) == [400, 600])
        #expect(try view(hold, in: program).status == .open)
        for (key, redeem) in [("2", Int64(550)), ("3", 50)] {
            try program.receipt(parcel(key, hold, redeem: redeem, keeps: true))
        }
        #expect(try balance(program) == [400, 0])
        #expect(try view(hold, in: program).status == .captured)
        try program.reopen(flushing: false)
        #expect(try view(hold, in: program).captured == 600)
        #expect(try program.verification().differences == [])
    }

    @Test func `leaving ends the holds that it releases`() throws {
        let (program, hold) = try held([#""holds": "block""#: #""holds": "release""#])
        try program.receipt(.withdraw("w", .card(.card(1))))
        #expect(try view(hold, in: program).status == .released)
        try program.receipt(.rejoin("j", card: .card(1)))
        program.now = .tokyo("06-01 14:00")
        try program.receipt(.grant("g", to: .card(1), 1))
        #expect(try balance(program) == [1_001, 0])
        #expect(try ends(in: program) == [])
        #expect(try program.verification().differences == [])
    }
}
