import PointsCore
import TestSupport
import Testing

@testable import PointsEngine

/// Random histories of answers, versions, sales, leaving and coming back.
struct ConsentReplayTests {
    /// Answers that a naive reader of the commands would say are the newest: by when they were given, since coming back.
    private struct Expected {
        var newest: [ConsentTopic: (answer: ConsentAnswer, at: Instant)] = [:]
        var start = Instant.distantPast

        mutating func take(_ answer: ConsentAnswer, at moment: Instant) {
            guard moment >= start else { return }
            if let known = newest[answer.topic], known.at > moment { return }
            newest[answer.topic] = (answer, moment)
        }

        mutating func begin(at moment: Instant) {
            newest = [:]
            start = moment
        }
    }

    private static let topics = [
        ConsentProgram.terms, ConsentProgram.otherTerms, ConsentProgram.email,
    ]

    @Test(arguments: [UInt64(11), 12, 13, 14])
    func `every key is answered at the end as it was the first time`(_ seed: UInt64) throws {
        var random = SeededGenerator(seed: seed)
        let program = try TestProgram(ConsentProgram.source())
        let id = try #require(try program.receipt(.join("join", card: .card(1))).member).id
        var done: [(command: Command, first: Receipt)] = []
        var expected = Expected()
        var (versions, isAway) = (["1"], false)
        for step in 1...120 {
            program.now = program.now.adding(seconds: Int64.random(in: 1...900, using: &random))
            // Now and then a till sends what it has kept.
            let moment =
                Int.random(in: 0..<4, using: &random) == 0
                ? program.now.adding(seconds: -Int64.random(in: 1...7_200, using: &random)) : nil
            let command: Command
            var (answered, leaves, returns): (ConsentAnswer?, Bool, Bool) = (nil, false, false)
            switch Int.random(in: 0..<20, using: &random) {
            case 0 where !isAway:
                command = .withdraw("k\(step)", .id(id))
                leaves = true
            case 1, 2:
                let version = "v\(step)"
                command = .publish(
                    "k\(step)", Bool.random(using: &random) ? "terms" : "email", version,
                    asksAnew: Bool.random(using: &random),
                    from: program.now.adding(
                        seconds: Int64.random(in: 0...3_600, using: &random)))
                versions.append(version)
            case 3...9 where isAway:
                command = .rejoin("k\(step)", card: .card(1))
                returns = true
            case 3...9 where !isAway:
                let topic = Self.topics[Int.random(in: 0..<3, using: &random)]
                let answer = ConsentAnswer(
                    topic: topic,
                    version: versions[Int.random(in: 0..<versions.count, using: &random)],
                    isGranted: Bool.random(using: &random))
                command = .consent("k\(step)", .id(id), [answer], at: moment)
                answered = answer
            default:
                command = .grant("k\(step)", to: .card(1), 1, at: moment)
            }
            guard case .done(let receipt)? = try? program.execute([command])[0].get() else {
                continue
            }
            done.append((command, receipt))
            if let answered { expected.take(answered, at: moment ?? program.now) }
            if leaves || returns { expected.begin(at: program.now) }
            isAway = leaves || (isAway && !returns)
        }
        #expect(done.count > 60)
        let member = try #require(try program.engine.projections.member(id.number))
        let found = Dictionary(
            uniqueKeysWithValues: member.consents.answers.map { ($0.answer.topic, $0) })
        #expect(Set(found.keys) == Set(expected.newest.keys))
        for (topic, newest) in expected.newest {
            #expect(found[topic]?.answer == newest.answer && found[topic]?.at == newest.at)
        }
        try program.reopen(flushing: seed.isMultiple(of: 2))
        for (command, first) in done {
            let again = try program.receipt(command)
            #expect(again.isReplay && again.entry == first.entry)
            #expect(again.questions == first.questions, "\(command.envelope.idempotencyKey)")
        }
        #expect(try program.verification().differences == [])
        try program.close(flushing: true)
        #expect(try Engine.compare(path: program.path).difference == nil)
    }
}
