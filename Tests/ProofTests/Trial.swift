/// A history led in the engine and in the model at once.
struct Trial {
    let policy: Policy
    var fault: Fault?

    /// Where the two disagree first.
    struct Failure {
        /// The place of the step in the history.
        let place: Int
        let problem: String
    }

    /// Leads the steps in both; `nil` if they agree throughout.
    func run(_ steps: [Step]) -> Failure? {
        do {
            return try compare(steps)
        } catch {
            return Failure(place: steps.count - 1, problem: "the engine failed: \(error)")
        }
    }

    private func compare(_ steps: [Step]) throws -> Failure? {
        let subject = try Subject(policy: policy, openedAt: Generator.start)
        var model = Model(policy: policy, fault: fault, openedAt: Generator.start)
        for (place, step) in steps.enumerated() {
            let expected = model.answer(step)
            let asked = Trial.asked(after: step, of: model)
            let answers = try subject.answers(to: step, asking: asked)
            var problems = answers[0].differences(from: expected)
            for (person, answer) in zip(asked, answers.dropFirst()) {
                let shown = model.shown(person, at: step.clock)
                problems += answer.differences(from: shown).map { "member of #\(person): \($0)" }
            }
            let books = Answer("done", subject.program.filter { $0.value != 0 })
            problems += books.differences(
                from: Answer("done", model.program.filter { $0.value != 0 }))
            if !problems.isEmpty {
                return Failure(place: place, problem: problems.joined(separator: "\n"))
            }
        }
        // Once more from the file alone, and every invariant.
        let last = steps.last?.clock ?? 0
        for deed in [Step.Deed.reopen(isFlushed: false), .verify] {
            let end = Step(number: -1, clock: last, key: "", deed: deed)
            let found = try subject.answers(to: end, asking: [])[0]
            if !found.figures.isEmpty {
                return Failure(place: steps.count - 1, problem: "verify: \(found.figures.keys)")
            }
        }
        return nil
    }

    /// Whom to ask for lots and standing: whom the step was about, and from time to time everybody.
    ///
    /// Balances are in the answer itself, and what goes wrong with somebody else stays wrong until they are asked.
    private static func asked(after step: Step, of model: Model) -> [Int] {
        if step.number % everybodyEvery == 0 { return model.people.keys.sorted() }
        return model.subjects(of: step)
    }

    private static let everybodyEvery = 10
}
