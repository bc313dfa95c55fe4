import PointsCore
import PointsEngine
import Testing

/// What joining gives: 500 points once in twelve months, however somebody comes and goes.
struct JoiningBonusTests {
    @Test func `who joins is given it, and a card when somebody registers`() throws {
        let program = try TestProgram.givingOnJoining()
        let joined = try program.receipt(.join("a", card: .card(1)))
        #expect(joined.entry.event.awards.map(\.points) == [500])
        #expect(joined.entry.after.available == 500)
        let card = try program.receipt(.join("b", card: .card(2), provisional: true))
        #expect(card.entry.after.available == 0)
        let registered = try program.receipt(.register("c", .card(.card(2))))
        #expect(registered.entry.after.available == 500)
        #expect(registered.entry.event.awards.map(\.rule) == ["activities/welcome"])
        #expect(try program.verification().isOK)
    }

    @Test(arguments: [("2027-05-31", false), ("2027-06-01", true)])
    func `who comes back is given it again only after the months of the program`(
        _ day: String, _ isGiven: Bool
    ) throws {
        let program = try TestProgram.givingOnJoining()
        try program.receipt(.join("a", card: .card(1)))
        try program.receipt(.withdraw("b", .card(.card(1))))
        program.now = try #require(Instant("\(day)T12:00:00+09:00"))
        let back = try program.receipt(.rejoin("c", card: .card(1)))
        #expect(back.isRecognised)
        #expect(back.entry.after.available == (isGiven ? 500 : 0))
    }

    /// Not by joining anew with what is known, under a new id, and not by taking an address off first.
    @Test func `nobody is given it twice by leaving and joining`() throws {
        let program = try TestProgram.givingOnJoining()
        try program.receipt(.join("a", card: .card(1)))
        try program.receipt(.withdraw("b", .card(.card(1))))
        let again = try program.receipt(.join("c", card: .card(1)))
        #expect(again.entry.after.available == 0)
        try program.receipt(.withdraw("d", .card(.card(1))))
        #expect(try program.receipt(.join("e", card: .card(1))).entry.after.available == 0)
        let id = try #require(try program.receipt(.join("f", card: .card(2))).member?.id)
        try program.receipt(.link("g", .id(id), .email("hana@example.jp")))
        try program.receipt(.unlink("h", .id(id), .email("hana@example.jp")))
        let other = try program.receipt(.join("i", [.email("hana@example.jp")]))
        #expect(other.entry.after.available == 0)
        #expect(try program.verification().isOK)
    }

    @Test func `nobody records joining as something that they did`() throws {
        let program = try TestProgram.givingOnJoining()
        try program.receipt(.join("a", card: .card(1)))
        let command = Command.change(
            "b", "activity.record",
            .recordActivity(RecordActivity(member: .card(.card(1)), activity: "join")),
            channel: "ec")
        #expect(try program.refusal(command)?.code == .invalidParams)
    }
}
