internal import PointsMigration

/// `meguri migrate`: balances of other systems into the ledger, with proof.
enum MigrateCommand {
    static func run(_ words: [String]) throws(CommandLineError) {
        guard let name = words.first else {
            throw .usage("Name a step: plan, apply or reconcile.", Usage.text)
        }
        guard name != "--" + Usage.option else { throw .helpWanted }
        let rest = Array(words.dropFirst())
        switch name {
        case "plan": try MigratePlanCommand.run(rest)
        case "apply": try MigrateApplyCommand.run(rest)
        case "reconcile": try MigrateReconcileCommand.run(rest)
        default: throw .usage("migrate has no step \"\(name)\".", Usage.text)
        }
    }

    /// Runs a part of the migration.
    static func migrating<Result>(
        _ body: () throws(MigrationError) -> Result
    ) throws(CommandLineError) -> Result {
        do throws(MigrationError) {
            return try body()
        } catch {
            throw .migration(error)
        }
    }
}
