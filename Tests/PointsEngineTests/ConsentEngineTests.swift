import PointsCore
import PointsStore
import Testing

@testable import PointsEngine

/// Consents on a real database: what replies ask for, and what a repeated key is told.
struct ConsentEngineTests {
    private static let all = ["email ec-co 1 missing", "terms ec-co 1 missing"]

    /// A member of a program with consents who agreed to the terms of the shops.
    private static func program(_ changes: [String: String] = [:]) throws -> TestProgram {
        let program = try TestProgram(ConsentProgram.source(changes))
        try program.receipt(.join("a", card: .card(1)))
        try program.receipt(.agree("b", .card(.card(1)), to: ConsentProgram.terms))
        return program
    }

    private func joining(
        _ key: String, card: String, _ answers: [ConsentAnswer], channel: String? = "store"
    ) -> Command {
        .change(
            key, "member.join",
            .join(
                JoinMember(
                    identities: [IdentityClaim(kind: "store_card", value: card)],
                    isProvisional: false, profile: nil,
                    consents: GivenConsents(
                        answers, evidence: ConsentEvidence(values: ["place": "counter 2"])))),
            channel: channel)
    }

    @Test func `every reply about a member says which consents to ask for`() throws {
        let program = try Self.program()
        let card = String.card(1)
        let sale = Command.sale("s", to: card, order: "1", yen: 1_100)
        let hold = try program.receipt(.grant("g", to: card, 500))
        #expect(hold.questions?.map(\.line) == Self.all)
        let changes: [Command] = [
            sale, .adjust("c", card, by: 5), .hold("h", card, 5),
            .takeBack("t", "1", pieces: nil),
            .link("l", .card(card), IdentityClaim(kind: "email", value: "a@example.jp")),
        ]
        for change in changes { #expect(try program.asked(change).questions == Self.all) }
        let questions: [Command] = [
            .member(.card(card)), .balance(of: card), .balance(of: card, at: program.now),
            .history(card, limit: 1), .consents(of: .card(card)), .hold(JournalPosition(7)),
            Command(
                envelope: Envelope(method: "purchase.get"),
                action: .getPurchase(.order(channel: "store", order: "1"))),
        ]
        for question in questions { #expect(try program.asked(question).questions == Self.all) }
        // Nobody is asked for a sale to nobody, nor in a program that asks for nothing.
        #expect(
            try program.asked(.sale("n", to: nil, order: "2", yen: 100)).questions == nil)
        let other = try TestProgram()
        #expect(try other.receipt(.join("a", card: .card(1))).questions == nil)
    }

    @Test(arguments: [false, true])
    func `a repeated key is answered as the first time, whatever came since`(
        _ isFlushed: Bool
    ) throws {
        let program = try Self.program()
        let card = MemberReference.card(.card(1))
        let sale = Command.sale("s", to: .card(1), order: "1", yen: 1_100)
        let first = try program.receipt(sale)
        #expect(first.questions?.map(\.line) == Self.all)
        program.now = program.now.adding(seconds: 60)
        // What was answered since, what was published since, and rules that came since.
        try program.receipt(.agree("c", card, to: ConsentProgram.email))
        try program.receipt(.publish("p", "terms", "2", company: "store-co"))
        try program.receipt(.activate("r", ConsentProgram.source(version: "5")))
        let asked = ["email ec-co 5 stale", "terms ec-co 1 missing", "terms store-co 2 stale"]
        #expect(try program.asked(.balance(of: .card(1))).questions == asked)
        if isFlushed { try program.reopen(flushing: true) }
        #expect(try program.receipt(sale) == first.replayed)
        try program.receipt(.withdraw("w", card))
        #expect(try program.receipt(sale) == first.replayed)
        let back = try program.receipt(.rejoin("x", card: .card(1)))
        #expect(back.questions?.count == 3)
        #expect(try program.receipt(sale) == first.replayed)
        try program.receipt(.agree("d", card, to: ConsentProgram.email, "5"))
        #expect(try program.receipt(.rejoin("x", card: .card(1))) == back.replayed)
        #expect(try program.receipt(sale) == first.replayed)
        #expect(try program.verification().differences == [])
    }

    @Test func `a policy published for a later moment asks from then on`() throws {
        let program = try Self.program()
        let card = MemberReference.card(.card(1))
        try program.receipt(.agree("c", card, to: ConsentProgram.email))
        let moment = program.now.adding(seconds: 3_600)
        try program.receipt(.publish("p", "email", "2", from: moment))
        #expect(
            try program.asked(.balance(of: .card(1))).questions == ["terms ec-co 1 missing"])
        let sale = Command.sale("s", to: .card(1), order: "1", yen: 1_100)
        let first = try program.receipt(sale)
        program.now = moment
        #expect(
            try program.asked(.balance(of: .card(1))).questions
                == ["email ec-co 2 stale", "terms ec-co 1 missing"])
        // It was not asked for when the sale was answered.
        #expect(try program.receipt(sale) == first.replayed)
        try program.receipt(.agree("d", card, to: ConsentProgram.email, "2"))
        #expect(
            try program.asked(.balance(of: .card(1))).questions == ["terms ec-co 1 missing"])
    }

    @Test func `publishing is one entry and rewrites no member`() throws {
        let program = try Self.program()
        try program.execute((2...40).map { .join("j\($0)", card: .card($0)) })
        try program.reopen(flushing: true)
        let count = try program.entryCount
        let receipt = try program.receipt(.publish("p", "terms", "2"))
        #expect(try program.entryCount == count + 1)
        guard case .policyPublished(let published) = receipt.entry.event else { return }
        #expect(published.companies == ["ec-co", "store-co"])
        #expect(published.effectiveFrom == program.now)
        // The entry, its key and its day: nobody else's row.
        #expect(try program.engine.projections.unflushedRows == 2)
        #expect(try program.receipt(.publish("p", "terms", "2")) == receipt.replayed)
    }

    @Test func `what nobody asks for, a version twice and a moment that has passed are refused`()
        throws
    {
        let program = try Self.program()
        let past = program.now.adding(seconds: -1)
        #expect(
            try program.refusal(.publish("p", "fax", "1"))
                == .policyUnknown(ConsentTopic(purpose: "fax", company: ""), version: nil))
        #expect(
            try program.refusal(.publish("p", "email", "2", company: "store-co"))
                == .policyUnknown(
                    ConsentTopic(purpose: "email", company: "store-co"), version: nil))
        #expect(try program.refusal(.publish("p", "email", "1"))?.code == .invalidParams)
        #expect(
            try program.refusal(.publish("p", "email", "2", from: past))?.code == .invalidParams)
        try program.receipt(.publish("p", "email", "2"))
        #expect(try program.refusal(.publish("q", "email", "2"))?.code == .invalidParams)
        #expect(
            try program.refusal(
                .agree("c", .card(.card(1)), to: ConsentProgram.email, "3"))
                == .policyUnknown(ConsentProgram.email, version: "3"))
        #expect(
            try program.refusal(.agree("c", .card(.card(9)), to: ConsentProgram.email, "3"))
                == .memberUnknown)
    }

    // MARK: Joining and coming back

    @Test func `who joins answers at once, and the reply asks for the rest`() throws {
        let program = try TestProgram(ConsentProgram.source(isRequired: true))
        let terms = ConsentAnswer(topic: ConsentProgram.terms, version: "1", isGranted: true)
        #expect(
            try program.refusal(joining("a", card: .card(1), []))
                == .consentRequired(ConsentProgram.terms, version: "1"))
        // The web shop asks for its terms too, but does not insist.
        try program.receipt(joining("b", card: .card(2), [], channel: "ec"))
        let command = joining("a", card: .card(1), [terms])
        let first = try program.receipt(command)
        #expect(first.questions?.map(\.line) == Self.all)
        #expect(try program.receipt(command) == first.replayed)
        try program.receipt(.agree("c", .card(.card(1)), to: ConsentProgram.email))
        #expect(try program.receipt(command) == first.replayed)
        let past = try program.consents(of: .card(.card(1))).history
        #expect(past.map(\.answers.count) == [1, 1])
        #expect(past.last?.evidence?.values == ["place": "counter 2"])
        #expect(past.last?.entry.event.answersCommand == false)
        // Of several errors the first in the order of the table is given.
        let unknown = ConsentAnswer(topic: ConsentProgram.terms, version: "9", isGranted: true)
        #expect(
            try program.refusal(joining("d", card: .card(1), [unknown]))?.code == .policyUnknown)
        #expect(try program.refusal(joining("d", card: .card(1), []))?.code == .identityTaken)
        // A card that nobody has registered agrees to nothing.
        try program.receipt(.join("p", card: .card(3), provisional: true))
        try program.reopen(flushing: true)
        #expect(try program.verification().differences == [])
        try program.close(flushing: true)
        #expect(try Engine.compare(path: program.path).difference == nil)
    }

    @Test func `who comes back is asked anew and may answer at once`() throws {
        let program = try TestProgram(ConsentProgram.source(isRequired: true))
        let terms = ConsentAnswer(topic: ConsentProgram.terms, version: "1", isGranted: true)
        let id = try #require(try program.receipt(joining("a", card: .card(1), [terms])).member).id
        let left = try program.receipt(.withdraw("w", .id(id)))
        #expect(left.questions == [])
        #expect(try program.consents(of: .id(id)).current == [])
        #expect(try program.consents(of: .id(id)).history.count == 1)
        #expect(
            try program.refusal(.agree("c", .id(id), to: ConsentProgram.email))
                == .memberWithdrawn(id))
        #expect(
            try program.refusal(.rejoin("r", card: .card(1)))
                == .consentRequired(ConsentProgram.terms, version: "1"))
        let rejoin = RejoinMember(
            identities: [IdentityClaim(kind: "store_card", value: .card(1))], profile: nil,
            consents: GivenConsents([terms]))
        let back = try program.receipt(.change("r", "member.rejoin", .rejoin(rejoin)))
        #expect(back.isRecognised && back.questions?.map(\.line) == Self.all)
        #expect(try program.consents(of: .id(id)).history.count == 2)
        #expect(try program.verification().differences == [])
    }

    // MARK: Lists

    @Test func `the history is paged, newest first`() throws {
        let program = try Self.program()
        let card = MemberReference.card(.card(1))
        for index in 1...6 {
            program.now = program.now.adding(seconds: 60)
            try program.receipt(
                .agree("c\(index)", card, to: ConsentProgram.email, granted: index % 2 == 0))
            try program.receipt(.grant("g\(index)", to: .card(1), 1))
        }
        var found: [JournalPosition] = []
        var next: JournalPosition?
        repeat {
            let page = try program.consents(of: card, limit: 3, from: next)
            #expect(page.history.count <= 3)
            found += page.history.map(\.entry.position)
            next = page.next
        } while next != nil
        #expect(found.count == 7 && found == found.sorted().reversed())
        try program.receipt(.join("z", card: .card(2)))
        for cursor in [JournalPosition(2), JournalPosition(99), found[0]] {
            let other = cursor == found[0] ? MemberReference.card(.card(2)) : card
            #expect(
                try program.refusal(.consents(of: other, from: cursor))?.code == .invalidParams)
        }
    }

    @Test func `member get shows what it is asked for`() throws {
        let program = try Self.program()
        let card = MemberReference.card(.card(1))
        try program.receipt(.agree("c", card, to: ConsentProgram.email))
        try program.receipt(.prefer("d", card, "newsletter", true))
        let get = Command(
            envelope: Envelope(method: "member.get"),
            action: .getMember(card, including: [.consents, .preferences]))
        guard case .member(let view, _, _) = try program.asked(get).reply else { return }
        #expect(view.consents == (try program.consents(of: card).current))
        #expect(view.consents?.map(\.status) == [.granted, .missing, .granted])
        #expect(view.preferences?.map(\.isInForce) == [true])
        try program.receipt(.publish("p", "email", "2"))
        guard case .member(let later, _, _) = try program.asked(get).reply else { return }
        #expect(later.consents?.map(\.status) == [.stale, .missing, .granted])
        #expect(later.preferences?.map(\.isInForce) == [false])
        guard case .member(let plain, _, _) = try program.asked(.member(card)).reply else { return }
        #expect(plain.consents == nil && plain.preferences == nil)
    }

    // MARK: The disk

    @Test func `is the same live, after a crash and folded anew`() throws {
        let program = try Self.program()
        let card = MemberReference.card(.card(1))
        try program.receipt(.agree("c", card, to: ConsentProgram.email))
        try program.receipt(.publish("p", "terms", "2"))
        try program.receipt(.prefer("d", card, "newsletter", true))
        let live = try program.consents(of: card)
        try program.reopen(flushing: false)
        #expect(try program.consents(of: card) == live)
        try program.reopen(flushing: true)
        #expect(try program.consents(of: card) == live)
        #expect(try program.verification().differences == [])
        try program.close(flushing: true)
        #expect(try Engine.compare(path: program.path).difference == nil)
        _ = try Engine.rebuild(path: program.path)
        try program.open()
        #expect(try program.consents(of: card) == live)
        #expect(try Engine.verify(path: program.path).found.differences == [])
    }
}
