import Foundation
import PointsCore
import PointsEngine
import PointsJSON
import PointsRules
import Testing

/// The rules of `fixtures/rules/check`, as they are or with other words in `program.json`.
enum CheckRules {
    static var folder: String {
        URL(fileURLWithPath: #filePath)
            .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
            .appendingPathComponent("fixtures/rules/check").path
    }

    /// Each change is a text of `program.json`, or of another file, and what stands there instead.
    static func source(
        _ changes: [String: String] = [:], others: [String: [String: String]] = [:]
    ) throws -> RulesSource {
        let changes = others.merging(["program.json": changes]) { $1 }
        let source = RulesetSource(
            files: try RuleFolder.read(folder).files.map { file in
                var text = try String(contentsOfFile: folder + "/" + file.path, encoding: .utf8)
                for (old, new) in changes[file.path] ?? [:] {
                    try #require(text.contains(old))
                    text = text.replacingOccurrences(of: old, with: new)
                }
                return RulesetSource.File(
                    path: file.path, content: try JSON(parsing: Array(text.utf8)))
            })
        return RulesSource(ruleset: try source.ruleset(), content: source.canonicalBytes)
    }

    /// The rules under which 100 yen earn so many points.
    static func earning(
        _ points: Int64, _ changes: [String: String] = [:]
    ) throws -> RulesSource {
        let example = points * 980 / 100
        return try source(
            changes,
            others: [
                "earn/base.json": [
                    #""points": 1, "per""#: #""points": \#(points), "per""#,
                    #"{"points": 9}"#: #"{"points": \#(example)}"#,
                ],
                "earn/point-up-day.json": [
                    #"{"points": 27}"#: #"{"points": \#(example * 3)}"#
                ],
            ])
    }

    static func read(_ content: [UInt8]) throws(Refusal) -> Ruleset {
        do throws(RulesError) {
            return try RulesetSource(canonicalBytes: content).ruleset()
        } catch {
            throw error.refusal
        }
    }

    static func compare(_ old: [UInt8], _ new: [UInt8]) throws(Refusal) -> [RulesChange] {
        try RulesDifference.changes(from: old, to: new)
    }

    /// Points of the web shop count so many days after shipment, at the latest so many after the sale.
    static let lateConfirmation = [
        #""ec": {"confirm": "on_confirm"}"#:
            #""ec": {"confirm": "on_confirm", "afterDays": 7, "latestDays": 30}"#
    ]
}
