import Testing

@testable import PointsCore

/// What members agree to and switch, from joining to coming back.
struct ConsentTests {
    private static func shop(_ policy: ConsentPolicy = Consents.policy()) throws -> Shop {
        var shop = try Shop()
        shop.consents = ConsentTimeline([Consents.step(1, policy)])
        return shop
    }

    private func has(_ shop: Shop, _ topic: ConsentTopic, on day: String) -> Bool? {
        shop.member?.hasConsent(to: topic, under: shop.consents, at: Times.noon(day))
    }

    private func questions(_ shop: Shop, on day: String) throws -> [String] {
        let record = try #require(shop.member).consents
        let questions = try #require(shop.consents.questions(for: record, at: Times.noon(day)))
        return questions.map { "\($0.topic.purpose) \($0.topic.company) \($0.reason.rawValue)" }
    }

    @discardableResult
    private func answer(
        _ answers: [ConsentAnswer], on day: String, in shop: inout Shop
    ) throws -> Entry {
        try shop.perform(at: Times.noon(day), in: Programs.web) { try $0.record(answers) }
    }

    @Test
    func `an answer says to what, which version, when and through which channel`() throws {
        var shop = try Self.shop()
        let entry = try answer(
            [Consents.answer(Consents.email), Consents.answer(Consents.terms, "1", false)],
            on: "2026-04-02", in: &shop)
        let given = try #require(shop.member?.consents.answer(to: Consents.email))
        #expect(given.answer == Consents.answer(Consents.email))
        #expect(given.at == Times.noon("2026-04-02"))
        #expect(given.channel == "ec")
        #expect(shop.member?.consents.last == entry.position)
        #expect(has(shop, Consents.email, on: "2026-04-02") == true)
        #expect(has(shop, Consents.terms, on: "2026-04-02") == false)
        #expect(has(shop, Consents.otherTerms, on: "2026-04-02") == false)
        #expect(try questions(shop, on: "2026-04-02") == ["terms ec-co missing"])
        let views = try #require(shop.member).consentViews(
            under: shop.consents, at: Times.noon("2026-04-02"))
        #expect(views.map(\.status) == [.granted, .missing, .denied])
    }

    @Test
    func `the newest answer counts by when it was given, not by when it arrived`() throws {
        var shop = try Self.shop()
        try answer([Consents.answer(Consents.email)], on: "2026-04-05", in: &shop)
        try answer([Consents.answer(Consents.email, "1", false)], on: "2026-04-03", in: &shop)
        #expect(has(shop, Consents.email, on: "2026-04-06") == true)
        try answer([Consents.answer(Consents.email, "1", false)], on: "2026-04-05", in: &shop)
        #expect(has(shop, Consents.email, on: "2026-04-06") == false)
    }

    @Test
    func `entries with answers name each other`() throws {
        var shop = try Self.shop()
        let first = try answer([Consents.answer(Consents.email)], on: "2026-04-02", in: &shop)
        try shop.grant(5, on: Times.noon("2026-04-02"))
        let second = try answer([Consents.answer(Consents.terms)], on: "2026-04-03", in: &shop)
        guard case .consentsRecorded(let recorded) = second.event else { return }
        #expect(recorded.previous == first.position)
        let forged = Entry(
            position: second.position.next, member: second.member, previous: second.position,
            cause: second.cause,
            event: .consentsRecorded(
                ConsentsRecorded(answers: [], previous: first.position)), postings: [],
            after: second.after)
        #expect(throws: LedgerFault.self) {
            try Member.folding(forged, hash: [], into: shop.member)
        }
    }

    @Test
    func `a version that nobody published is refused before a member who has left`() throws {
        var shop = try Self.shop()
        #expect(throws: Refusal.policyUnknown(Consents.email, version: "2")) {
            try answer([Consents.answer(Consents.email, "2")], on: "2026-04-02", in: &shop)
        }
        try shop.withdraw(on: Times.noon("2026-04-03"))
        #expect(throws: Refusal.policyUnknown(Consents.email, version: "2")) {
            try answer([Consents.answer(Consents.email, "2")], on: "2026-04-04", in: &shop)
        }
        #expect(throws: Refusal.memberWithdrawn(Shop.id)) {
            try answer([Consents.answer(Consents.email)], on: "2026-04-04", in: &shop)
        }
    }

    @Test
    func `leaving ends consents and switches, and coming back begins anew`() throws {
        var shop = try Self.shop()
        try answer([Consents.answer(Consents.email)], on: "2026-04-02", in: &shop)
        try shop.perform(at: Times.noon("2026-04-02")) {
            try $0.set([PreferenceSetting(preference: "post", isOn: false)])
        }
        let last = shop.member?.consents.last
        try shop.withdraw(on: Times.noon("2026-04-10"))
        #expect(has(shop, Consents.email, on: "2026-04-10") == false)
        #expect(try questions(shop, on: "2026-04-10") == [])
        let left = try #require(shop.member)
        #expect(left.consentViews(under: shop.consents, at: Times.noon("2026-04-10")) == [])
        #expect(left.preferenceViews(under: shop.consents, at: Times.noon("2026-04-10")) == [])
        // The history can still be followed.
        #expect(left.consents.last == last)
        try shop.rejoin(on: Times.noon("2026-04-12"))
        #expect(try questions(shop, on: "2026-04-12").count == 3)
        #expect(shop.member?.consents.choice(of: "post") == nil)
        // What was answered before and arrives late does not count.
        try answer([Consents.answer(Consents.email)], on: "2026-04-09", in: &shop)
        #expect(has(shop, Consents.email, on: "2026-04-12") == false)
        try answer([Consents.answer(Consents.email)], on: "2026-04-12", in: &shop)
        #expect(has(shop, Consents.email, on: "2026-04-12") == true)
    }

    // MARK: Joining

    @Test(
        arguments: [
            (Programs.store, ["store-co"], true), (Programs.store, ["ec-co"], false),
            (Programs.web, ["ec-co"], true), (nil, ["store-co"], false),
            (nil, ["store-co", "ec-co"], true), (Programs.store, [], false),
        ] as [(Channel?, [String], Bool)])
    func `who joins agrees to what the channel's company asks of everybody`(
        _ channel: Channel?, _ companies: [String], _ isEnough: Bool
    ) throws {
        var shop = try Self.shop(Consents.policy(email: nil, isRequired: true))
        let answers = companies.map {
            Consents.answer(ConsentTopic(purpose: "terms", company: $0))
        }
        var refusal: Refusal?
        try shop.perform(at: Times.noon("2026-04-02"), in: channel) { desk in
            do throws(Refusal) {
                try desk.situation.requireRequiredConsents(in: answers)
            } catch {
                refusal = error
            }
            try desk.grant(
                GrantPoints(member: .id(Shop.id), points: 1, reason: "test"), company: "store-co")
        }
        #expect((refusal == nil) == isEnough)
        #expect(refusal == nil || refusal?.code == .consentRequired)
    }

    @Test
    func `agreeing to a version that is stale, or refusing, is not enough`() throws {
        var shop = try Shop()
        shop.consents = ConsentTimeline(
            [
                Consents.step(1, Consents.policy(email: nil, isRequired: true)),
                Consents.step(
                    2, from: Times.noon("2026-04-02"),
                    Consents.policy(terms: "2", email: nil, isRequired: true)),
            ])
        for answer in [
            Consents.answer(Consents.terms, "1"), Consents.answer(Consents.terms, "2", false),
        ] {
            #expect(throws: Refusal.consentRequired(Consents.terms, version: "2")) {
                try shop.perform(at: Times.noon("2026-04-03"), in: Programs.store) {
                    try $0.situation.requireRequiredConsents(in: [answer])
                }
            }
        }
    }

    // MARK: Switches

    @Test
    func `a switch is on only with the consent that it needs`() throws {
        var shop = try Self.shop()
        func set(_ name: String, _ isOn: Bool, on day: String) throws {
            try shop.perform(at: Times.noon(day)) {
                try $0.set([PreferenceSetting(preference: name, isOn: isOn)])
            }
        }
        #expect(throws: Refusal.consentRequired(Consents.email, version: "1")) {
            try set("newsletter", true, on: "2026-04-02")
        }
        try set("newsletter", false, on: "2026-04-02")
        #expect(throws: Refusal.self) { try set("fax", true, on: "2026-04-02") }
        try answer([Consents.answer(Consents.email)], on: "2026-04-03", in: &shop)
        try set("newsletter", true, on: "2026-04-03")
        // One that was set before and arrives late changes nothing.
        try set("newsletter", false, on: "2026-04-02")
        func inForce() throws -> [Bool] {
            try #require(shop.member).preferenceViews(
                under: shop.consents, at: Times.noon("2026-04-04")
            ).map(\.isInForce)
        }
        #expect(try inForce() == [true, true])
        try answer([Consents.answer(Consents.email, "1", false)], on: "2026-04-04", in: &shop)
        #expect(try inForce() == [false, true])
        let views = try #require(shop.member).preferenceViews(
            under: shop.consents, at: Times.noon("2026-04-04"))
        #expect(views.map(\.isOn) == [true, true])
    }
}
