internal import PointsCore
internal import PointsEngine
internal import PointsJSON
internal import PointsRules
internal import PointsWire

/// `meguri rules activate`: puts a folder of rules into force, now or at a moment that is announced, in a database that no
/// server has open.
enum RulesActivateCommand {
    static func run(_ words: [String]) throws(CommandLineError) {
        let arguments = try Arguments(
            words,
            options: EngineOpening.options.union(["effective-from", "reason", "language"]))
        try arguments.finish()
        let language = try Language(arguments)
        let moment = try arguments.optionalInstant("effective-from")
        let source = try RulesCommand.source(in: try arguments.value("rules"))
        // A folder with mistakes must not make a database that is not there yet.
        try RulesCommand.requireExamples(of: try RulesCommand.checked(source))
        let engine = try open(arguments, source, from: moment, language)
        guard let engine else { return }
        let receipt = try activate(source, from: moment, arguments, with: engine)
        if case .rulesActivated(let activated) = receipt.entry.event {
            let hash = Hexadecimal.text(of: activated.hash)
            let from = engine.calendar.text(of: activated.effectiveFrom)
            Console.say(
                language.pick(
                    "\(hash) は \(from) から有効です。", "\(hash) is in force from \(from)."))
        }
        RulesCommand.say(receipt.changes, in: language)
        try EngineOpening.close(engine)
    }

    /// The engine under the rules of before; `nil` if there were none, and these are the first now.
    private static func open(
        _ arguments: Arguments, _ source: RulesetSource, from moment: Instant?,
        _ language: Language
    ) throws(CommandLineError) -> Engine? {
        do throws(CommandLineError) {
            return try EngineOpening.open(arguments, under: nil)
        } catch {
            guard case .engine(.noRules) = error else { throw error }
        }
        guard moment == nil, arguments.optional("reason") == nil else {
            throw .usage(
                "The first rules judge everything; leave out --effective-from and --reason.",
                Usage.text)
        }
        try EngineOpening.close(try EngineOpening.open(arguments))
        let hash = Hexadecimal.text(of: source.hash)
        Console.say(
            language.pick(
                "\(hash) は最初のルールとして有効です。", "\(hash) is in force as the first set of rules.")
        )
        return nil
    }

    private static func activate(
        _ source: RulesetSource, from moment: Instant?, _ arguments: Arguments,
        with engine: Engine
    ) throws(CommandLineError) -> Receipt {
        let now = try EngineOpening.clock(arguments)()
        var files = JSONObject()
        for file in source.files { files[file.path] = file.content }
        var params: JSONObject = [
            "files": .object(files),
            // A second run is another activation, and refused where nothing would change.
            "idempotencyKey": .string(
                "rules \(Hexadecimal.text(of: source.hash)) \(now.milliseconds)"),
        ]
        if let moment { params["effectiveFrom"] = .string(moment.formatted(offsetSeconds: 0)) }
        if let reason = arguments.optional("reason") { params["reason"] = .string(reason) }
        do throws(Refusal) {
            let command = try CommandDecoder.command(
                method: Method.rulesActivate.rawValue, params: params)
            guard case .done(let receipt)? = try engine.execute([command]).first?.get() else {
                throw .internalFault("an activation without a receipt")
            }
            return receipt
        } catch {
            throw refused(error)
        }
    }

    /// Says every problem of the rules before the command ends with the first.
    private static func refused(_ refusal: Refusal) -> CommandLineError {
        if case .rulesInvalid(let problems) = refusal {
            for problem in problems { Console.say(problem.description) }
        }
        return .refused(refusal)
    }
}
