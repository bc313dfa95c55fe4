package import PointsCore
package import PointsStore

/// Why a migration cannot go on.
///
/// Nothing was written then, unless the case says so.
package enum MigrationError: Error, Hashable, Sendable {
    /// The mapping cannot be used.
    case mapping(MappingError)
    /// A file cannot be read.
    case reading(ReadError)
    /// A database failed.
    case store(StoreError)
    /// A file cannot be written.
    case file(path: String, problem: String)
    /// The program has no such kind of identity, company or channel.
    case notInProgram(source: String, what: ProgramPart, name: String, known: [String])
    /// Two files are the same, byte for byte: every balance would count twice.
    case sameFile(first: String, second: String)
    /// A file became another while it was read.
    case fileChanged(file: String)
    /// The rules given are not those that count.
    case rulesDiffer(path: String)
    /// The folder for the plan holds other things.
    case outputNotEmpty(path: String)
    /// The folder for the plan holds a plan already.
    case outputHoldsPlan(path: String)
    /// The folder has no plan.
    case planMissing(path: String)
    /// The file is no plan, or that of another version.
    case notAPlan(path: String)
    /// The plan is not as it was made.
    case planChanged(path: String)
    /// The plan was made for another program or database.
    case anotherProgram(path: String, problem: String)
    /// A row of the plan is in the journal already, by another plan.
    case importedBefore(file: String, line: Int)
    /// The database failed while the plan was applied; what was applied stays, and another run goes on.
    case stopped(Refusal)
}

// MARK: - Text

extension MigrationError {
    /// The stable name of the error.
    package var code: String {
        switch self {
        case .mapping(let error): error.code
        case .reading(let error): error.code
        case .store: "store"
        case .file: "file"
        case .notInProgram(_, let what, _, _): "\(what.rawValue)_unknown"
        case .sameFile: "same_file"
        case .fileChanged: "file_changed"
        case .rulesDiffer: "rules_differ"
        case .outputNotEmpty: "output_not_empty"
        case .outputHoldsPlan: "output_holds_plan"
        case .planMissing: "plan_missing"
        case .notAPlan: "not_a_plan"
        case .planChanged: "plan_changed"
        case .anotherProgram: "another_program"
        case .importedBefore: "imported_before"
        case .stopped: "stopped"
        }
    }

    /// What is wrong and where.
    package var message: String {
        switch self {
        case .mapping(let error): error.message
        case .reading(let error): error.message
        case .store(let error): error.message
        case .file(let path, let problem): "\(path): \(problem)"
        case .notInProgram(let source, let what, let name, let known):
            "source \(source): the program has no \(what.text) \"\(name)\"; it has \(known.joined(separator: ", "))"
        case .sameFile(let first, let second):
            "\(first) and \(second) are the same, byte for byte; every balance would count twice"
        case .fileChanged(let file): "\(file) changed while it was read; start again"
        case .rulesDiffer(let path):
            "the rules given are not those in force in \(path); a plan holds for one set of rules"
        case .outputNotEmpty(let path): "\(path) is not an empty folder; name another for the plan"
        case .outputHoldsPlan(let path):
            "\(path) holds a plan; --force replaces it, and what is not applied of it is lost"
        case .planMissing(let path): "\(path) holds no plan; meguri migrate plan makes one"
        case .notAPlan(let path): "\(path) is no plan of this version of Meguri"
        case .planChanged(let path):
            "\(path) is not as it was made: its hash does not agree; make the plan anew"
        case .anotherProgram(let path, let problem): "the plan is not for \(path): \(problem)"
        case .importedBefore(let file, let line):
            "line \(line) of \(file) was imported by another plan meanwhile; make the plan anew"
        case .stopped(let refusal):
            "\(refusal.message) What was applied stays; run it again to go on."
        }
    }
}

extension MigrationError: CustomStringConvertible {
    /// The ``message``.
    package var description: String {
        message
    }
}
