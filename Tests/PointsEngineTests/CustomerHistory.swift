import PointsCore
import TestSupport

/// Seeded years of buying: sales in two channels, to members and to nobody, some of which come late, come back in part or
/// whole, or are undone.
struct CustomerHistory {
    static let start = Instant.noon
    static let days: Int64 = 1_100
    /// After the last of it.
    static let end = start.adding(seconds: (days + 90) * 86_400)

    private var generator: SeededGenerator
    private let members: Int
    private var steps: [(arrives: Int64, command: Command)] = []

    init(seed: UInt64, members: Int, sales: Int) {
        generator = SeededGenerator(seed: seed)
        self.members = members
        for number in 1...sales { addSale(number) }
        steps.sort { $0.arrives < $1.arrives }
    }

    /// The members' joining, and points to pay with; then what they do, in the order in which it arrives.
    var commands: [Command] {
        (1...members).flatMap { member -> [Command] in
            let long = CivilDate.day("2031-12-31")
            return [
                .join("j\(member)", card: .card(member), at: CustomerHistory.start),
                .grant(
                    "g\(member)", to: .card(member), 20_000, expiresOn: long,
                    at: CustomerHistory.start),
            ]
        } + steps.map(\.command)
    }

    private mutating func addSale(_ number: Int) {
        let day = Int64.random(in: 0..<CustomerHistory.days, using: &generator)
        let sold = day * 86_400 + Int64.random(in: 0..<36_000, using: &generator)
        let isLate = chance(of: 12)
        let late = isLate ? Int64.random(in: 1...864_000, using: &generator) : 0
        let channel = chance(of: 3) ? "ec" : "store"
        let order = "o\(number)"
        let card =
            chance(of: 15) ? nil : String.card(Int.random(in: 1...members, using: &generator))
        let isOvertaken = chance(of: 200)
        if isOvertaken {
            let void = Action.void(.order(channel: channel, order: order))
            add(
                .change(
                    "x\(number)", "purchase.void", void, at: at(sold), channel: channel), sold)
        }
        add(
            .sale(
                "s\(number)", to: card, order: order,
                yen: Int64.random(in: 0...20_000, using: &generator), quantity: 3,
                redeem: card != nil && chance(of: 5) ? 100 : nil, channel: channel, at: at(sold)),
            sold + late + (isOvertaken ? 60 : 0))
        if chance(of: 4) { addWhatFollows(number, order, channel, sold, late) }
        if chance(of: 80), let card { addUnreceipted(number, card, sold) }
    }

    private mutating func addWhatFollows(
        _ number: Int, _ order: String, _ channel: String, _ sold: Int64, _ late: Int64
    ) {
        if chance(of: 4) {
            let undone = sold + Int64.random(in: 60...3_600, using: &generator)
            return add(.void("v\(number)", order, channel: channel, at: at(undone)), undone + late)
        }
        var back = sold
        for part in 1...Int.random(in: 1...3, using: &generator) {
            back += Int64.random(in: 3_600...2_000_000, using: &generator)
            add(
                .takeBack(
                    "r\(number).\(part)", order, pieces: chance(of: 3) ? nil : 1, channel: channel,
                    at: at(back)), back + late)
        }
    }

    private mutating func addUnreceipted(_ number: Int, _ card: String, _ sold: Int64) {
        let line = BasketLine(
            name: "1", quantity: 1, amount: Yen(Int64.random(in: 1...900, using: &generator)),
            taxRate: 10)
        add(
            .change(
                "u\(number)", "purchase.returnWithoutReceipt",
                .returnUnreceipted(
                    .card(card), Basket(lines: [line], amountsIncludeTax: true)),
                at: at(sold + 90), channel: "store"), sold + 90)
    }

    private mutating func add(_ command: Command, _ arrives: Int64) {
        steps.append((arrives, command))
    }

    private func at(_ seconds: Int64) -> Instant { CustomerHistory.start.adding(seconds: seconds) }

    private mutating func chance(of one: Int) -> Bool {
        Int.random(in: 0..<one, using: &generator) == 0
    }
}
