import PointsCore
import PointsEngine
import Testing

/// Correcting, exporting and erasing what is kept about one person.
struct PeopleTests {
    private let program: TestProgram
    private let id: MemberID

    init() throws {
        program = try TestProgram()
        let joined = try program.receipt(
            .join(
                "a",
                [
                    IdentityClaim(kind: "store_card", value: .card(1)),
                    IdentityClaim(kind: "email", value: "taro@example.jp"),
                ],
                profile: Profile(values: ["familyName": "山田", "givenName": "太郎"])))
        id = try #require(joined.member).id
    }

    private func profile() throws -> [String: String]? {
        let command = Command.question(
            "member.get", .getMember(.id(id), including: [.profile]))
        guard case .member(_, _, let parts) = try program.reply(to: command) else {
            return nil
        }
        return parts.profile?.values
    }

    private func export(_ command: Command) throws -> PersonExport {
        guard case .export(let page) = try program.reply(to: command) else {
            throw Refusal.internalFault("no export")
        }
        return page
    }

    // MARK: Correcting

    @Test func `changes the fields that are named and keeps the others`() throws {
        let receipt = try program.receipt(
            .update(
                "b", .id(id),
                ["familyName": "鈴木", "givenName": nil, "phone": "+81 90-1234-5678"]))
        #expect(
            receipt.entry.event == .profileChanged(fields: ["familyName", "givenName", "phone"]))
        #expect(try profile() == ["familyName": "鈴木", "phone": "09012345678"])
        let none = try program.receipt(.update("c", .id(id), ["familyName": "鈴木"]))
        #expect(none.entry.event == .profileChanged(fields: []))
        let other = Command.update("b", .id(id), ["familyName": "x"])
        #expect(try program.refusal(other) == .idempotencyConflict(key: "b"))
    }

    @Test func `forgets a profile of which no field is left`() throws {
        try program.receipt(
            .update("b", .id(id), ["familyName": nil, "givenName": nil]))
        #expect(try profile() == [:])
        #expect(try program.number("SELECT count(*) FROM profiles") == 0)
    }

    @Test(arguments: [
        ("birthDate", "2026-06-02"), ("birthDate", "1870-01-01"), ("email", "taro"),
        ("email", "a@b@c"), ("email", "@b"), ("email", "a b@c"), ("phone", "call me"),
        ("phone", "12345678"), ("phone", "1234567890123456"), ("postalCode", "〒横浜"),
        ("postalCode", "99"), ("familyName", " \u{3000} "),
    ])
    func `refuses what cannot be right and does not repeat it`(
        _ field: String, _ value: String
    ) throws {
        let refusal = try program.refusal(.update("b", .id(id), [field: value]))
        guard case .invalidParams(let pointer, let expected) = refusal else {
            Issue.record("\(String(describing: refusal))")
            return
        }
        #expect(pointer == "/profile/\(field)")
        #expect(!expected.contains(value))
        // Nobody is turned away at the till for it.
        let told = Profile(values: [field: value])
        #expect(try program.refusal(.join("c", card: .card(2), profile: told)) == nil)
    }

    @Test(arguments: [
        ("birthDate", "1990-04-01", "1990-04-01"),
        ("email", " Ｔaro@Example.JP ", "taro@example.jp"),
        ("phone", "０９０－１２３４－５６７８", "09012345678"), ("phone", "+1 (212) 555-0100", "+12125550100"),
        ("postalCode", "〒２２０ー００１２", "220-0012"), ("postalCode", "SW1A 1AA", "SW1A 1AA"),
        ("familyNameKana", "やまだ", "やまだ"),
    ])
    func `keeps what can be compared in one form`(
        _ field: String, _ told: String, _ kept: String
    ) throws {
        try program.receipt(.update("b", .id(id), [field: told]))
        #expect(try profile()?[field] == kept)
    }

    @Test func `refuses to correct who has left`() throws {
        try program.receipt(.withdraw("b", .id(id)))
        #expect(
            try program.refusal(.update("c", .id(id), ["familyName": "x"])) == .memberWithdrawn(id))
    }

    // MARK: Exporting

    @Test func `exports everything page by page`() throws {
        try program.receipt(.sale("s", to: .card(1), order: "1", yen: 1_100))
        try program.receipt(.hold("h", .card(1), 5))
        try program.receipt(.activity("v", of: .card(1), reference: "1"))
        for number in 0..<5 { try program.receipt(.grant("g\(number)", to: .card(1), 10)) }
        let whole = try export(.export(.id(id)))
        let head = try #require(whole.head)
        #expect(head.member.identities.count == 2)
        #expect(head.profile?.values == ["familyName": "山田", "givenName": "太郎"])
        #expect(head.lots.reduce(0) { $0 + $1.points } == head.balance.available)
        #expect(whole.purchases.count == 1 && whole.holds.count == 1)
        #expect(whole.next == nil)

        var paged: [Entry] = []
        var next: JournalPosition?
        repeat {
            let page = try export(.export(.id(id), limit: 2, from: next))
            #expect((page.head == nil) == (next != nil))
            #expect(page.entries.count <= 2)
            paged += page.entries
            next = page.next
        } while next != nil
        #expect(paged == whole.entries)
    }

    @Test func `exports who has left with what is still kept, and then without a name`() throws {
        try program.receipt(.withdraw("b", .id(id)))
        #expect(try export(.export(.id(id))).head?.profile != nil)
        try program.receipt(.erase("c", .id(id)))
        let page = try export(.export(.id(id)))
        #expect(page.head?.profile == nil)
        #expect(page.head?.member.identities == [])
        #expect(page.entries.count == 3)
    }

    // MARK: Erasing

    @Test func `refuses to erase who has not left`() throws {
        #expect(try program.refusal(.erase("b", .id(id)))?.code == .statusConflict)
    }

    @Test(arguments: [false, true])
    func `recognises who was erased unless they are to be forgotten`(isForgotten: Bool) throws {
        try program.receipt(.withdraw("b", .id(id)))
        let erased = try program.receipt(.erase("c", .id(id), forget: isForgotten))
        #expect(erased.entry.event == .erased(Erased(isDue: false, isForgotten: isForgotten)))
        #expect(
            try program.receipt(.erase("c", .id(id), forget: isForgotten)) == erased.replayed)
        #expect(try program.number("SELECT count(*) FROM recognitions") == (isForgotten ? 0 : 2))
        let back = try program.receipt(.rejoin("d", card: .card(1)))
        #expect(back.isRecognised == !isForgotten)
        #expect(try program.verification().isOK)
    }

    @Test func `answers repeated keys without names once they are erased`() throws {
        let told = Command.update("b", .id(id), ["familyName": "鈴木"])
        try program.receipt(told)
        try program.receipt(.withdraw("c", .id(id)))
        try program.receipt(.erase("d", .id(id)))
        let again = try program.receipt(told)
        #expect(again.isReplay && again.member?.identities == [])
        #expect(again.member?.status == .active)
        #expect(try program.receipt(.erase("d", .id(id))).member?.status == .withdrawn)
    }

    @Test func `erases once when the day has come and is not due again`() throws {
        let program = try TestProgram([
            #""erasePersonalDataAfterDays": 30"#: #""erasePersonalDataAfterDays": 2"#
        ])
        let id = try #require(try program.receipt(.join("a", card: .card(1))).member).id
        try program.receipt(.withdraw("b", .id(id)))
        program.now = .tokyo("06-08 12:00")
        for day in 1...7 { try program.receipt(.close("z\(day)", "2026-06-0\(day)")) }
        // Joining, leaving, erased; seven seals and the rules.
        #expect(try program.entryCount == 3 + 7 + 1)
        #expect(try program.verification().isOK)
    }

    @Test func `forgets the keyed hashes after the months in which people are recognised`() throws {
        let program = try TestProgram([#""recogniseForMonths": 24"#: #""recogniseForMonths": 1"#])
        let joined = try program.receipt(.join("a", card: .card(1)))
        try program.receipt(.withdraw("b", .id(try #require(joined.member).id)))
        let calendar = try program.engine.calendar
        let last = CivilDate.day("2026-07-01")
        var day = CivilDate.day("2026-06-01")
        var kept: [Int64] = []
        while day <= last.adding(days: 1) {
            program.now = calendar.end(of: day).adding(seconds: 3_600)
            try program.receipt(.close("z\(day)", day.description))
            if day >= last { kept.append(try program.number("SELECT count(*) FROM recognitions")) }
            day = day.adding(days: 1)
        }
        #expect(kept == [1, 0])
        #expect(try !program.receipt(.rejoin("r", card: .card(1))).isRecognised)
    }
}
