import TestSupport

/// Makes random histories: everything that members, tills and operators do, late, twice and wrongly.
///
/// It follows the model to make steps that have a chance to succeed; what it makes are plain values.
struct Generator {
    /// Monday 2026-06-01, noon in Tokyo.
    static let start: Int64 = 1_780_282_800_000

    var random: SeededGenerator
    var model: Model
    var clock = Generator.start
    var steps: [Step] = []
    private let people: Int

    private init(seed: UInt64) {
        random = SeededGenerator(seed: seed)
        model = Model(policy: Policy(seed: seed), openedAt: Generator.start)
        people = Int(random.number(2...5))
    }

    /// The history of a seed.
    static func history(seed: UInt64, count: Int) -> [Step] {
        var generator = Generator(seed: seed)
        while generator.steps.count < count { generator.addStep() }
        return generator.steps
    }

    private mutating func addStep() {
        pass()
        let number = steps.count
        var step = Step(
            number: number, clock: clock, occurredAt: nil, key: "k\(number)", deed: .verify)
        if number < people {
            step.deed = .join(cards: [number], isProvisional: random.chance(20))
        } else if random.chance(4), let earlier = random.pick(steps.filter(\.isChange)) {
            // The same key again, now and then for something else.
            step.key = earlier.key
            step.occurredAt = earlier.occurredAt
            if random.chance(70) {
                step.deed = earlier.deed
                step.repeats = earlier.content
            } else {
                step.deed = change()
            }
        } else {
            step.occurredAt = occurrence()
            step.deed = deed()
        }
        _ = model.answer(step)
        steps.append(step)
    }
}

// MARK: - Time

extension Generator {
    /// Minutes, hours, days or months go by, or just as much as something takes to come true.
    private mutating func pass() {
        switch random.number(0...99) {
        case 0..<45: clock += random.number(0...45) * Times.minute
        case 45..<72: clock += random.number(1...24) * Times.hour + random.number(0...999)
        case 72..<88: clock += random.number(Times.day...6 * Times.day)
        case 88..<90: clock += random.number(20 * Times.day...100 * Times.day)
        case 90..<95: clock = Times.start(of: Times.day(of: clock) + 1)
        default:
            let due = model.people.values.flatMap { person in
                person.points.holds.map(\.until) + person.points.waiting.compactMap(\.due)
            }
            if let next = random.pick(due.filter { $0 > clock }.sorted()) { clock = next }
        }
    }

    /// When it happened, by a clock that may be ahead, or at a till that was offline.
    private mutating func occurrence() -> Int64? {
        switch random.number(0...99) {
        case 0..<70: nil
        case 70..<80: clock - random.number(0...300) * Times.minute
        case 80..<90: clock - random.number(0...10 * Times.day)
        case 90..<97: clock + random.number(0...Times.day)
        case 97: clock + Times.day + random.number(0...2)
        default: clock
        }
    }
}

// MARK: - Who and which

extension Generator {
    mutating func who() -> Step.Who {
        let joined = standing(random.chance(80))
        let here = model.owners.keys.sorted()
        if random.chance(70), let card = random.pick(here) { return .card(card) }
        if random.chance(97), let step = random.pick(joined) { return .joined(step) }
        return .card(99)
    }

    /// Members, those who are part of others or have left too or not.
    func standing(_ isThere: Bool) -> [Int] {
        model.people.keys.sorted().filter { !isThere || model.people[$0]?.isThere == true }
    }

    /// The member, and how many points may be spent now.
    mutating func spender() -> (who: Step.Who, spendable: Int64) {
        let who = who()
        let person = (try? model.person(who)).flatMap { model.people[$0] }
        return (who, max(0, person?.points.available ?? 0))
    }

    /// Some of the points, all of them, or a few more.
    mutating func points(of there: Int64) -> Int64 {
        switch random.number(0...9) {
        case 0: max(1, there)
        case 1: there + random.number(1...50)
        default: random.number(1...max(1, min(there, 600)))
        }
    }

    /// A purchase, most often one that is not over.
    mutating func which() -> Step.Which {
        let all = model.purchases.keys.sorted()
        let open = all.filter { model.purchases[$0]?.isOver == false }
        let recent = Array(open.suffix(6))
        let from = random.chance(60) ? recent : random.chance(85) ? open : all
        guard let step = random.pick(from), let purchase = model.purchases[step] else {
            return .order("unheard of", channel: "store")
        }
        if random.chance(50) { return .sold(step) }
        return .order(purchase.order, channel: purchase.channel)
    }

    mutating func hold() -> Int {
        let open = model.holds.filter { $0.value.status == .open }.keys.sorted()
        if random.chance(75), let hold = random.pick(open) { return hold }
        if random.chance(80), let hold = random.pick(model.holds.keys.sorted()) { return hold }
        return 999
    }

    mutating func card() -> Int { Int(random.number(0...13)) }
}
