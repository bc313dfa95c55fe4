/// Exit codes, with the meanings of BSD's sysexits.h.
enum ExitCode: Int32 {
    /// What was asked for was done, and all is as it should be.
    case success = 0
    /// Something is not as it should be; what was asked for was done.
    case findings = 1
    /// The command line is wrong.
    case usage = 64
    /// What was given to read is wrong.
    case data = 65
    /// A file cannot be opened or made.
    case cannotCreate = 73
    /// Reading or writing failed.
    case inputOutput = 74
    /// Somebody else is using the database; try again later.
    case tryAgain = 75
    /// It was told to end; as shells have it, 128 and the number of `SIGINT`.
    case interrupted = 130
}
