import Testing

@testable import PointsCore

/// A random life of one member, led in the program and in the reference model at once.
struct History {
    private var shop: Shop
    private var model: ReferenceModel
    private var random: SeededGenerator
    private var now = Times.noon("2026-04-01")
    private var holds: [JournalPosition] = []
    private var sales: [(id: JournalPosition, channel: Channel)] = []
    /// What was done so far, for whoever has to find out why it went wrong.
    private(set) var log: [String] = []
    /// How many commands were carried out.
    private(set) var done = 0

    init(seed: UInt64) throws {
        random = SeededGenerator(seed: seed)
        let redeemed = RedeemedOnReturn.allCases[Int(seed % 3)]
        let shortfall = ShortfallPolicy.allCases[Int(seed / 3 % 3)]
        let earn = [
            Programs.earnRule(
                "earn/base", validity: .afterGrant(.months(2), roundedTo: .day)),
            Programs.earnRule(
                "earn/limited", award: .rate(Rate(points: Fraction(1), per: 250)),
                group: "limited", pointClass: PointClass("limited"),
                validity: .afterGrant(.months(1), roundedTo: .day)),
        ]
        let rules = Programs.rules(earn: earn) {
            $0.redeemedOnReturn = redeemed
            $0.shortfall = shortfall
            $0.validity = .afterGrant(.months(2), roundedTo: .day)
            $0.lifecycle.pendingBlocksWithdrawal = true
        }
        shop = try Shop(rules, joining: now)
        model = ReferenceModel(redeemedOnReturn: redeemed, shortfall: shortfall)
    }

    /// One more command, some time later; what the program and the model make of it must be the same.
    mutating func step() throws {
        pass()
        let moment = now
        let time = moment.milliseconds
        // Who is away is refused nearly everything, so they come back before long.
        let isAway = shop.member?.status == .withdrawn && Int.random(in: 0..<4, using: &random) == 0
        switch isAway ? 99 : Int.random(in: 0..<97, using: &random) {
        case 0..<15:
            let points = Int64.random(in: 1...500, using: &random)
            let days = Int.random(in: 0...40, using: &random)
            let isLimited = Bool.random(using: &random)
            let last = isLimited ? CivilDate(dayNumber: ReferenceModel.day(time) + days) : nil
            try both("grant \(points) to \(last?.description ?? "-")") {
                $0.grant(
                    points, limited: isLimited, expires: last.map { Int($0.dayNumber) }, at: time)
            } and: {
                try $0.grant(
                    points, on: moment, until: last?.description,
                    class: isLimited ? PointClass("limited") : .standard)
            }
        case 15..<22:
            let points = Int64.random(in: 1...300, using: &random) * (time % 2 == 0 ? 1 : -1)
            try both("adjust \(points)") {
                $0.adjust(points, at: time)
            } and: {
                try $0.adjust(points, on: moment)
            }
        case 22..<34: try place()
        case 34..<39:
            guard let index = holds.indices.randomElement(using: &random) else { return }
            let id = holds[index]
            try both("release \(index)") {
                $0.release(index, at: time)
            } and: {
                try $0.release(id, on: moment)
            }
        case 39..<66: try sell()
        case 66..<72: try confirm()
        case 72..<88: try takeBack()
        case 88..<92:
            guard let index = sales.indices.randomElement(using: &random) else { return }
            let id = sales[index].id
            try both("void \(index)") {
                $0.void(index, at: time)
            } and: {
                try $0.void(id, on: moment)
            }
        case 92..<94:
            try both("withdraw") {
                $0.withdraw(at: time)
            } and: {
                try $0.withdraw(on: moment)
            }
        default:
            try both("rejoin") {
                $0.rejoin(at: time)
            } and: {
                try $0.rejoin(on: moment)
            }
        }
    }

    /// Minutes, hours, days or months go by.
    private mutating func pass() {
        let minutes: Int64 =
            switch Int.random(in: 0..<20, using: &random) {
            case 0..<9: Int64.random(in: 1...45, using: &random)
            case 9..<15: Int64.random(in: 60...1_440, using: &random)
            case 15..<19: Int64.random(in: 1_440...20_000, using: &random)
            default: Int64.random(in: 40_000...130_000, using: &random)
            }
        now = Instant(milliseconds: now.milliseconds + minutes * 60_000 + 1)
    }

    /// Asks both; a refusal must be the same, and where there is none, so must every balance be.
    private mutating func both(
        _ command: String, _ expected: (inout ReferenceModel) -> ErrorCode?,
        and actual: (inout Shop) throws -> Void
    ) throws {
        log.append("\(now.formatted(offsetSeconds: 32_400)) \(command)")
        var wanted = model
        let refusal = expected(&wanted)
        var found: ErrorCode?
        do {
            try actual(&shop)
        } catch let error as Refusal {
            found = error.code
        }
        try #require(found == refusal, "\(log.suffix(40))")
        guard refusal == nil else { return }
        model = wanted
        done += 1
        let wallet = shop.wallet
        try #require(
            [wallet.available, wallet.held, wallet.pending, wallet.debt]
                == [model.available, model.held, model.pending, model.debt], "\(log.suffix(40))")
        try #require(shop.invariantBroken() == nil, "\(log.suffix(40))")
    }
}

// MARK: - Commands with something to choose

extension History {
    private mutating func place() throws {
        let points = Int64.random(in: 1...400, using: &random)
        let moment = now
        let end = moment.adding(seconds: Int64.random(in: 1...90, using: &random) * 3_600)
        var placed: JournalPosition?
        try both("hold \(points) to \(end.milliseconds)") {
            $0.place(points, until: end.milliseconds, at: moment.milliseconds)
        } and: {
            placed = try $0.place(points, on: moment, until: end)
        }
        if let placed { holds.append(placed) }
    }

    private mutating func sell() throws {
        let lines = (0..<Int.random(in: 1...4, using: &random)).map { place in
            BasketLine(
                name: String(place), quantity: Int64.random(in: 1...4, using: &random),
                amount: Yen(Int64.random(in: 0...30_000, using: &random)), taxRate: 10)
        }
        let basket = Basket(lines: lines, amountsIncludeTax: true)
        let channels = [Programs.store, Programs.web, Programs.slowWeb]
        let channel = channels[Int.random(in: 0..<3, using: &random)]
        var redeem: Int64?
        var hold: Int?
        switch Int.random(in: 0..<6, using: &random) {
        case 0: hold = holds.indices.last
        case 1:
            hold = holds.indices.randomElement(using: &random)
            redeem = Int64.random(in: 0...300, using: &random)
        case 2, 3: redeem = Int64.random(in: 1...600, using: &random)
        default: break
        }
        let (points, bound, id) = (redeem, hold, hold.map { holds[$0] })
        let moment = now
        var sold: JournalPosition?
        let amounts = lines.map { "\($0.quantity) for \($0.amount.amount)" }
        try both("sell \(amounts), redeem \(points ?? -1), hold \(bound ?? -1), \(channel.name)") {
            $0.sell(
                basket, redeem: points, hold: bound, in: channel,
                at: moment.milliseconds)
        } and: {
            sold = try $0.sell(basket, on: moment, in: channel, redeem: points, hold: id).id
        }
        if let sold { sales.append((sold, channel)) }
    }

    private mutating func confirm() throws {
        guard let index = sales.indices.randomElement(using: &random) else { return }
        let (sale, moment) = (sales[index], now)
        try both("confirm \(index)") {
            $0.confirm(
                index, afterDays: sale.channel.name == "slow" ? 14 : 0, at: moment.milliseconds)
        } and: {
            try $0.confirm(sale.id, on: moment)
        }
    }

    private mutating func takeBack() throws {
        guard let index = sales.indices.randomElement(using: &random) else { return }
        let (sale, moment) = (sales[index], now)
        let left = model.sold[index].left
        let isAll = model.sold[index].isOver || Int.random(in: 0..<5, using: &random) == 0
        var pieces = left
        if !isAll {
            for line in left.indices {
                // Now and then one more than there are.
                let most = left[line] + (Int.random(in: 0..<20, using: &random) == 0 ? 1 : 0)
                pieces[line] = Int64.random(in: 0...most, using: &random)
            }
            guard pieces.contains(where: { $0 > 0 }) else { return }
        }
        let asked = pieces.indices.filter { pieces[$0] > 0 }.map {
            (line: String($0), quantity: pieces[$0])
        }
        let back = pieces
        try both("return \(isAll ? "all" : "\(pieces)") of \(index)") {
            $0.takeBack(back, of: index, at: moment.milliseconds)
        } and: {
            try $0.takeBack(isAll ? nil : asked, of: sale.id, on: moment)
        }
        guard let purchase = shop.purchases[sale.id] else { return }
        let expected = model.sold[index]
        try #require(
            purchase.earned == expected.earned.reduce(0, +)
                && purchase.summary.redeemed == expected.redeemed, "\(log.suffix(40))")
    }

    /// Gives back what is left of every purchase: nothing is then earned and nothing redeemed.
    mutating func returnEverything() throws {
        for index in sales.indices where !model.sold[index].isOver {
            let (sale, moment) = (sales[index], now)
            let left = model.sold[index].left
            try both("return all of \(index)") {
                $0.takeBack(left, of: index, at: moment.milliseconds)
            } and: {
                try $0.takeBack(of: sale.id, on: moment)
            }
        }
        for sale in sales {
            let purchase = try #require(shop.purchases[sale.id])
            try #require(purchase.earned == 0 && purchase.summary.redeemed == 0, "\(log)")
        }
        try #require(shop.wallet.pending == 0, "\(log)")
    }
}
