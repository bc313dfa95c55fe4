import Foundation
import PointsCore
import PointsJSON
import PointsRules
import Testing

extension CheckRules {
    /// The rules of `fixtures/rules/check` with other words in some files.
    ///
    /// Each change is a file, a text of it and what stands there instead.
    static func draft(
        _ changes: [(file: String, old: String, new: String)] = []
    ) throws -> CheckedRules {
        try files(changes).checked()
    }

    /// The same before anybody reads them.
    static func files(
        _ changes: [(file: String, old: String, new: String)]
    ) throws -> RulesetSource {
        let kept = try RuleFolder.read(folder)
        let files = try kept.files.map { file in
            var text = try String(contentsOfFile: folder + "/" + file.path, encoding: .utf8)
            for change in changes where change.file == file.path {
                try #require(text.contains(change.old), "\(change)")
                text = text.replacingOccurrences(of: change.old, with: change.new)
            }
            return RulesetSource.File(path: file.path, content: try JSON(parsing: text))
        }
        return RulesetSource(files: files)
    }

    /// Three points for 200 yen instead of two, and points pay from 200 on.
    static func generousDraft() throws -> CheckedRules {
        try draft([
            ("earn/base.json", #""points": 1, "per": 100"#, #""points": 3, "per": 200"#),
            ("burn/standard.json", #""min": 1"#, #""min": 200"#),
        ])
    }
}
