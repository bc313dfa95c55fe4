internal import PointsMigration

/// `meguri migrate reconcile`: proves that what the files held is in the journal or explained.
enum MigrateReconcileCommand {
    static func run(_ words: [String]) throws(CommandLineError) {
        let arguments = try Arguments(words, options: ["db", "plan"], flags: ["json"])
        try arguments.finish()
        let database = try arguments.value("db")
        let folder = try arguments.value("plan")
        let result = try MigrateCommand.migrating { () throws(MigrationError) in
            try Reconciler.reconcile(PlanFile(folder: folder), database: database)
        }
        Console.say(
            arguments.has("json") ? String(decoding: result.json, as: UTF8.self) : result.text)
        guard result.isEqual else { throw .findings("The plan and the journal differ.") }
    }
}
