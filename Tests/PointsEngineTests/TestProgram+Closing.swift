import PointsCore
import Testing

@testable import PointsEngine

// MARK: - Closing a day step by step

extension TestProgram {
    /// From now on a step of a close does very little, so that a few members take many.
    func closeInSmallSteps(members: Int64 = 2, entries: Int = 2) throws {
        try engine.closeBounds = CloseBounds(membersMax: members, entriesMax: entries)
    }

    /// Submits a request that is answered later.
    func begin(_ command: Command) throws -> CommandTicket {
        guard case .later(let ticket) = try #require(engine.submit([command]).first) else {
            throw Refusal.internalFault("answered at once")
        }
        return ticket
    }

    /// Carries out commands that are all answered at once.
    @discardableResult
    func live(_ commands: [Command]) throws -> [Result<Reply, Refusal>] {
        try engine.submit(commands[...]).map { outcome in
            guard case .done(let result) = outcome else {
                throw Refusal.internalFault("answered later")
            }
            return result
        }
    }

    /// Works to the end.
    ///
    /// - Returns: The answers by ticket, and how many pieces of work it took.
    @discardableResult
    func workToTheEnd() throws -> (answers: [CommandTicket: Result<Reply, Refusal>], pieces: Int) {
        var answers: [CommandTicket: Result<Reply, Refusal>] = [:]
        var pieces = 0
        while try engine.hasWork {
            try engine.work()
            pieces += 1
            for answer in try engine.takeAnswers() { answers[answer.ticket] = answer.result }
            try #require(pieces < 10_000, "the work does not end")
        }
        return (answers, pieces)
    }

    /// Members with a lot of 7 points that ends on 2026-06-01, by their cards from 1.
    func enrol(_ count: Int) throws {
        try execute((1...count).map { .join("j\($0)", card: .card($0)) })
        try execute(
            (1...count).map { .grant("g\($0)", to: .card($0), 7, expiresOn: .day("2026-06-01")) })
    }

    /// The seal of a close, from its receipt.
    func seal(_ result: Result<Reply, Refusal>?) throws -> DayClosed {
        let receipt = try #require(result).get().receipt
        guard case .dayClosed(let seal)? = receipt?.entry.event else {
            throw Refusal.internalFault("no seal")
        }
        return seal
    }
}
