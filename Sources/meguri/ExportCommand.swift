internal import Glibc
internal import PointsEngine
internal import PointsStore

/// `meguri export`: the journal in a form that a stranger's tool can add up.
enum ExportCommand {
    static func run(_ words: [String]) throws(CommandLineError) {
        let arguments = try Arguments(words, options: ["db", "format"])
        try arguments.finish()
        let path = try arguments.value("db")
        let name = try arguments.value("format")
        guard let format = ExportFormat(rawValue: name) else {
            let known = ExportFormat.allCases.map(\.rawValue).joined(separator: ", ")
            throw .usage("--format should be one of \(known).", Usage.text)
        }
        signal(SIGPIPE, SIG_IGN)
        do throws(StoreError) {
            try Engine.export(path: path, as: format) { piece in
                Console.write(Array(piece.utf8), to: STDOUT_FILENO)
            }
        } catch {
            throw .store(error)
        }
    }
}
