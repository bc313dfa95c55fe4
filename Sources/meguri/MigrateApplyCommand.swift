internal import PointsCore
internal import PointsEngine
internal import PointsMigration

/// `meguri migrate apply`: carries out a plan; a second run does nothing, and one that was killed goes on.
enum MigrateApplyCommand {
    static func run(_ words: [String]) throws(CommandLineError) {
        let arguments = try Arguments(
            words, options: EngineOpening.options.union(["plan"]), flags: ["json"])
        try arguments.finish()
        let database = try arguments.value("db")
        let folder = try arguments.value("plan")
        let rules = try arguments.optional("rules").map { (folder) throws(CommandLineError) in
            try EngineOpening.rules(in: folder)
        }
        let plan = try MigrateCommand.migrating { () throws(MigrationError) in
            let plan = try PlanFile(folder: folder)
            try plan.check(database: database, rules: rules?.ruleset.hash)
            return plan
        }
        let engine = try EngineOpening.open(arguments)
        let meter = ProgressLine(of: "rows")
        let report = try MigrateCommand.migrating { () throws(MigrationError) in
            defer { meter.finish() }
            return try PlanApplication.apply(plan, with: engine) { progress in
                meter.show(progress)
                return true
            }
        }
        try EngineOpening.close(engine)
        Console.say(
            arguments.has("json") ? String(decoding: report.json, as: UTF8.self) : report.text)
        guard report.isComplete else {
            throw .findings("\(report.refusedCount) rows were refused.")
        }
    }
}
