import PointsCore
import PointsJSON
import Testing

@testable import PointsWire

/// The answers to changes, byte for byte: one for each kind of event.
struct ReceiptEncodingTests {
    private static let balance = """
        "balance":{"available":5,"pending":4,"held":3,"debt":-2,"spendable":8,\
        "expiringSoon":[{"points":5,"on":"2027-06-30"}]}
        """
    private static let member = """
        "member":{"id":"\(Sample.member)","status":"active","joinedOn":"2026-06-10",\
        "identities":[{"kind":"store_card","value":"4901","verified":true}],"tier":null}
        """

    private static func head(_ status: String) -> String {
        """
        "purchase":{"id":"p_7","channel":"store","order":"S-1","status":"\(status)",\
        "total":1078,"redeemed":78,"payable":1000,"tax":98,"taxes":[]}
        """
    }

    private static let rules = """
        "rules":[{"rule":"earn/base","points":9,"why":"980 → 49/5, floor 9"}]
        """

    private static let back = """
        "clawedBack":9,"restored":78,\
        "shortfall":{"points":2,"policy":"refund","keepFromRefund":2},\
        "refund":{"money":1000,"points":78}
        """

    private func text(
        _ event: Event, command: String = "", member: Int64 = 1, of view: MemberView? = nil,
        isReplay: Bool = false, isPreview: Bool = false, isRecognised: Bool = false,
        purchase: Purchase? = nil, hold: HoldView? = nil
    ) -> String {
        Sample.text(
            of: .done(
                Receipt(
                    entry: Sample.entry(event, command: command, member: member),
                    isReplay: isReplay, isPreview: isPreview, member: view,
                    isRecognised: isRecognised, purchase: purchase, hold: hold)))
    }

    private var sold: Purchase? { Purchase(Sample.entry(.purchaseRecorded(Sample.recorded()))) }

    // MARK: Members

    @Test
    func `joining tells the member, what was granted and the balance`() {
        let joined = Event.joined(Joined(id: Sample.member, on: Sample.day))
        #expect(
            text(joined, of: Sample.view)
                == "{\"granted\":[],\(Self.member),\(Self.balance)}")
    }

    @Test
    func `coming back tells whether the person was recognised`() {
        let rejoined = Event.rejoined(Rejoined(on: Sample.day, restored: 4))
        let start = "\"bonusGranted\":false,\"debt\":-2,\"reconsent\":[]"
        #expect(
            text(rejoined, of: Sample.view, isRecognised: true)
                == "{\"recognised\":true,\"restored\":4,\(start),\(Self.member),\(Self.balance)}")
    }

    @Test
    func `who comes back unrecognised joins and gets the same members of the reply`() {
        let joined = Event.joined(Joined(id: Sample.member, on: Sample.day))
        let start = "\"bonusGranted\":false,\"debt\":-2,\"reconsent\":[]"
        #expect(
            text(joined, command: "member.rejoin", of: Sample.view)
                == "{\"recognised\":false,\"restored\":0,\(start),\(Self.member),\(Self.balance)}")
    }

    @Test(arguments: [false, true])
    func `leaving and its preview tell what is lost`(_ isPreview: Bool) {
        let withdrawn = Event.withdrawn(
            Withdrawn(reason: "r", forfeited: 6, cancelledPending: 4, releasedHolds: 3))
        let mark = isPreview ? "\"preview\":true," : ""
        #expect(
            text(withdrawn, of: Sample.view, isPreview: isPreview) == """
                {\(mark)"forfeited":6,"cancelledPending":4,"releasedHolds":3,"debt":-2,\
                \(Self.member),\(Self.balance)}
                """)
    }

    // MARK: Purchases

    @Test(arguments: [false, true])
    func `a sale tells what it earned and a repeated key is marked`(_ isReplay: Bool) {
        let mark = isReplay ? "\"replayed\":true," : ""
        let recorded = Event.purchaseRecorded(Sample.recorded())
        #expect(
            text(recorded, isReplay: isReplay, purchase: sold) == """
                {\(mark)\(Self.head("completed")),"earned":{"points":9,"pending":false,\
                "expiresOn":"2027-06-30",\(Self.rules)},\(Self.balance)}
                """)
    }

    @Test
    func `a sale whose points wait tells when they count`() {
        let recorded = Event.purchaseRecorded(Sample.recorded(isPending: true))
        #expect(
            text(recorded, purchase: sold) == """
                {\(Self.head("pending")),"earned":{"points":9,"pending":true,\
                "confirmsOn":"2026-06-11",\(Self.rules)},\(Self.balance)}
                """)
    }

    @Test
    func `an activity tells what it is called and what it earned`() {
        let terms = LotTerms(
            pointClass: .standard, company: "ec-co", grantedOn: Sample.day,
            expiresOn: CivilDate("2027-06-30"))
        let recorded = ActivityRecorded(
            activity: "review", subject: "sku", reference: "r",
            lots: [Lot(terms: terms, points: 9)],
            awards: [Sample.award])
        let head = #""activity":{"id":"a_7","activity":"review","#
        let time = #""occurredAt":"2026-06-10T12:00:00+09:00"}"#
        #expect(
            text(.activityRecorded(recorded), isReplay: true) == """
                {"replayed":true,\(head)"subject":"sku","reference":"r",\(time),\
                "earned":{"points":9,"pending":false,"expiresOn":"2027-06-30",\(Self.rules)},\
                \(Self.balance)}
                """)
        #expect(
            text(.activityRecorded(ActivityRecorded(activity: "review"))) == """
                {\(head)\(time),"earned":{"points":0,"pending":false,"rules":[]},\(Self.balance)}
                """)
    }

    @Test
    func `a sale to nobody has no balance`() {
        let recorded = Event.purchaseRecorded(Sample.recorded())
        #expect(
            text(recorded, member: Entry.programMember, purchase: sold) == """
                {\(Self.head("completed")),"earned":{"points":9,"pending":false,\
                "expiresOn":"2027-06-30",\(Self.rules)}}
                """)
    }

    @Test(arguments: [nil, Sample.noon.adding(seconds: 86_400)])
    func `a confirmation tells when the points count, if not at once`(_ due: Instant?) {
        let confirmed = Event.purchaseConfirmed(
            PurchaseConfirmed(
                purchase: JournalPosition(7), pieces: [LinePieces(line: 0, quantity: 2)], points: 9,
                dueAt: due, summary: Sample.summary(.completed)))
        let day = due == nil ? "" : "\"confirmsOn\":\"2026-06-11\","
        #expect(
            text(confirmed, purchase: sold)
                == "{\(Self.head("completed")),\"confirmed\":9,\(day)\(Self.balance)}")
    }

    @Test
    func `a return tells what went back either way`() {
        #expect(
            text(.purchaseReturned(Sample.returned()), purchase: sold)
                == "{\(Self.head("partly_returned")),\(Self.back),\(Self.balance)}")
    }

    @Test
    func `a void is told as a return of everything`() {
        #expect(
            text(.purchaseReturned(Sample.returned(isVoid: true)), purchase: sold)
                == "{\(Self.head("voided")),\(Self.back),\(Self.balance)}")
    }

    @Test
    func `points restored past their last day are told apart`() {
        let text = text(.purchaseReturned(Sample.returned(restoredExpired: 3)), purchase: sold)
        #expect(text.contains(#""restored":78,"restoredExpired":3,"shortfall""#))
        #expect(!self.text(.purchaseReturned(Sample.returned())).contains("restoredExpired"))
    }

    // MARK: Holds, the day, and the rest

    @Test
    func `a hold tells its id, its points and until when`() {
        let placed = HoldPlaced(order: "EC-1", points: 3, expiresAt: Sample.noon)
        let view = HoldView(id: JournalPosition(7), placed: placed, status: .open)
        #expect(
            text(.holdPlaced(placed), hold: view) == """
                {"transaction":"t_7","hold":{"id":"h_7","points":3,"captured":0,"status":"open",\
                "expiresAt":"2026-06-10T12:00:00+09:00","order":"EC-1"},\(Self.balance)}
                """)
    }

    @Test(arguments: [
        Event.identityLinked(kind: "email"), .granted(reason: "r"), .adjusted(reason: "r"),
        .balanceOpened(BalanceOpened(source: "pos", file: "00", line: 2, cell: "5")),
        .holdReleased(hold: JournalPosition(3)), .holdTimedOut(hold: JournalPosition(3)),
        .lotsExpired, .pendingMatured(purchase: JournalPosition(3)),
    ])
    func `what changes points alone tells its transaction and the balance`(_ event: Event) {
        #expect(text(event) == "{\"transaction\":\"t_7\",\(Self.balance)}")
    }

    @Test
    func `a closed day tells its totals and its hash`() {
        let totals = [
            DayTotal(account: .available, channel: nil, points: 5),
            DayTotal(
                account: .migrated(company: "store-co", source: "pos"), channel: "store",
                points: -5),
        ]
        let closed = DayClosed(
            day: Sample.day, transactions: 2, totals: totals, hash: [0x00, 0xab, 0xff])
        #expect(
            text(.dayClosed(closed), member: Entry.programMember) == """
                {"day":"2026-06-10","transactions":2,"totals":[\
                {"account":"available","points":5},\
                {"account":"migrated","company":"store-co","source":"pos","channel":"store",\
                "points":-5}],"hash":"00abff"}
                """)
    }
}
