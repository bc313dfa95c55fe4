import Foundation
import PointsCore

/// How long an evaluation takes: the same sale under more and more rules. Run by scripts/bench-rules.
@main
enum RulesBench {
    static func main() {
        print("lines rules applying µs/evaluation (median of 5)")
        for (lines, rules) in [(1, 1), (5, 30), (5, 200), (20, 30), (20, 200), (20, 1_000)] {
            report(lines: lines, rules: rules)
        }
    }

    private static func report(lines: Int, rules: Int) {
        let ruleset = ruleset(of: rules)
        let basket = basket(of: lines).priced
        let context = context()
        let shares = basket.gross.map { _ in Int64(0) }
        let applying = ruleset.evaluate(basket, shares: shares, in: context).awards.count
        let rounds = max(200, 400_000 / (lines * rules + 50))
        var times: [Double] = []
        var sum: Int64 = 0
        for _ in 0..<6 {
            let start = DispatchTime.now().uptimeNanoseconds
            for _ in 0..<rounds {
                sum &+= ruleset.evaluate(basket, shares: shares, in: context).points
            }
            let spent = DispatchTime.now().uptimeNanoseconds - start
            times.append(Double(spent) / Double(rounds) / 1_000)
        }
        // The first warms up.
        let median = times.dropFirst().sorted()[2]
        precondition(sum > 0, "the rules give something")
        print("\(lines) \(rules) \(applying) \(String(format: "%.2f", median))")
    }

    private static func basket(of count: Int) -> Basket {
        let categories = ["food/dairy", "food/bread", "book", "toy/wood", "garden"]
        let lines = (0..<count).map { (place: Int) -> BasketLine in
            let taxRate: Int64 = place % 4 == 0 ? 8 : 10
            return BasketLine(
                name: String(place), sku: "sku-" + String(place % 7),
                category: categories[place % 5], quantity: Int64(place % 3 + 1),
                amount: Yen(Int64(318 + 97 * place)), taxRate: taxRate)
        }
        return Basket(lines: lines, amountsIncludeTax: true)
    }

    private static func context() -> SaleContext {
        SaleContext(
            channel: "store", company: "store-co", store: "S-12", terminal: "T-3",
            businessDay: CivilDate("2026-06-10") ?? CivilDate(dayNumber: 20_000),
            minuteOfDay: 900,
            standing: Standing(tier: "gold", memberSince: CivilDate("2025-01-01")))
    }

    /// A base rule, and campaigns of a kind that a retailer has many of; about one in six applies.
    private static func ruleset(of count: Int) -> Ruleset {
        let rules = (0..<count).map { (place: Int) -> EarnRule in
            return EarnRule(
                id: "earn/\(1_000 + place)", effective: EffectivePeriod(from: nil, to: nil),
                condition: place == 0 ? .all([]) : condition(place),
                lines: place % 3 == 0 ? .all([]) : lines(place),
                award: .rate(Rate(points: Fraction(Int128(place % 4 + 1)), per: 100)),
                includesTax: place % 2 == 0, redeemed: .deduct, stage: .order, rounding: .floor,
                group: place == 0 ? "base" : "campaign-\(place % 25)",
                pick: place == 0 ? .all : .best, priority: 0, pointClass: .standard,
                validity: nil)
        }
        return Ruleset(
            hash: [], program: program, earnRules: rules, burnRules: [])
    }

    private static func condition(_ place: Int) -> Condition {
        let store = Condition.store(["S-\(place % 30)", "S-\(place % 30 + 1)"])
        switch place % 6 {
        case 0: return .all([.channel(["store"]), .tier(["gold", "silver"])])
        case 1: return .all([.weekday([1, 2]), store])
        case 2: return .all([.dayOfMonth([place % 28 + 1]), .channel(["store", "ec"])])
        case 3: return .any([store, .all([.tier(["silver"]), .timeOfDay(from: 600, to: 720)])])
        case 4: return .orderTotal(AmountBound(min: Int64(place) * 100), includesTax: true)
        default: return .not(.channel(["store", "app"]))
        }
    }

    private static func lines(_ place: Int) -> LineCondition {
        place % 3 == 1
            ? .not(.category(["gift_card", "shipping"]))
            : .any([.category(["food", "toy"]), .sku(["sku-\(place % 9)"])])
    }

    private static let program = Program(
        name: "bench", currency: "JPY",
        calendar: BusinessCalendar(zone: .tokyo, startMinutes: 300), pointValue: 1,
        identityKinds: [:], companies: ["store-co"],
        channels: ["store": Channel(name: "store", company: "store-co", pending: .atOnce)],
        allowsAnonymousSales: true, validity: .unlimited, holdMinutes: 30, shortfall: .debt,
        redeemedOnReturn: .keepOnRemaining, restore: .originalLot,
        lifecycle: LifecyclePolicy(
            holdsBlockWithdrawal: false, pendingBlocksWithdrawal: false, eraseAfterDays: 30,
            restoreWithinDays: 30, joiningBonusEveryMonths: 12, recogniseForMonths: 24,
            provisionalEarns: true, provisionalRedeems: false))
}
