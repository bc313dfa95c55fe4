internal import Glibc

/// Where a long result goes: standard output, or a file that has its name only once it is whole.
final class OutputFile {
    private let path: String?
    private let descriptor: Int32
    private var buffer: [UInt8] = []
    /// Why bytes were not taken; 0 if they were.
    private var failure: Int32 = 0
    private var isFinished = false

    /// Bytes gathered before they are written.
    private static let bufferBytes = 262_144

    /// - Throws: ``CommandLineError/file(path:problem:)``
    init(path: String?) throws(CommandLineError) {
        self.path = path
        guard let path else {
            descriptor = STDOUT_FILENO
            return
        }
        var status = stat()
        guard stat(path, &status) != 0 || status.st_mode & S_IFMT == S_IFREG else {
            throw .file(path: path, problem: "It is there, and no file: redirect the output to it.")
        }
        let mode = O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC
        descriptor = open(OutputFile.draft(of: path), mode, 0o600)
        guard descriptor >= 0 else {
            throw .file(path: OutputFile.draft(of: path), problem: String(cString: strerror(errno)))
        }
    }

    deinit {
        guard let path else { return }
        close(descriptor)
        if !isFinished { unlink(OutputFile.draft(of: path)) }
    }

    /// Takes the next piece.
    ///
    /// - Returns: Whether more is wanted.
    func write(_ text: String) -> Bool {
        buffer.append(contentsOf: text.utf8)
        return buffer.count < OutputFile.bufferBytes ? failure == 0 : flush()
    }

    /// Writes what is left, and gives the file its name.
    ///
    /// - Throws: ``CommandLineError/file(path:problem:)``; a reader of standard output that has gone is none.
    func finish() throws(CommandLineError) {
        _ = flush()
        if failure == 0, let path {
            failure =
                fsync(descriptor) == 0 && rename(OutputFile.draft(of: path), path) == 0 ? 0 : errno
        }
        guard failure == 0 || failure == EPIPE else {
            throw .file(
                path: path ?? "standard output", problem: String(cString: strerror(failure)))
        }
        isFinished = true
    }

    private func flush() -> Bool {
        guard failure == 0 else { return false }
        if !Console.write(buffer, to: descriptor) { failure = errno }
        buffer.removeAll(keepingCapacity: true)
        return failure == 0
    }

    private static func draft(of path: String) -> String { path + ".part" }
}
