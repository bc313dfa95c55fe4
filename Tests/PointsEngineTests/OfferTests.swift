import PointsCore
import PointsEngine
import Testing

/// What the members of a segment are offered, and what they take.
struct OfferTests {
    /// Card 1 belongs to the segment and card 2 would, had they agreed; card 3 agreed and bought nothing.
    private func program(_ rules: RulesSource? = nil) throws -> TestProgram {
        let program = try TestProgram(rules ?? OfferProgram.source())
        for number in 1...3 {
            try program.receipt(.join("j\(number)", card: .card(number)))
        }
        for number in [1, 2] {
            try program.receipt(
                .sale("s\(number)", to: .card(number), order: "\(number)", yen: 11_000, quantity: 2)
            )
        }
        for number in [1, 3] {
            try program.receipt(
                .agree("c\(number)", .card(.card(number)), to: ConsentProgram.email))
        }
        return program
    }

    private func offers(_ command: Command, in program: TestProgram) throws -> [OfferView] {
        guard case .offers(_, let offers, _) = try program.asked(command).reply else {
            throw Refusal.internalFault("no offers")
        }
        return offers
    }

    private func spendable(_ card: String, in program: TestProgram) throws -> Int64 {
        guard case .balance(_, let balance) = try program.asked(.balance(of: card)).reply else {
            throw Refusal.internalFault("no balance")
        }
        return balance.spendable
    }

    private func obstacle(_ command: Command, in program: TestProgram) throws -> OfferObstacle? {
        guard case .offerUnavailable(_, let obstacle)? = try program.refusal(command) else {
            return nil
        }
        return obstacle
    }

    // MARK: Shown

    @Test func `are shown to who is in the segment and agreed to its purpose`() throws {
        let program = try program()
        let shown = try offers(.offers(.card(1)), in: program)
        #expect(shown.map(\.offer.id) == [OfferProgram.letter, "offers/rule"])
        #expect(shown.map(\.claimsLeft) == [2, nil])
        // The rule ends before the offer would.
        #expect(shown.map(\.lastDay) == [.day("2026-06-10"), .day("2026-06-20")])
        #expect(shown.map(\.title?.en) == ["Letter", "Five more"])
        #expect(shown[1].ruleTitle?.en == "For the good")
        for card in [2, 3] { #expect(try offers(.offers(.card(card)), in: program) == []) }
    }

    @Test func `are shown in their channels, on their days`() throws {
        let program = try program()
        let inShop = try offers(.offers(.card(1), channel: "store"), in: program)
        #expect(inShop.map(\.offer.id) == ["offers/rule"])
        program.now = .noon.adding(seconds: 86_400 * 10)
        #expect(try offers(.offers(.card(1)), in: program).map(\.offer.id) == ["offers/rule"])
        program.now = .noon.adding(seconds: 86_400 * 20)
        #expect(try offers(.offers(.card(1)), in: program) == [])
    }

    @Test func `who takes the consent back is shown nothing`() throws {
        let program = try program()
        try program.receipt(
            .agree("n", .card(.card(1)), to: ConsentProgram.email, granted: false))
        #expect(try offers(.offers(.card(1)), in: program) == [])
        #expect(try obstacle(.claim("k", by: .card(1)), in: program) == .noConsent)
    }

    @Test func `nothing is shown to who is barred or has left, and who is merged is named`() throws
    {
        let program = try program()
        let id = try program.id(of: 1)
        try program.receipt(.suspend("a", .id(id)))
        #expect(try offers(.offers(.card(1)), in: program) == [])
        #expect(try program.refusal(.claim("k", by: .card(1))) == .memberSuspended(id))
        try program.receipt(.resume("b", .id(id)))
        try program.receipt(.merge("c", .id(id), into: .card(.card(2))))
        let question = Command(
            envelope: Envelope(method: "offer.list"), action: .listOffers(.id(id)))
        #expect(
            try program.refusal(question) == .memberMerged(id, survivor: try program.id(of: 2)))
        let third = try program.id(of: 3)
        try program.receipt(.withdraw("d", .id(third)))
        let gone = Command(
            envelope: Envelope(method: "offer.list"), action: .listOffers(.id(third)))
        #expect(try offers(gone, in: program) == [])
    }

    @Test func `a visitor is offered nothing and claims nothing`() throws {
        let program = try TestProgram(
            OfferProgram.source(changes: [
                #""ec_account": {}"#: #""ec_account": {}, "visitor": {"anonymous": true}"#
            ]))
        let visitor = MemberReference.identity(kind: "visitor", value: "v-1")
        try program.receipt(
            .change(
                "v", "activity.record",
                .recordActivity(RecordActivity(member: visitor, activity: "view")), channel: "ec"))
        let id = try program.id(of: 1)
        let question = Command(
            envelope: Envelope(method: "offer.list"), action: .listOffers(.id(id)))
        #expect(try offers(question, in: program) == [])
        let claim = Command.change(
            "k", "offer.claim", .claimOffer(.id(id), offer: OfferProgram.letter), channel: "ec")
        #expect(try program.refusal(claim) == .memberProvisional(id))
        guard case .segment(let view) = try program.reply(to: .members()) else {
            Issue.record("no segment")
            return
        }
        #expect(view.members == [])
    }

    // MARK: Claimed

    @Test func `gives its points once for each claim, to its own last day`() throws {
        let program = try program()
        let before = try spendable(.card(1), in: program)
        let receipt = try program.receipt(.claim("k", by: .card(1)))
        guard case .offerClaimed(let claimed) = receipt.entry.event else {
            Issue.record("no claim")
            return
        }
        #expect(claimed.offer == OfferProgram.letter)
        #expect(claimed.lots.map(\.points) == [300])
        #expect(claimed.lots.map(\.terms.expiresOn) == [.day("2026-06-30")])
        #expect(claimed.lots.map(\.terms.pointClass.name) == ["letter"])
        #expect(claimed.awards.map(\.points) == [300])
        #expect(try spendable(.card(1), in: program) == before + 300)
        let again = try program.receipt(.claim("k", by: .card(1)))
        #expect(again.isReplay && again.entry == receipt.entry)
        #expect(try offers(.offers(.card(1)), in: program).first?.claimsLeft == 1)
        try program.receipt(.claim("l", by: .card(1)))
        #expect(try obstacle(.claim("m", by: .card(1)), in: program) == .usedUp)
        #expect(try offers(.offers(.card(1)), in: program).map(\.offer.id) == ["offers/rule"])
        program.now = .noon.adding(seconds: 86_400 * 30)
        #expect(try spendable(.card(1), in: program) == before)
        #expect(try program.verification().differences == [])
        try program.reopen(flushing: true)
        #expect(try Engine.compare(path: program.path).difference == nil)
    }

    @Test func `says why it is not there`() throws {
        let program = try program()
        let later = Instant.noon.adding(seconds: 86_400 * 10)
        #expect(try obstacle(.claim("a", by: .card(2)), in: program) == .noConsent)
        #expect(try obstacle(.claim("b", by: .card(3)), in: program) == .notInSegment)
        let inShop = Command.claim("c", by: .card(1), channel: "store")
        #expect(try obstacle(inShop, in: program) == .otherChannel)
        program.now = later
        #expect(try obstacle(.claim("d", by: .card(1)), in: program) == .notInForce)
    }

    @Test(arguments: ["offers/none", "offers/rule"])
    func `an offer that gives no points by itself cannot be claimed`(_ offer: String) throws {
        let refusal = try program().refusal(.claim("k", by: .card(1), offer))
        #expect(
            refusal
                == .invalidParams(
                    pointer: "/offer", expected: "an offer of points of the rules: offers/letter"))
    }

    @Test func `a budget that has no room for a whole claim is spent`() throws {
        let rules = try OfferProgram.source(cap: #"{"perMember": 9, "total": 899}"#)
        let program = try program(rules)
        for key in ["a", "b"] { try program.receipt(.claim(key, by: .card(1))) }
        #expect(try obstacle(.claim("c", by: .card(1)), in: program) == .budgetSpent)
        #expect(try offers(.offers(.card(1)), in: program).map(\.offer.id) == ["offers/rule"])
    }

    @Test func `two who turn out to be one person have claimed it together`() throws {
        let program = try program()
        try program.receipt(.agree("c2", .card(.card(2)), to: ConsentProgram.email))
        try program.receipt(.claim("a", by: .card(1)))
        try program.receipt(.claim("b", by: .card(2)))
        let (first, second) = (try program.id(of: 1), try program.id(of: 2))
        try program.receipt(.merge("m", .id(second), into: .id(first)))
        #expect(try obstacle(.claim("c", by: .card(1)), in: program) == .usedUp)
        try program.receipt(.unmerge("u", .id(second), from: .id(first)))
        for card in [1, 2] {
            #expect(try offers(.offers(.card(card)), in: program).first?.claimsLeft == 1)
        }
        #expect(try program.verification().differences == [])
    }

    /// What was claimed under other rules counts by how often, not by how much.
    @Test func `other points in the next rules are no new claims`() throws {
        let program = try program(OfferProgram.source(cap: #"{"perMember": 1}"#))
        try program.receipt(.claim("a", by: .card(1)))
        program.rules = try OfferProgram.source(
            grant: #"{"points": 900}"#, cap: #"{"perMember": 2}"#)
        try program.reopen(flushing: true)
        #expect(try offers(.offers(.card(1)), in: program).first?.claimsLeft == 1)
        try program.receipt(.claim("b", by: .card(1)))
        #expect(try obstacle(.claim("c", by: .card(1)), in: program) == .usedUp)
    }
}
