internal import Glibc
internal import PointsCore
internal import PointsEngine
internal import PointsWire

/// `meguri stdio`: JSON-RPC 2.0 on the pipe, one message a line.
///
/// What has come in is carried out together and committed once, so a client that sends ahead gets the speed of a group
/// and one that waits for each answer gets it at once.
enum StdioCommand {
    static func run(_ words: [String]) throws(CommandLineError) {
        let arguments = try Arguments(words, options: EngineOpening.options)
        try arguments.finish()
        _ = try arguments.value("rules")
        signal(SIGPIPE, SIG_IGN)
        let engine = try EngineOpening.open(arguments)
        try serve(engine)
        try EngineOpening.close(engine)
    }

    /// Bytes read from the pipe at a time.
    private static let readBytes = 262_144

    private static func serve(_ engine: Engine) throws(CommandLineError) {
        var lines = LineSplitter(lineBytesMax: WireLimits.requestBytesMax)
        var buffer = [UInt8](repeating: 0, count: readBytes)
        while true {
            let count = read(STDIN_FILENO, &buffer, buffer.count)
            if count < 0, errno == EINTR { continue }
            guard count >= 0 else {
                throw .file(path: "standard input", problem: String(cString: strerror(errno)))
            }
            let documents =
                count == 0
                ? lines.finish().map(document) : lines.take(buffer[..<count]).map(document)
            let output = answer(documents, engine)
            guard Console.write(output, to: STDOUT_FILENO) else { return }
            if count == 0 { return }
        }
    }

    private static func document(_ line: LineSplitter.Line) -> RPCDocument {
        switch line {
        case .whole(let bytes): RPCDocument(parsing: bytes)
        case .tooLong:
            RPCDocument(refused: .payloadTooLarge(bytesMax: WireLimits.requestBytesMax))
        }
    }

    private static func answer(_ documents: [RPCDocument], _ engine: Engine) -> [UInt8] {
        let results = engine.execute(documents.flatMap(\.commands))
        let encoder = ReplyEncoder(calendar: engine.calendar)
        var rest = results[...]
        var output: [UInt8] = []
        for document in documents {
            let own = rest.prefix(document.commands.count)
            rest = rest.dropFirst(own.count)
            guard let answer = document.answer(own, encoder: encoder) else { continue }
            output += answer
            output.append(UInt8(ascii: "\n"))
        }
        return output
    }
}
