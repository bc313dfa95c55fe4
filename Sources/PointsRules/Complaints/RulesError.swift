package import PointsCore

/// Why a folder or a text is no set of rules.
package enum RulesError: Error, Hashable, Sendable {
    /// The folder cannot be read.
    case folderUnreadable(path: String)
    /// The text that was kept as a set of rules is none.
    case sourceUnreadable(problem: String)
    /// There are mistakes: all of them, in the order of files and places.
    case invalid([RulesProblem])
}

// MARK: - Text

extension RulesError: CustomStringConvertible {
    /// Every mistake on a line of its own.
    package var message: String {
        switch self {
        case .folderUnreadable(let path): "There is no folder of rules that can be read at \(path)."
        case .sourceUnreadable(let problem): "The kept rules cannot be read: \(problem)."
        case .invalid(let complaints):
            complaints.reduce(into: "The rules have \(RulesError.count(of: complaints)):") {
                $0 += "\n  \($1)"
            }
        }
    }

    /// The ``message``.
    package var description: String { message }

    private static func count(of complaints: [RulesProblem]) -> String {
        complaints.count == 1 ? "a mistake" : "\(complaints.count) mistakes"
    }

    /// The mistakes; none where nothing could be read at all.
    package var complaints: [RulesProblem] {
        switch self {
        case .folderUnreadable, .sourceUnreadable: []
        case .invalid(let complaints): complaints
        }
    }
}

// MARK: - On the wire

extension RulesError {
    /// The same as an answer to a request, with every mistake.
    package var refusal: Refusal { .rulesInvalid(problems) }

    /// Every mistake, as replies tell them.
    package var problems: [RulesProblem] {
        switch self {
        case .folderUnreadable(let path):
            [
                RulesProblem(
                    file: path, pointer: "", problem: "there is no folder that can be read")
            ]
        case .sourceUnreadable(let problem):
            [RulesProblem(file: "", pointer: "", problem: problem)]
        case .invalid(let complaints): complaints
        }
    }
}
