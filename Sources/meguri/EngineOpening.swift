internal import Glibc
internal import PointsCore
internal import PointsEngine
internal import PointsRules
internal import PointsStore

/// Opens engines as the command line asks for them.
enum EngineOpening {
    /// Options that every command with an engine takes.
    static let options: Set<String> = ["db", "rules", "clock", "seed"]

    /// The engine for `--db`, under `--rules` if told.
    static func open(_ arguments: Arguments) throws(CommandLineError) -> Engine {
        _ = try arguments.value("db")
        var rules: RulesSource?
        if let folder = arguments.optional("rules") { rules = try self.rules(in: folder) }
        let engine = try open(arguments, under: rules)
        switch engine.rulesAtStart {
        case .activated(let former?):
            Console.note(
                "the rules of the folder are in force from now on, in the place of "
                    + Hexadecimal.text(of: former))
        case .passedOver(let inForce):
            Console.note(
                "the rules of the folder were activated before and replaced since; "
                    + "\(Hexadecimal.text(of: inForce)) stays in force. "
                    + "To bring them back, activate them: rules activate, or rules.activate.")
        case .agreed, .activated(nil): break
        }
        return engine
    }

    /// The engine for `--db`, under these rules, or else under those that were in force.
    static func open(
        _ arguments: Arguments, under rules: RulesSource?
    ) throws(CommandLineError) -> Engine {
        let path = try arguments.value("db")
        let setup = EngineSetup(
            rules: rules, readRules: readRules, checkRules: RulesetSource.check,
            compareRules: { (old: [UInt8], new: [UInt8]) throws(Refusal) -> [RulesChange] in
                try RulesDifference.changes(from: old, to: new)
            },
            rehearseRules: rehearse,
            clock: try clock(arguments), randomBits: try randomBits(arguments))
        do throws(EngineError) {
            return try Engine(path: path, setup: setup)
        } catch {
            throw .engine(error)
        }
    }

    /// Ends the work of an engine in order.
    static func close(_ engine: Engine) throws(CommandLineError) {
        do throws(StoreError) {
            try engine.close()
        } catch {
            throw .store(error)
        }
    }

    static func rules(in folder: String) throws(CommandLineError) -> RulesSource {
        do throws(RulesError) {
            let source = try RuleFolder.read(folder)
            return RulesSource(ruleset: try source.ruleset(), content: source.canonicalBytes)
        } catch {
            throw .rules(error)
        }
    }

    /// Rules from the content that a database keeps.
    static func readRules(_ content: [UInt8]) throws(Refusal) -> Ruleset {
        do throws(RulesError) {
            return try RulesetSource(canonicalBytes: content).ruleset()
        } catch {
            throw error.refusal
        }
    }

    /// The clock that stands still at `--clock`, or the system's.
    static func clock(_ arguments: Arguments) throws(CommandLineError) -> () -> Instant {
        guard let instant = try arguments.optionalInstant("clock") else { return now }
        return { instant }
    }

    /// The system's clock.
    static func now() -> Instant {
        var time = timespec()
        clock_gettime(CLOCK_REALTIME, &time)
        return Instant(milliseconds: Int64(time.tv_sec) * 1_000 + Int64(time.tv_nsec) / 1_000_000)
    }

    private static func randomBits(
        _ arguments: Arguments
    ) throws(CommandLineError) -> () -> UInt64 {
        guard let text = arguments.optional("seed") else {
            return {
                var generator = SystemRandomNumberGenerator()
                return generator.next()
            }
        }
        guard var state = UInt64(text) else {
            throw .usage("--seed should be a number from 0.", Usage.text)
        }
        return {
            // SplitMix64: repeatable, and good enough for a rehearsal.
            state &+= 0x9E37_79B9_7F4A_7C15
            var mixed = state
            mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
            mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
            return mixed ^ (mixed >> 31)
        }
    }
}
