internal import PointsCore
internal import PointsEngine
internal import PointsJSON
internal import PointsStore
internal import PointsWire

/// `meguri close`: closes a business day of a database that no server has open.
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
            let reply = try engine.execute([command])[0].get()
            var writer = JSONWriter()
            ReplyEncoder(calendar: engine.calendar).write(reply, to: &writer)
            Console.say(String(decoding: writer.bytes, as: UTF8.self))
        } catch {
            throw .refused(error)
        }
        do throws(StoreError) {
            try engine.close()
        } catch {
            throw .store(error)
        }
    }
}
