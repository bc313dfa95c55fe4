internal import PointsCore
internal import PointsEngine
internal import PointsJSON
internal import PointsWire

/// `meguri close`: closes a business day of a database that no server has open.
///
/// It may be interrupted at any time: a second run goes on with what is left.
enum CloseCommand {
    static func run(_ words: [String]) throws(CommandLineError) {
        let arguments = try Arguments(words, options: EngineOpening.options.union(["date"]))
        try arguments.finish()
        let day = try arguments.date("date")
        let engine = try EngineOpening.open(arguments)
        let params: JSONObject = [
            "date": .string(day.description), "idempotencyKey": .string("close \(day)"),
        ]
        do throws(Refusal) {
            let command = try CommandDecoder.command(
                method: Method.dayClose.rawValue, params: params)
            let reply = try close(command, with: engine).get()
            var writer = JSONWriter()
            ReplyEncoder(calendar: engine.calendar).write(reply, to: &writer)
            Console.say(String(decoding: writer.bytes, as: UTF8.self))
        } catch {
            throw .refused(error)
        }
        try EngineOpening.close(engine)
    }

    private static func close(
        _ command: Command, with engine: Engine
    ) -> Result<Reply, Refusal> {
        let ticket: CommandTicket
        switch engine.submit([command])[0] {
        case .done(let result): return result
        case .later(let given): ticket = given
        }
        let line = ProgressLine(of: "members")
        defer { line.finish() }
        return engine.finish(ticket) { done, total in
            line.show("close", done: done, of: total)
        }
    }
}
