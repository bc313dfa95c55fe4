import PointsCore
import TestSupport

/// The settings of a program and its rules, as plain values.
struct Policy {
    var standard: Lasting = .afterGrant(.months(2), to: .day)
    var limited: Lasting = .afterGrant(.days(20), to: .day)
    /// What moves the balance on where it follows activity.
    var activities: Set<Activity> = []
    var shortfall: ShortfallPolicy = .debt
    var redeemedOnReturn: RedeemedOnReturn = .keepOnRemaining
    var restore: RestorePolicy = .originalLot
    /// Days from the shipment to the day on which the points of an order in `ec` count.
    var afterDays = 0
    /// Days from the sale after which they count anyway.
    var latestDays: Int? = 90
    var holdsBlockLeaving = false
    var pendingBlocksLeaving = false
    var restoreWithinDays = 30
    /// Points for joining, and the months in which a person is given them once.
    var joiningBonus: Int64?
    var bonusEveryMonths = 12
    var recogniseForMonths = 24
    var provisionalEarns = true
    var provisionalRedeems = false
    var allowsAnonymousSales = true
    var pointValue: Int64 = 1
    var unreceiptedMax: Int64?
    var secondActorAbove: Int64?
    /// Whether the earning rules look at amounts with tax.
    var earnsOnTax = true
    var minRedeem: Int64 = 1
    var redeemUnit: Int64 = 1
    var maxPercent: Int64 = 100
    /// Points that an order of at most so much earns besides; a part return may make an order as small.
    var smallOrder: (total: Int64, points: Int64)?

    /// Ranks, if there are any.
    var ranks: Ranks?
    var campaign: Campaign?

    /// Yen for a point: of the standard ones, of the limited ones.
    static let yenPerPoint: [Int64] = [100, 250]
    static let holdMinutes: Int64 = 30
    /// Neither earns nor may be paid with points.
    static let giftCard = "gift_card"
    static let channels = ["store", "ec", "app"]
    static let reviewChannel = "app"

    static func company(of channel: String) -> String { channel == "store" ? "store-co" : "ec-co" }

    /// Whether what a channel sells waits for its shipment.
    static func waits(in channel: String) -> Bool { channel != "store" }

    /// Days after the shipment, and after the sale, as the channel has them.
    func waiting(in channel: String) -> (afterDays: Int, latestDays: Int?) {
        channel == "ec" ? (afterDays, latestDays) : (0, nil)
    }
}

extension Policy {
    /// One of each setting, as the seed has it.
    init(seed: UInt64) {
        var random = SeededGenerator(seed: seed &* 7_919 &+ 1)
        redeemedOnReturn = RedeemedOnReturn.allCases[Int(seed % 3)]
        shortfall = ShortfallPolicy.allCases[Int(seed / 3 % 3)]
        restore = [.originalLot, .originalLotGrace(days: 10), .newLot][Int(seed / 9 % 3)]
        let periods: [Lasting.Period] = [
            .day, .day, .months(1, from: 1), .months(3, from: 1), .months(6, from: 1),
            .months(12, from: 1), .months(12, from: 4),
        ]
        let spans: [Lasting.Span] = [.days(15), .days(40), .months(1), .months(2), .months(6)]
        let span = random.pick(spans) ?? .days(15)
        let period = random.pick(periods) ?? .day
        switch random.number(0...9) {
        case 0...4: standard = .afterGrant(span, to: period)
        case 5...7: standard = .afterActivity(span, to: period)
        case 8: standard = .until(Times.day(of: Generator.start) + 150)
        default: standard = .forever
        }
        activities = Set(Activity.allCases.filter { _ in random.chance(40) })
        if activities.isEmpty { activities = [.purchase] }
        limited = .afterGrant(
            random.pick([.days(5), .days(20), .months(1)]) ?? .days(5),
            to: random.chance(25) ? .months(1, from: 1) : .day)
        afterDays = Int(random.pick([0, 3, 14]) ?? 0)
        latestDays = random.chance(30) ? nil : random.pick([10, 30])
        holdsBlockLeaving = random.chance(50)
        pendingBlocksLeaving = random.chance(40)
        restoreWithinDays = Int(random.pick([0, 7, 30]) ?? 0)
        recogniseForMonths = Int(random.pick([2, 24]) ?? 2)
        provisionalEarns = random.chance(70)
        provisionalRedeems = random.chance(30)
        allowsAnonymousSales = random.chance(80)
        pointValue = random.chance(25) ? 2 : 1
        unreceiptedMax = random.chance(30) ? nil : random.pick([3_000, 50_000])
        secondActorAbove = random.chance(50) ? nil : 300
        earnsOnTax = random.chance(50)
        if random.chance(30) { smallOrder = (3_000, 30) }
        if random.chance(25) { (minRedeem, redeemUnit, maxPercent) = (20, 5, 50) }
        if random.chance(60) { ranks = Ranks(&random) }
        if random.chance(60) { campaign = Campaign(&random) }
        if random.chance(70) { joiningBonus = random.number(20...400) }
        bonusEveryMonths = Int(random.pick([1, 2, 12]) ?? 12)
    }
}
