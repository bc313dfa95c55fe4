import Foundation
import PointsCore
import PointsEngine
import PointsMigration
import PointsRules
import Testing

/// A folder with a database and plans, under the rules of the repository; gone with the value.
final class Workplace {
    let folder: URL
    let rules: RulesSource

    init(rules path: String = "Rules") throws {
        folder = FileManager.default.temporaryDirectory
            .appending(path: "migration-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        let source = try RuleFolder.read(
            Fixtures.folder.deletingLastPathComponent().appending(path: path)
                .path(percentEncoded: false))
        rules = RulesSource(ruleset: try source.ruleset(), content: source.canonicalBytes)
    }

    deinit {
        try? FileManager.default.removeItem(at: folder)
    }
}

// MARK: - Paths

extension Workplace {
    func path(_ name: String) -> String {
        folder.appending(path: name).path(percentEncoded: false)
    }

    func exists(_ name: String) -> Bool {
        FileManager.default.fileExists(atPath: path(name))
    }

    func text(_ name: String) throws -> String {
        try String(contentsOf: folder.appending(path: name), encoding: .utf8)
    }
}

// MARK: - Migrating

extension Workplace {
    /// Noon in Tokyo on a day of 2026.
    static func noon(_ day: String) throws -> Instant {
        try #require(Instant("2026-\(day)T12:00:00+09:00"))
    }

    /// A mapping under `fixtures/migration/mappings/`, after a change to its text.
    func mapping(
        _ name: String = "samples.json", changing: (String) -> String = { $0 }
    ) throws -> MigrationMapping {
        let text = String(
            decoding: try Fixtures.bytes("migration/mappings/\(name)"), as: UTF8.self)
        return try MigrationMapping(parsing: Array(changing(text).utf8))
    }

    @discardableResult
    func plan(
        _ mapping: MigrationMapping, on day: String = "04-01", into output: String = "plan",
        database: String = "program.db", replacing: Bool = false
    ) throws -> PlanSummary {
        let basis = try ProgramBasis(
            database: path(database), rules: rules, now: try Self.noon(day))
        let planner = try MigrationPlanner(
            mapping, in: Fixtures.file("migration/mappings"), for: basis)
        return try planner.write(to: path(output), replacing: replacing)
    }

    /// Applies a plan, and stops after so many batches if told.
    @discardableResult
    func apply(
        _ output: String = "plan", database: String = "program.db", batches: Int = .max
    ) throws -> ApplyReport {
        let plan = try PlanFile(folder: path(output))
        try plan.check(database: path(database), rules: rules.ruleset.hash)
        let engine = try engine(database)
        var count = 0
        let report = try PlanApplication.apply(plan, with: engine) { _ in
            count += 1
            return count < batches
        }
        try engine.close()
        return report
    }

    func reconcile(
        _ output: String = "plan", database: String = "program.db"
    ) throws -> Reconciliation {
        try Reconciler.reconcile(PlanFile(folder: path(output)), database: path(database))
    }
}

// MARK: - The engine

extension Workplace {
    func engine(_ database: String = "program.db") throws -> Engine {
        let now = try Self.noon("04-01")
        var state: UInt64 = 0
        return try Engine(
            path: path(database),
            setup: EngineSetup(
                rules: rules, readRules: { _ throws(Refusal) in throw .internalFault("unread") },
                checkRules: { _ throws(Refusal) in throw .internalFault("unchecked") },
                compareRules: { _, _ throws(Refusal) in [] },
                clock: { now },
                randomBits: {
                    state += 1
                    return state
                }))
    }

    /// Something happens that must succeed.
    @discardableResult
    func execute(_ command: Command, database: String = "program.db") throws -> Reply {
        let engine = try engine(database)
        let reply = try #require(engine.execute([command]).first).get()
        try engine.close()
        return reply
    }

    /// A person joins under these identities.
    func join(_ identities: [IdentityClaim]) throws {
        try execute(
            Command(
                envelope: Envelope(method: "member.join", idempotencyKey: "join \(identities)"),
                action: .join(
                    JoinMember(identities: identities, isProvisional: false, profile: nil))))
    }

    func balance(_ kind: String, _ value: String) throws -> Balance {
        let reply = try execute(
            Command(
                envelope: Envelope(method: "points.balance"),
                action: .balance(.identity(kind: kind, value: value), at: nil, recordedBy: nil)))
        switch reply {
        case .balance(_, let balance), .asking(_, .balance(_, let balance)): return balance
        default: throw Refusal.internalFault("no balance")
        }
    }

    /// The whole journal, as a stranger's tool sees it.
    func journal(_ database: String = "program.db") throws -> String {
        var text = ""
        let request = ExportRequest(format: .hledger) { _ throws(Refusal) in
            throw .internalFault("unread")
        }
        try Engine.export(path: path(database), request) { piece in
            text += piece
            return true
        }
        return text
    }
}
