internal import Foundation
internal import PointsCore
internal import PointsMigration

/// `meguri migrate plan`: what would be done with every row, written into a folder.
enum MigratePlanCommand {
    static func run(_ words: [String]) throws(CommandLineError) {
        let arguments = try Arguments(
            words, options: ["db", "rules", "mapping", "out", "clock"], flags: ["force", "json"])
        try arguments.finish()
        let database = try arguments.value("db")
        let rules = try EngineOpening.rules(in: try arguments.value("rules"))
        let file = URL(filePath: try arguments.value("mapping"))
        let output = try arguments.value("out")
        let now = try now(arguments)
        let mapping = try mapping(file)
        let summary = try MigrateCommand.migrating { () throws(MigrationError) in
            let basis = try ProgramBasis(database: database, rules: rules, now: now)
            let meter = ProgressLine()
            defer { meter.finish() }
            let planner = try MigrationPlanner(
                mapping, in: file.deletingLastPathComponent(), for: basis, progress: meter.show)
            return try planner.write(to: output, replacing: arguments.has("force"))
        }
        Console.say(
            arguments.has("json")
                ? String(decoding: summary.json, as: UTF8.self) : summary.text)
    }

    private static func mapping(_ file: URL) throws(CommandLineError) -> MigrationMapping {
        guard let data = FileManager.default.contents(atPath: file.path(percentEncoded: false))
        else {
            throw .migration(
                .reading(
                    .cannotOpen(file: file.lastPathComponent, reason: "no such file")))
        }
        do throws(MappingError) {
            return try MigrationMapping(parsing: [UInt8](data))
        } catch {
            throw .migration(.mapping(error))
        }
    }

    private static func now(_ arguments: Arguments) throws(CommandLineError) -> Instant {
        guard let text = arguments.optional("clock") else { return EngineOpening.now() }
        guard let instant = Instant(text) else {
            throw .usage(
                "--clock should be a moment such as 2026-11-22T10:00:00+09:00.", Usage.text)
        }
        return instant
    }
}
