import Foundation
import PointsCore
import PointsJSON
import PointsRules
import Testing

/// The files of a set of rules as text, to be changed and then read.
struct DraftRules {
    /// Texts by path.
    var files: [String: String]

    /// A copy of the small set in the fixtures: `earn/base`, `earn/point-up-day`, `burn/standard`.
    static func check() throws -> DraftRules {
        try DraftRules(folder: Repository.path("fixtures/rules/check"))
    }

    /// The settings of the small set, without its rules.
    static func bare() throws -> DraftRules {
        var draft = try check()
        draft.files = draft.files.filter { $0.key == "program.json" }
        return draft
    }

    /// No files.
    static let none = DraftRules(files: [:])

    init(files: [String: String]) {
        self.files = files
    }

    init(folder: String) throws {
        let paths = try #require(FileManager.default.enumerator(atPath: folder))
            .compactMap { $0 as? String }.filter { $0.hasSuffix(".json") }
        files = [:]
        for path in paths {
            files[path] = try String(contentsOfFile: folder + "/" + path, encoding: .utf8)
        }
    }

    /// Puts another text in the place of the only one like it.
    mutating func replace(_ old: String, with new: String, in file: String) throws {
        let text = try #require(files[file])
        try #require(text.components(separatedBy: old).count == 2, "\(old) is not there once")
        files[file] = text.replacingOccurrences(of: old, with: new)
    }

    /// Adds an earning rule: some members, and those that each rule must have.
    mutating func addEarnRule(_ name: String, _ members: String) {
        files["earn/\(name).json"] = """
            {"id": "earn/\(name)", "kind": "earn", "title": {"ja": "あ", "en": "a"}, \(members),
             "examples": [{"name": "n", "given": {"channel": "store", "lines": [{"amount": 0, "taxRate": 0}]}, "expect": {"points": 0}}]}
            """
    }

    /// The set in which an earning rule with these members is the only one, read.
    static func single(_ members: String) throws -> CheckedRules {
        var draft = try bare()
        draft.addEarnRule("only", members)
        return try draft.source().checked()
    }

    /// The files, parsed.
    func source() throws -> RulesetSource {
        RulesetSource(
            files: try files.map { path, text in
                RulesetSource.File(path: path, content: try JSON(parsing: text))
            })
    }

    /// What is wrong with the set.
    func complaints() throws -> [RulesProblem] {
        let source = try source()
        do throws(RulesError) {
            _ = try source.checked()
            return []
        } catch {
            return error.complaints
        }
    }
}
