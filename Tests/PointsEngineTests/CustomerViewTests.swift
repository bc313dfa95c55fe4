import Foundation
import PointsCore
import Testing

@testable import PointsEngine

struct CustomerViewTests {
    private func view(
        of card: String, _ parts: Set<MemberPart>, in program: TestProgram
    ) throws -> MemberParts {
        let command = Command(
            envelope: Envelope(method: "member.get"),
            action: .getMember(.card(card), including: parts))
        guard case .member(_, _, let shown) = try program.reply(to: command) else {
            throw Refusal.internalFault("no member")
        }
        return shown
    }

    // MARK: Against plain SQL

    /// What the engine keeps of everybody, in the form that SQL gives.
    private func kept(
        by program: TestProgram, members: Int, seenOn day: CivilDate
    ) throws -> [PurchaseTable.Key: PurchaseTable.Figures] {
        var kept: [PurchaseTable.Key: PurchaseTable.Figures] = [:]
        for number in 1...members {
            let view = try view(of: .card(number), [.rfm], in: program)
            for channel in try #require(view.customer).channels {
                let part = channel.part
                let recent = part.recent.filter { $0.days > 30 }
                kept[.init(member: "M\(number)", channel: channel.name)] = .init(
                    frequency: part.figures.frequency, spend: part.figures.spend,
                    paid: part.figures.paid, first: part.span?.lowerBound.description ?? "",
                    last: part.span?.upperBound.description ?? "",
                    recent: recent.flatMap { [$0.figures.frequency, $0.figures.spend] })
            }
        }
        return kept
    }

    @Test(arguments: [(UInt64(71), 250, 10_000), (72, 3, 1_500)])
    func `plain SQL over the export comes to the same for every member and channel`(
        _ seed: UInt64, _ members: Int, _ sales: Int
    ) throws {
        let receipt = #""restore": "original_lot", "withoutReceipt": {"moneyMax": 5000}"#
        let program = try TestProgram([#""restore": "original_lot""#: receipt])
        program.now = CustomerHistory.end
        let commands = CustomerHistory(seed: seed, members: members, sales: sales).commands
        for start in stride(from: 0, to: commands.count, by: 500) {
            try program.execute(Array(commands[start..<min(start + 500, commands.count)]))
        }
        let day = CivilDate.day("2029-06-20")
        let table = try PurchaseTable(of: program)
        #expect(try table.rows > Int64(sales) * 5 / 4)
        #expect(try table.soldOnOtherDays == 0)
        // The question is asked on the day of the last command's clock.
        program.now = .noon.adding(
            seconds: Int64(day.dayNumber - CivilDate.day("2026-06-01").dayNumber) * 86_400)
        let wanted = try table.figures(seenOn: day)
        let found = try kept(by: program, members: members, seenOn: day)
        #expect(wanted.count > members)
        #expect(found.count == wanted.count)
        for (key, figures) in wanted {
            try #require(found[key] == figures, "seed \(seed), \(key)")
        }
        #expect(try program.verification().differences == [])
        try program.reopen(flushing: true)
        #expect(try Engine.compare(path: program.path).difference == nil)
    }

    // MARK: Purchases and activities

    @Test func `shows the newest twenty purchases as they stand, over all channels`() throws {
        let program = try TestProgram()
        try program.receipt(.join("a", card: .card(1)))
        for number in 1...23 {
            try program.receipt(
                .sale(
                    "s\(number)", to: .card(1), order: "\(number)", yen: 1_100, quantity: 2,
                    channel: number.isMultiple(of: 2) ? "ec" : "store"))
            try program.receipt(.grant("g\(number)", to: .card(1), 1))
        }
        try program.receipt(.takeBack("r", "23", pieces: 1))
        try program.receipt(.void("v", "22", channel: "ec"))
        let purchases = try #require(view(of: .card(1), [.purchases], in: program).purchases)
        #expect(purchases.map(\.recorded.order) == (4...23).reversed().map { "\($0)" })
        #expect(
            purchases.map(\.summary.status).prefix(3) == [.partlyReturned, .voided, .completed])
        #expect(purchases.map(\.earned).prefix(4) == [5, 0, 10, 10])
    }

    @Test func `shows no part that was not asked for`() throws {
        let program = try TestProgram.tenEntries()
        #expect(try view(of: .card(1), [], in: program) == MemberParts())
        let all = try view(of: .card(2), Set(MemberPart.allCases), in: program)
        #expect(all.purchases == [] && all.activities == [] && all.lots == [])
        #expect(all.customer?.total.figures.isZero == true)
        #expect(all.customer?.channels == [])
    }

    @Test func `shows the newest activities, and purchases of an earlier membership`() throws {
        let program = try TestProgram(try ActivityProgram.source())
        let id = try #require(program.receipt(.join("a", card: .card(1))).member).id
        try program.receipt(.sale("s", to: .card(1), order: "1", yen: 1_100))
        for number in 1...22 {
            try program.receipt(.activity("r\(number)", of: .card(1), reference: "\(number)"))
        }
        let activities = try #require(view(of: .card(1), [.activities], in: program).activities)
        #expect(activities.count == EngineLimits.memberPartEntriesMax)
        guard case .activityRecorded(let newest)? = activities.first?.event else {
            throw Refusal.internalFault("no activity")
        }
        #expect(newest.reference == "22")
        try program.receipt(.withdraw("w", .id(id)))
        try program.receipt(.rejoin("b", card: .card(1)))
        try program.receipt(.sale("t", to: .card(1), order: "2", yen: 900))
        let shown = try view(of: .card(1), [.purchases, .rfm], in: program)
        #expect(shown.purchases?.map(\.recorded.order) == ["2", "1"])
        #expect(shown.customer?.total.figures.spend == 2_000)
    }

    @Test func `an order that was voided before it arrived is nothing that was bought`() throws {
        let program = try TestProgram()
        try program.receipt(.join("a", card: .card(1)))
        let void = Action.void(.order(channel: "store", order: "1"))
        try program.receipt(.change("v", "purchase.void", void, channel: "store"))
        try program.receipt(.sale("s", to: .card(1), order: "1", yen: 1_100))
        let shown = try view(of: .card(1), [.purchases, .rfm], in: program)
        #expect(shown.purchases?.map(\.summary.status) == [.voided])
        #expect(shown.customer?.total.figures.isZero == true)
    }
}
