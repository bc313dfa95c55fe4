import PointsCore
import PointsRules
import Testing

/// A change that makes the small set of rules wrong, and what must be said about it.
struct Mistake: Sendable, CustomTestStringConvertible {
    let file: String
    let old: String
    let new: String
    let pointer: String
    let problem: String
    /// What else must be said, as place and problem.
    let more: [(pointer: String, problem: String)]

    init(
        _ file: String, _ old: String, _ new: String, at pointer: String, _ problem: String,
        and more: [(pointer: String, problem: String)] = []
    ) {
        self.file = file
        self.old = old
        self.new = new
        self.pointer = pointer
        self.problem = problem
        self.more = more
    }

    var testDescription: String { "\(file): \(new)" }

    /// Makes the change and looks at all that is said about it.
    func expectComplaint() throws {
        var draft = try DraftRules.check()
        try draft.replace(old, with: new, in: file)
        let expected = ([(pointer, problem)] + more).map {
            RulesProblem(file: file, pointer: $0, problem: $1)
        }
        #expect(try draft.complaints() == expected.sorted())
    }
}
