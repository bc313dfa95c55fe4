import PointsCore
import TestSupport

/// A seeded mix of everything that members, tills and operators do, late, twice and wrongly.
struct RandomHistory {
    private var generator: SeededGenerator
    private var keyCount = 0
    private var cards = 0
    private var orders: [(order: String, channel: String)] = []
    private var holds: [JournalPosition] = []
    private var ids: [MemberID] = []
    private var sent: [Command] = []
    private var openDay: CivilDate?

    init(seed: UInt64) {
        generator = SeededGenerator(seed: seed)
    }

    /// Lets batches be carried out, of changing length, with time going on between them.
    mutating func run(on program: TestProgram, batches: Int) throws {
        for _ in 0..<batches {
            let commands = batch(at: program.now)
            learn(from: try program.execute(commands), to: commands)
            program.now = later(than: program.now)
        }
    }

    /// Commands that are sent together.
    mutating func batch(at now: Instant) -> [Command] {
        (0..<Int.random(in: 1...12, using: &generator)).map { _ in next(at: now) }
    }

    /// The replies to a batch, which later commands build on.
    mutating func learn(from replies: [Result<Reply, Refusal>], to commands: [Command]) {
        for reply in replies { learn(from: reply) }
        sent += commands
    }

    mutating func later(than now: Instant) -> Instant {
        now.adding(seconds: Int64.random(in: 1...40_000, using: &generator))
    }

    private mutating func learn(from reply: Result<Reply, Refusal>) {
        guard let receipt = reply.receipt, !receipt.isReplay else { return }
        switch receipt.entry.event {
        case .joined(let joined): ids.append(joined.id)
        case .holdPlaced: holds.append(receipt.entry.position)
        case .dayClosed(let closed): openDay = closed.day.adding(days: 1)
        case .purchaseRecorded(let recorded):
            orders.append((recorded.order, receipt.entry.cause.channel ?? ""))
        default: break
        }
    }

    private mutating func next(at now: Instant) -> Command {
        keyCount += 1
        let key = "k\(keyCount)"
        let card = String.card(Int.random(in: 1...max(cards, 1), using: &generator))
        let points = Int64.random(in: 1...400, using: &generator)
        // Now and then a till was offline.
        let late = now.adding(seconds: -Int64.random(in: 0...90_000, using: &generator))
        let at = Int.random(in: 0..<4, using: &generator) == 0 ? late : nil
        switch Int.random(in: 0..<30, using: &generator) {
        case 0...3:
            cards += 1
            return .join(key, card: .card(cards), provisional: cards.isMultiple(of: 5))
        case 4...6: return .grant(key, to: card, points, at: at)
        case 7: return .grant(key, to: card, points, expiresOn: day(of: now, plus: 2))
        case 8: return .adjust(key, card, by: points - 200, at: at)
        case 9, 10: return .hold(key, card, points / 4 + 1)
        case 11: return holds.randomElement(using: &generator).map { .release(key, $0) } ?? .verify
        case 12...18: return sale(key, card, at: at)
        case 19...24: return followUp(key)
        case 25: return sent.randomElement(using: &generator) ?? .verify
        case 26: return leaving(key, card)
        case 27:
            let day = openDay ?? .day("2026-06-01")
            return .close(key, "\(day)")
        case 28: return .importing(key, [claim(key)], points: points, debt: points / 50)
        default: return .link(key, .card(card), claim(key))
        }
    }

    private func claim(_ key: String) -> IdentityClaim {
        IdentityClaim(kind: "email", value: "\(key)@example.jp")
    }

    private func day(of now: Instant, plus days: Int) -> CivilDate {
        BusinessCalendar(zone: .tokyo, startMinutes: 300).businessDay(of: now).adding(days: days)
    }

    private mutating func sale(_ key: String, _ card: String, at: Instant?) -> Command {
        let isWeb = Bool.random(using: &generator)
        let isNobody = Int.random(in: 0..<6, using: &generator) == 0
        let redeem = Int64.random(in: 0...2, using: &generator) * 50
        let hold = Int.random(in: 0..<4, using: &generator) == 0 ? holds.last : nil
        let repeated = Int.random(in: 0..<10, using: &generator) == 0
        return .sale(
            key, to: isNobody ? nil : card, order: repeated ? orders.first?.order ?? key : key,
            yen: Int64.random(in: 0...9_000, using: &generator), quantity: 3,
            redeem: hold == nil && !isNobody ? redeem : nil, hold: isNobody ? nil : hold,
            channel: isWeb ? "ec" : "store", at: at)
    }

    private mutating func followUp(_ key: String) -> Command {
        guard let sold = orders.randomElement(using: &generator) else { return .verify }
        switch Int.random(in: 0..<5, using: &generator) {
        case 0, 1: return .confirm(key, sold.order, channel: sold.channel)
        case 2, 3:
            let pieces = Int64.random(in: 0...2, using: &generator)
            return .takeBack(
                key, sold.order, pieces: pieces == 0 ? nil : pieces, channel: sold.channel)
        default: return .void(key, sold.order, channel: sold.channel)
        }
    }

    private mutating func leaving(_ key: String, _ card: String) -> Command {
        guard Bool.random(using: &generator), let id = ids.randomElement(using: &generator) else {
            return .rejoin(key, card: card)
        }
        return .withdraw(key, .id(id))
    }
}
