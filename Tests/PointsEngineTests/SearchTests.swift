import PointsCore
import Testing

/// Finding people at the shop counter.
struct SearchTests {
    private let program: TestProgram

    private static let people: [(card: Int, phone: String, family: String, given: String)] = [
        (1_001, "09011112222", "ヤマダ", "ハナコ"), (1_002, "09033332222", "やまだ", "たろう"),
        (1_003, "09044445555", "ﾔﾏﾀﾞ", "ｼﾞﾛｳ"), (2_002, "0312345678", "ヤマ", "ケン"),
        (3_003, "05011110000", "サトウ", "ハナコ"),
    ]

    init() throws {
        program = try TestProgram()
        for person in Self.people {
            try program.receipt(
                .join(
                    "j\(person.card)", card: .card(person.card),
                    profile: Profile(values: [
                        "familyName": "姓\(person.card)", "givenName": "名",
                        "familyNameKana": person.family, "givenNameKana": person.given,
                        "phone": person.phone, "email": "x\(person.card)@example.jp",
                    ])))
        }
    }

    private func hits(_ command: Command) throws -> (people: [PersonView], hasMore: Bool) {
        guard case .found(let people, let hasMore) = try program.reply(to: command) else {
            throw Refusal.internalFault("no hits")
        }
        return (people, hasMore)
    }

    private func numbers(_ command: Command) throws -> Set<Int64> {
        Set(try hits(command).people.map(\.id.number))
    }

    @Test func `finds by card, by its end, by telephone and by name`() throws {
        #expect(try numbers(.search(card: .card(1_001))) == [1])
        #expect(try numbers(.search(card: "1001")) == [1])
        #expect(try numbers(.search(card: "０００２００２")) == [4])
        #expect(try numbers(.search(phone: "090-1111-2222")) == [1])
        #expect(try numbers(.search(phone: "+81 3 1234 5678")) == [4])
        #expect(try numbers(.search(phone: "2222", family: "ヤ")) == [1, 2])
        #expect(try numbers(.search(phone: "2222", family: "ヤマダ", given: "タ")) == [2])
        #expect(try numbers(.search(phone: "2222", family: "サ")) == [])
        #expect(try numbers(.search(family: "やま")) == [1, 2, 3, 4])
        #expect(try numbers(.search(family: "ﾔﾏﾀﾞ")) == [1, 2, 3])
        #expect(try numbers(.search(family: "ヤマダ", given: "ジ")) == [3])
        #expect(try numbers(.search(family: "やまだ はな")) == [1])
        #expect(try numbers(.search(family: "ヤマ", given: "ケン")) == [4])
        #expect(try numbers(.search(card: "9999")) == [])
    }

    @Test(arguments: [
        (Command.search(card: "100"), "/card"), (.search(card: "1001", phone: "1"), "/phone"),
        (.search(card: "1001", family: "ヤマ"), "/familyNameKana"),
        (.search(phone: "2222"), "/phone"), (.search(phone: "222", family: "ヤ"), "/phone"),
        (.search(family: "ヤ"), "/familyNameKana"), (.search(given: "ハナコ"), "/familyNameKana"),
        (.search(family: " ・ "), "/familyNameKana"), (.search(), "/card"),
        (.search(family: "ヤマ", unmasked: true), "/actor"),
    ])
    func `refuses a search by too little and names the parameter`(
        _ command: Command, _ pointer: String
    ) throws {
        guard case .invalidParams(let found, _) = try program.refusal(command) else {
            Issue.record("not refused")
            return
        }
        #expect(found == pointer)
    }

    @Test func `shows hits masked unless they are asked for in full`() throws {
        let masked = try #require(try hits(.search(card: .card(1_001))).people.first)
        #expect(
            masked.profile.values == [
                "familyName": "姓●●●●", "givenName": "名●", "familyNameKana": "ヤ●●",
                "givenNameKana": "ハ●●", "phone": "●●●●●●●2222", "email": "x●●●@●●●",
            ])
        #expect(masked.identities.map(\.value) == ["●●●●●●●●●1001"])
        let full = try #require(
            try hits(.search(card: .card(1_001), unmasked: true, actor: "clerk-7")).people.first)
        #expect(full.profile.values["phone"] == "09011112222")
        #expect(full.identities.map(\.value) == [.card(1_001)])
    }

    @Test func `shows twenty and says that there are more`() throws {
        for number in 0..<25 {
            try program.receipt(
                .join(
                    "m\(number)", card: .card(5_000 + number),
                    profile: Profile(values: ["familyNameKana": "タナカ"])))
        }
        let found = try hits(.search(family: "タナ"))
        #expect(found.people.count == 20 && found.hasMore)
        #expect(try !hits(.search(family: "ヤマ")).hasMore)
    }

    @Test func `follows what is corrected, linked, left and told on coming back`() throws {
        let card = MemberReference.card(.card(1_001))
        try program.receipt(
            .update("u", card, ["familyNameKana": "スズキ", "phone": nil]))
        #expect(try numbers(.search(family: "スズ")) == [1])
        #expect(try numbers(.search(family: "ヤマダ", given: "ハ")) == [])
        #expect(try numbers(.search(phone: "09011112222")) == [])
        try program.receipt(
            .link("l", card, IdentityClaim(kind: "phone", value: "070-0000-1234")))
        #expect(try numbers(.search(phone: "07000001234")) == [1])
        let left = try program.receipt(.withdraw("w", card))
        // The card is released; what the person told is kept until it is erased.
        #expect(try numbers(.search(card: .card(1_001))) == [])
        #expect(try numbers(.search(family: "スズ")) == [1])
        let id = try #require(left.member).id
        try program.receipt(.erase("e", .id(id)))
        #expect(try numbers(.search(family: "スズ")) == [])
        #expect(try program.number("SELECT count(*) FROM search_terms WHERE member = 1") == 0)
        try program.receipt(.rejoin("r", card: .card(1_001)))
        #expect(try numbers(.search(card: .card(1_001))) == [1])
    }

    @Test func `sees in one batch what the batch has told before`() throws {
        let replies = try program.execute([
            .join(
                "n", card: .card(7_777), profile: Profile(values: ["familyNameKana": "ナカタ"])),
            .search(family: "ナカ"),
        ])
        guard case .found(let people, _)? = try replies.last?.get() else { return }
        #expect(people.map(\.id.number) == [6])
    }

    @Test func `limits how often one asker searches`() throws {
        func search(_ actor: String?, _ terminal: String? = nil) -> Command {
            .search(family: "ヤマ", actor: actor, terminal: terminal)
        }
        for _ in 0..<30 { try program.reply(to: search("a")) }
        #expect(try program.refusal(search("a")) == .rateLimited(retryAfterSeconds: 1))
        #expect(try program.refusal(search("a", "t")) == .rateLimited(retryAfterSeconds: 1))
        #expect(try program.refusal(search("b")) == nil)
        #expect(try program.refusal(search(nil, "t")) == nil)
        #expect(try program.refusal(search(nil)) == nil)
        // What is wrong is told whether or not anything is left.
        #expect(try program.refusal(.search(family: "ヤ", actor: "a"))?.code == .invalidParams)
        program.now = program.now.adding(seconds: 2)
        #expect(try program.refusal(search("a")) == nil)
        #expect(try program.refusal(search("a")) == nil)
        #expect(try program.refusal(search("a")) == .rateLimited(retryAfterSeconds: 1))
    }

    @Test func `a lost card is shown as lost, masked or not`() throws {
        try program.receipt(
            .replace(
                "l", .card(.card(1_001)), lost: .card(.card(1_001)), with: nil))
        let masked = try hits(.search(card: "1001")).people
        let full = try hits(.search(card: "1001", unmasked: true, actor: "ann")).people
        #expect(masked.flatMap(\.identities).map(\.isBlocked) == [true])
        #expect(full.flatMap(\.identities).map(\.isBlocked) == [true])
    }
}
