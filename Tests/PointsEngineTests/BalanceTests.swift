import PointsCore
import Testing

struct BalanceTests {
    /// A month of one member, made by hand.
    ///
    /// | when        | what                                    | available | held | pending |
    /// |-------------|-----------------------------------------|-----------|------|---------|
    /// | 06-01 12:00 | joins; 100 to 2026-06-10, 50 for a year |       150 |      |         |
    /// | 06-02 12:00 | pays 30 of 2,200 yen, earns 19          |       139 |      |         |
    /// | 06-03 12:00 | holds 40 for 30 minutes                 |        99 |   40 |         |
    /// | 06-04 12:00 | 1,100 yen in the web shop: 10 pending   |       139 |      |      10 |
    /// | 06-05 12:00 | shipped: the 10 count from 06-12 on     |       139 |      |      10 |
    private func month() throws -> TestProgram {
        let program = try TestProgram(CheckRules.lateConfirmation)
        try program.execute([
            .join("a", card: .card(1)),
            .grant("b", to: .card(1), 100, expiresOn: .day("2026-06-10")),
            .grant("c", to: .card(1), 50),
        ])
        program.now = .tokyo("06-02 12:00")
        try program.receipt(.sale("d", to: .card(1), order: "1", yen: 2_200, redeem: 30))
        program.now = .tokyo("06-03 12:00")
        try program.receipt(.hold("e", .card(1), 40))
        program.now = .tokyo("06-04 12:00")
        try program.receipt(.sale("f", to: .card(1), order: "2", yen: 1_100, channel: "ec"))
        program.now = .tokyo("06-05 12:00")
        try program.receipt(.confirm("g", "2"))
        return program
    }

    struct Row: Sendable {
        let at: String
        let available: Int64
        let held: Int64
        let pending: Int64
        let spendable: Int64

        init(_ at: String, _ available: Int64, _ held: Int64, _ pending: Int64, _ spendable: Int64)
        {
            self.at = at
            self.available = available
            self.held = held
            self.pending = pending
            self.spendable = spendable
        }
    }

    @Test(arguments: [
        Row("05-31 12:00", 0, 0, 0, 0),
        Row("06-01 12:00", 150, 0, 0, 150),
        Row("06-02 11:59", 150, 0, 0, 150),
        Row("06-02 12:00", 139, 0, 0, 139),
        Row("06-03 12:00", 99, 40, 0, 99),
        Row("06-03 12:29", 99, 40, 0, 99),
        Row("06-03 12:30", 139, 0, 0, 139),
        Row("06-04 12:00", 139, 0, 10, 139),
        Row("06-05 12:00", 139, 0, 10, 139),
        Row("06-11 04:59", 139, 0, 10, 139),
        // The first lot ended with 70 in it; 40 of the hold had gone back to it.
        Row("06-11 05:00", 69, 0, 10, 69),
        Row("06-12 05:00", 79, 0, 0, 79),
        // 50 granted on 06-01, 19 earned on 06-02 and 10 on 06-12 all last to the end of June 2027.
        Row("12-31 12:00", 79, 0, 0, 79),
    ])
    func `tells the balance of any moment`(_ row: Row) throws {
        let program = try month()
        let balance = try program.balance(.card(1), at: .tokyo(row.at))
        #expect(balance.available == row.available)
        #expect(balance.held == row.held)
        #expect(balance.pending == row.pending)
        #expect(balance.spendable == row.spendable)
    }

    @Test func `tells what is left after the last lot ended`() throws {
        let program = try month()
        let later = try #require(Instant("2027-07-01T05:00:00+09:00"))
        #expect(try program.balance(.card(1), at: later) == Balance())
    }

    @Test func `tells a sale that came late from what was known`() throws {
        let program = try month()
        program.now = .tokyo("06-06 12:00")
        let moment = Instant.tokyo("06-02 13:00")
        try program.receipt(
            .sale("x", to: .card(1), order: "9", yen: 1_100, at: moment))
        #expect(try program.balance(.card(1), at: moment).available == 149)
        #expect(
            try program.balance(.card(1), at: moment, recordedBy: .tokyo("06-05 12:00")).available
                == 139)
        #expect(try program.balance(.card(1), recordedBy: .tokyo("06-02 11:00")).available == 150)
    }

    @Test func `tells a past moment at which a late sale had spent what came after it`() throws {
        let program = try TestProgram()
        try program.receipt(.join("a", card: .card(1)))
        program.now = .tokyo("06-03 12:00")
        try program.receipt(
            .grant("b", to: .card(1), 100, expiresOn: .day("2026-06-03")))
        try program.receipt(
            .sale(
                "c", to: .card(1), order: "1", yen: 100, redeem: 60, at: .tokyo("06-02 12:00")))
        #expect(try program.balance(.card(1), at: .tokyo("06-03 13:00")).available == 40)
        #expect(try program.balance(.card(1), at: .tokyo("06-02 13:00")).available == -60)
    }

    @Test func `tells past moments of a hold that came late and bound points before they came`()
        throws
    {
        let program = try TestProgram()
        try program.receipt(.join("a", card: .card(1)))
        program.now = .tokyo("06-04 12:00")
        try program.receipt(
            .grant("b", to: .card(1), 100, expiresOn: .day("2026-06-30"), at: .tokyo("06-04 11:00"))
        )
        let hold = try program.receipt(
            .hold("c", .card(1), 60, until: .tokyo("06-02 13:00"), at: .tokyo("06-02 12:00")))
        #expect(hold.entry.after.held == 60)
        #expect(try program.balance(.card(1), at: .tokyo("06-02 12:30")).available == -60)
        #expect(try program.balance(.card(1), at: .tokyo("06-02 13:30")).available == 0)
        #expect(try program.balance(.card(1)).available == 100)
    }

    @Test func `tells a past moment at which late entries bound what was spent before`() throws {
        let program = try TestProgram()
        try program.receipt(.join("a", card: .card(1)))
        program.now = .tokyo("06-20 12:00")
        try program.receipt(.grant("b", to: .card(1), 1_000))
        try program.receipt(
            .sale(
                "c", to: .card(1), order: "1", yen: 800, redeem: 800, at: .tokyo("06-05 10:00")))
        try program.receipt(.hold("d", .card(1), 50, at: .tokyo("06-05 11:00")))
        let then = try program.balance(.card(1), at: .tokyo("06-06 10:00"))
        #expect(then.available == -800)
        #expect(then.spendable == 0)
        #expect(try program.balance(.card(1)).available == 200)
    }

    @Test func `tells how a hold stands at the moment of the question`() throws {
        let program = try TestProgram()
        try program.execute([.join("a", card: .card(1)), .grant("b", to: .card(1), 30)])
        let id = try program.receipt(.hold("c", .card(1), 20)).entry.position
        let count = try program.entryCount
        for (minute, status, held) in [(29, HoldStatus.open, Int64(20)), (30, .expired, 0)] {
            program.now = .tokyo("06-01 12:\(minute)")
            let reply = try program.reply(to: .hold(id))
            guard case .hold(let view, let balance) = reply else {
                Issue.record("\(reply)")
                return
            }
            #expect(view.status == status)
            #expect(balance.held == held)
            #expect(balance.spendable == 30 - held)
        }
        // Looking writes nothing down.
        #expect(try program.entryCount == count)
    }

    @Test(arguments: [1, 2, 3, 500])
    func `pages a history newest first without gap or repetition`(limit: Int) throws {
        let program = try month()
        try program.receipt(.join("z", card: .card(2)))
        var entries: [Entry] = []
        var from: JournalPosition?
        repeat {
            let reply = try program.reply(to: .history(.card(1), limit: limit, from: from))
            guard case .history(let page, let next) = reply else { return }
            #expect(page.count <= limit)
            entries += page
            from = next
        } while from != nil
        #expect(
            entries.map(\.event.name) == [
                "purchase.confirm", "purchase.record", "hold.timeout", "hold.place",
                "purchase.record", "points.grant", "points.grant", "member.join",
            ])
        #expect(entries.map(\.position) == entries.map(\.position).sorted(by: >))
    }

    @Test func `refuses the cursor of another member's history`() throws {
        let program = try month()
        let other = try program.receipt(.join("z", card: .card(2)))
        for position in [other.entry.position, JournalPosition(999), JournalPosition(1)] {
            let refusal = try program.refusal(.history(.card(1), limit: 1, from: position))
            #expect(refusal?.code == .invalidParams)
        }
    }
}
