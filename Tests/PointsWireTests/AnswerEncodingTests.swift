import PointsJSON
import Testing

@testable import PointsCore
@testable import PointsWire

/// The answers to questions, byte for byte: one for each kind of reply.
struct AnswerEncodingTests {
    private static let balance = """
        "balance":{"available":5,"pending":4,"held":3,"debt":-2,"spendable":8,\
        "expiringSoon":[{"points":5,"on":"2027-06-30"}]}
        """

    @Test
    func `a member has a rank or none`() {
        let ranked = MemberView(
            id: Sample.member, status: .provisional, joinedOn: Sample.day,
            tier: Sample.rank(next: TierView.Next(id: "gold", missing: 12_000)),
            identities: [])
        #expect(
            Sample.text(of: .member(ranked, Sample.balance)) == """
                {"member":{"id":"\(Sample.member)","status":"provisional",\
                "joinedOn":"2026-06-10","identities":[],"tier":{"id":"silver","title":{"ja":"シルバー","en":"Silver"},\
                "since":"2026-06-10","keptThrough":"2027-06-30","basis":138000,\
                "next":{"id":"gold","missing":12000},\
                "benefits":[{"ja":"送料無料","en":"Free delivery"}]}},\(Self.balance)}
                """)
        #expect(
            Sample.text(of: .member(Sample.view, Balance())).contains(#""tier":null"#))
    }

    @Test
    func `a member has lots where they were asked for`() {
        let lots = [Lot(terms: Sample.terms, points: 5)]
        let text = Sample.text(of: .member(Sample.view, Sample.balance, MemberParts(lots: lots)))
        #expect(
            text.hasSuffix(
                """
                "lots":[{"points":5,"class":"standard","company":"store-co",\
                "grantedOn":"2026-06-10","expiresOn":"2027-06-30"}],\(Self.balance)}
                """))
        #expect(
            Sample.text(of: .member(Sample.view, Sample.balance, MemberParts(lots: []))).contains(
                #""lots":[]"#))
    }

    @Test
    func `a balance names its member`() {
        #expect(
            Sample.text(of: .balance(Sample.member, Sample.balance))
                == "{\"member\":{\"id\":\"\(Sample.member)\"},\(Self.balance)}")
    }

    @Test
    func `a quote has what it would earn and what points may pay`() {
        let portion = Evaluation.Portion(pointClass: .standard, validity: .unlimited, points: 9)
        let evaluation = Evaluation(awards: [Sample.award], portions: [portion])
        let quote = QuoteView(
            evaluation: evaluation, redeemable: Redeemable(max: 100, min: 10, unit: 5),
            payable: Yen(1_078), balance: nil)
        let text = """
            {"earn":{"points":9,"rules":[{"rule":"earn/base","points":9,\
            "why":"980 → 49/5, floor 9"}]},\
            "redeemable":{"max":100,"unit":5,"min":10},"payable":1078
            """
        #expect(Sample.text(of: .quote(quote)) == text + "}")
        let known = QuoteView(
            evaluation: evaluation, redeemable: quote.redeemable, payable: quote.payable,
            balance: Sample.balance)
        #expect(Sample.text(of: .quote(known)) == "\(text),\(Self.balance)}")
    }

    @Test
    func `a purchase has its lines and what came back of them`() throws {
        let purchase = try #require(Purchase(Sample.entry(.purchaseRecorded(Sample.recorded()))))
        #expect(
            Sample.text(of: .purchase(purchase, nil)) == """
                {"purchase":{"id":"p_7","channel":"store","order":"S-1","status":"completed",\
                "total":1078,"redeemed":78,"payable":1000,"tax":98,"taxes":[],\
                "occurredAt":"2026-06-10T12:00:00+09:00","amountsIncludeTax":true,\
                "lines":[{"line":"1","sku":"A-1","category":"food/dairy","quantity":2,\
                "returned":0,"amount":1078,"taxRate":10}]},\
                "earned":{"points":9,"pending":false,"expiresOn":"2027-06-30",\
                "rules":[{"rule":"earn/base","points":9,"why":"980 → 49/5, floor 9"}]},\
                "stillEarned":9}
                """)
        #expect(Sample.text(of: .purchase(purchase, Sample.balance)).hasSuffix(Self.balance + "}"))
    }

    @Test
    func `a purchase tells that points are pending until they count`() throws {
        let sold = Sample.entry(.purchaseRecorded(Sample.recorded(isPending: true)))
        var purchase = try #require(Purchase(sold))
        #expect(Sample.text(of: .purchase(purchase, nil)).contains(#""points":9,"pending":true"#))
        try purchase.apply(
            Sample.entry(
                .pendingMatured(purchase: purchase.id),
                postings: [
                    Posting(.pending, -9, lot: Sample.terms, owner: purchase.id),
                    Posting(.available, 9, lot: Sample.terms),
                ]))
        #expect(Sample.text(of: .purchase(purchase, nil)).contains(#""points":9,"pending":false"#))
    }

    @Test(arguments: HoldStatus.allCases)
    func `a hold tells its status`(_ status: HoldStatus) {
        let hold = HoldView(
            id: JournalPosition(3),
            placed: HoldPlaced(order: nil, points: 600, expiresAt: Sample.noon), status: status,
            captured: 150)
        #expect(
            Sample.text(of: .hold(hold, Sample.balance)) == """
                {"hold":{"id":"h_3","points":600,"captured":150,"status":"\(status.rawValue)",\
                "expiresAt":"2026-06-10T12:00:00+09:00"},\(Self.balance)}
                """)
    }

    @Test
    func `health tells how long the journal is`() {
        #expect(
            Sample.text(of: .health(entries: JournalPosition(12)))
                == #"{"status":"ok","entries":12}"#)
    }

    @Test
    func `verification tells what it read and what differs`() {
        var found = Verification()
        (found.transactions, found.postings, found.members, found.lots) = (4, 3, 2, 1)
        let checked = """
            "checked":{"transactions":4,"postings":3,"members":2,"lots":1}
            """
        #expect(
            Sample.text(of: .verification(found)) == "{\"ok\":true,\(checked),\"differences\":[]}")
        found.note(
            Verification.Difference(
                invariant: "chain", member: 2, transaction: JournalPosition(9), detail: "d"))
        found.note(Verification.Difference(invariant: "sum", detail: "e"))
        #expect(
            Sample.text(of: .verification(found)) == """
                {"ok":false,\(checked),"differences":[{"invariant":"chain","member":2,\
                "transaction":"t_9","detail":"d"},{"invariant":"sum","detail":"e"}]}
                """)
    }

    // MARK: Histories

    private static let place = """
        "occurredAt":"2026-06-10T12:00:00+09:00","recordedAt":"2026-06-10T12:01:00+09:00",\
        "businessDay":"2026-06-10"
        """

    @Test
    func `a page of history tells where the next begins, and the last page does not`() {
        let entry = Sample.entry(.granted(reason: "r"), channel: nil)
        let transaction = """
            {"id":"t_7","type":"points.grant",\(Self.place),"postings":[],\
            "balanceAfter":{"available":5,"pending":4,"held":3,"debt":-2}}
            """
        #expect(
            Sample.text(of: .history([entry], next: JournalPosition(5)))
                == "{\"transactions\":[\(transaction)],\"cursor\":\"t_5\"}")
        #expect(Sample.text(of: .history([], next: nil)) == #"{"transactions":[]}"#)
    }

    @Test
    func `a transaction tells its postings with their lots`() {
        let forEver = LotTerms(
            pointClass: PointClass("campaign"), company: "ec-co", grantedOn: Sample.day,
            expiresOn: nil)
        let entry = Sample.entry(
            .purchaseRecorded(Sample.recorded()),
            postings: [
                Posting(.issued(company: "store-co"), -9),
                Posting(.available, 9, lot: Sample.terms),
                Posting(.held, 1, lot: forEver, owner: JournalPosition(3)),
            ])
        #expect(
            Sample.text(of: .history([entry], next: nil)) == """
                {"transactions":[{"id":"t_7","type":"purchase.record",\(Self.place),\
                "channel":"store","order":"S-1",\
                "rules":[{"rule":"earn/base","points":9,"why":"980 → 49/5, floor 9"}],\
                "postings":[{"account":"issued","company":"store-co","points":-9},\
                {"account":"available","points":9,"lot":{"class":"standard",\
                "company":"store-co","grantedOn":"2026-06-10","expiresOn":"2027-06-30"}},\
                {"account":"held","points":1,"lot":{"class":"campaign","company":"ec-co",\
                "grantedOn":"2026-06-10"}}],\
                "balanceAfter":{"available":5,"pending":4,"held":3,"debt":-2}}]}
                """)
    }

    @Test(arguments: [
        (Event.purchaseReturned(Sample.returned()), "purchase.return"),
        (.purchaseReturned(Sample.returned(isVoid: true)), "purchase.void"),
        (.pendingMatured(purchase: JournalPosition(7)), "points.confirm"),
    ])
    func `what follows a purchase names it`(_ event: Event, _ type: String) {
        let text = Sample.text(of: .history([Sample.entry(event)], next: nil))
        #expect(text.contains("\"type\":\"\(type)\""))
        #expect(text.contains(#""channel":"store","purchase":"p_7","postings""#))
    }

    @Test(arguments: [
        (Event.holdTimedOut(hold: JournalPosition(3)), "hold.timeout"),
        (.lotsExpired, "points.expire"), (.holdReleased(hold: JournalPosition(3)), "hold.release"),
        (.identityLinked(kind: "email"), "member.link"), (.adjusted(reason: "r"), "points.adjust"),
    ])
    func `what time or hand brings about has its name`(_ event: Event, _ type: String) {
        let text = Sample.text(of: .history([Sample.entry(event)], next: nil))
        #expect(text.contains("\"type\":\"\(type)\""))
        #expect(!text.contains("\"purchase\""))
    }
}
