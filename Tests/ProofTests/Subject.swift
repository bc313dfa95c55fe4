import PointsCore
import PointsEngine
import PointsStore
import TestSupport

/// The engine on a database of its own, asked by steps and answering in figures.
final class Subject {
    private let folder: TemporaryFolder
    private let policy: Policy
    private let clock = Clock()
    private var engine: Engine?
    /// Reads the journal beside the engine, as a stranger would.
    private var reader: LedgerStore?
    private var read = JournalPosition.none
    /// What the journal books on the accounts of the program.
    private(set) var program: [String: Int64] = [:]

    private var members: [Int: MemberID] = [:]
    /// By their row numbers, the steps that joined them.
    private var joined: [Int64: Int] = [:]
    private var holds: [Int: JournalPosition] = [:]
    private var purchases: [Int: JournalPosition] = [:]

    private final class Clock {
        var now = Instant(milliseconds: 0)
        var generator = SeededGenerator(seed: 1)
    }

    init(policy: Policy, openedAt moment: Int64) throws {
        self.policy = policy
        folder = try TemporaryFolder.inMemory()
        clock.now = Instant(milliseconds: moment)
        try open()
    }

    private var path: String { folder.path + "/program.db" }

    private func open() throws {
        let (source, clock) = (policy.source(), clock)
        engine = try Engine(
            path: path,
            setup: EngineSetup(
                rules: source, readRules: { _ throws(Refusal) in source.ruleset },
                checkRules: { _ throws(Refusal) in throw .internalFault("unchecked") },
                compareRules: { _, _ throws(Refusal) in [] }, clock: { clock.now },
                randomBits: { clock.generator.next() }))
        reader = try LedgerStore(reading: path)
    }

    /// Lets the engine go; without a flush, as if the process had ended there.
    private func reopen(isFlushed: Bool) throws {
        if isFlushed { try engine?.close() }
        reader = nil
        engine = nil
        try open()
    }

    /// What the engine makes of a step, and then of questions about members.
    func answers(to step: Step, asking people: [Int]) throws -> [Answer] {
        clock.now = Instant(milliseconds: step.clock)
        if case .reopen(let isFlushed) = step.deed {
            try reopen(isFlushed: isFlushed)
            return [Answer()]
        }
        guard let engine else { return [] }
        let replies = engine.execute([command(for: step)])
        learn(from: replies[0], to: step)
        let questions = people.map { person in
            Command(
                envelope: Envelope(method: "member.get"),
                action: .getMember(.id(id(of: person)), including: [.lots]))
        }
        let shown = engine.execute(questions)
        try readOn()
        return (replies + shown).map { answer($0, to: step) }
    }

    private func learn(from reply: Result<Reply, Refusal>, to step: Step) {
        guard case .success(.done(let receipt)) = reply, !receipt.isReplay, !receipt.isPreview
        else { return }
        switch receipt.entry.event {
        case .joined(let joined):
            members[step.number] = joined.id
            self.joined[joined.id.number] = step.number
        case .holdPlaced: holds[step.number] = receipt.entry.position
        case .purchaseRecorded: purchases[step.number] = receipt.entry.position
        default: break
        }
    }

    private func readOn() throws {
        try reader?.forEachRecord(after: read) { record throws(StoreError) in
            read = record.position
            for posting in try record.entry().postings {
                guard let company = posting.account.company else { continue }
                program["\(posting.account.name) \(company)", default: 0] += posting.points
            }
        }
    }
}

// MARK: - Names

extension Subject {
    /// A member who has not joined has an id that nobody has.
    func id(of person: Int) -> MemberID {
        members[person] ?? MemberID(number: 1_000_000, token: 1)
    }

    /// The step that joined the member of a row number.
    func step(ofMember number: Int64) -> Int { joined[number] ?? -1 }

    private static let nowhere = JournalPosition(1_000_000_000)

    func hold(_ step: Int) -> JournalPosition { holds[step] ?? Subject.nowhere }

    func reference(_ which: Step.Which) -> PurchaseReference {
        switch which {
        case .order(let order, let channel): .order(channel: channel, order: order)
        case .sold(let step): .id(purchases[step] ?? Subject.nowhere)
        }
    }

    func reference(_ who: Step.Who) -> MemberReference {
        switch who {
        case .card(let card): .identity(kind: "store_card", value: "card \(card)")
        case .joined(let step): .id(id(of: step))
        }
    }
}
