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

    /// Each change is a text of `program.json` and what stands there instead.
    static func source(_ changes: [String: String] = [:]) throws -> RulesSource {
        let kept = try RuleFolder.read(folder)
        var program = try String(contentsOfFile: folder + "/program.json", encoding: .utf8)
        for (old, new) in changes {
            try #require(program.contains(old))
            program = program.replacingOccurrences(of: old, with: new)
        }
        let changed = try JSON(parsing: Array(program.utf8))
        let files = kept.files.map { file in
            file.path == "program.json"
                ? RulesetSource.File(path: file.path, content: changed) : file
        }
        let source = RulesetSource(files: files)
        return RulesSource(ruleset: try source.ruleset(), content: source.canonicalBytes)
    }

    static func read(_ content: [UInt8]) throws(Refusal) -> Ruleset {
        do throws(RulesError) {
            return try RulesetSource(canonicalBytes: content).ruleset()
        } catch {
            throw error.refusal
        }
    }

    /// Points of the web shop count so many days after shipment, at the latest so many after the sale.
    static let lateConfirmation = [
        #""ec": {"confirm": "on_confirm"}"#:
            #""ec": {"confirm": "on_confirm", "afterDays": 7, "latestDays": 30}"#
    ]
}
