internal import PointsCore
internal import PointsEngine
internal import PointsHTTP
internal import PointsMigration
internal import PointsRules
internal import PointsStore

/// Why a command ends without having done what was asked.
enum CommandLineError: Error {
    /// Nothing was to be done but to say how it is done.
    case helpWanted
    /// The command line is wrong; how it should be.
    case usage(String, String)
    /// The database cannot be used.
    case engine(EngineError)
    /// The database failed.
    case store(StoreError)
    /// The rules have mistakes.
    case rules(RulesError)
    /// A command was refused.
    case refused(Refusal)
    /// The server cannot listen.
    case listen(ListenError)
    /// A file cannot be read or written.
    case file(path: String, problem: String)
    /// Balances cannot be migrated.
    case migration(MigrationError)
    /// It was told to end before it was done.
    case interrupted
    /// It was done, and something is not as it should be.
    case findings(String)

    var message: String {
        switch self {
        case .helpWanted: Usage.text
        case .usage(let problem, let usage): "\(problem)\n\(usage)"
        case .engine(let error): error.message
        case .store(let error): error.message
        case .rules(let error): error.message
        case .refused(let refusal): "\(refusal.code.rawValue): \(refusal.message)"
        case .listen(let error): error.message
        case .file(let path, let problem): "\(path): \(problem)"
        case .migration(let error): error.message
        case .interrupted: "It was interrupted; nothing was written."
        case .findings(let summary): summary
        }
    }

    var code: ExitCode {
        switch self {
        case .helpWanted: .success
        case .usage: .usage
        case .engine(.store(let error)), .store(let error): CommandLineError.code(of: error)
        case .migration(let error): CommandLineError.code(of: error)
        case .engine, .rules: .data
        case .refused(let refusal):
            refusal.code == .storageFailure ? .inputOutput : .findings
        case .listen: .cannotCreate
        case .file: .inputOutput
        case .interrupted: .interrupted
        case .findings: .findings
        }
    }

    private static func code(of error: MigrationError) -> ExitCode {
        switch error {
        case .store(let error): code(of: error)
        case .file, .stopped: .inputOutput
        case .outputNotEmpty, .outputHoldsPlan: .cannotCreate
        case .mapping, .reading, .notInProgram, .sameFile, .fileChanged, .rulesDiffer,
            .planMissing, .notAPlan, .planChanged, .anotherProgram, .importedBefore:
            .data
        }
    }

    private static func code(of error: StoreError) -> ExitCode {
        switch error {
        case .cannotOpen, .keyFile, .cannotWrite: .cannotCreate
        case .notMeguri, .newerVersion, .olderVersion, .damaged: .data
        case .locked: .tryAgain
        case .failed: .inputOutput
        }
    }
}
