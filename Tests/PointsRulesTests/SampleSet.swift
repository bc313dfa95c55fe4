import Foundation
import PointsCore
import PointsJSON
import PointsRules
import Testing

/// A good set of rules, to be looked at and to be broken.
struct SampleSet: Sendable {
    /// The folder, with what is other than there.
    let name: String
    /// Contents by path.
    var files: [String: JSON]

    /// The rules of the repository, the sets in the fixtures, and those that complete the set with every key.
    static func all() throws -> [SampleSet] {
        let folder = Repository.path("fixtures/rules")
        let names = try FileManager.default.contentsOfDirectory(atPath: folder).sorted()
        let others = names.filter { $0 != "every-key" }.map { "fixtures/rules/" + $0 }
        let everyKey = try SampleSet(folder: "fixtures/rules/every-key")
        return try [everyKey] + variants(of: everyKey) + others.map(SampleSet.init(folder:))
            + [SampleSet(folder: "Rules")]
    }

    private init(folder: String) throws {
        name = folder
        let source = try RuleFolder.read(Repository.path(folder))
        files = Dictionary(
            source.files.map { ($0.path, $0.content) }, uniquingKeysWith: { first, _ in first })
    }

    /// Of what excludes each other the set with every key shows one way; these show the others.
    private static func variants(of set: SampleSet) throws -> [SampleSet] {
        try [
            ("program.json", #"{"expiry": {"style": "fixed", "date": "2027-03-31"}}"#),
            (
                "program.json",
                #"{"expiry": {"style": "after_activity", "months": 12, "activities": ["earn", "confirm", "grant"]}}"#
            ),
            ("tiers.json", tiers(#"{"of": "visits"}"#, "")),
            ("tiers.json", tiers(#"{"of": "points"}"#, #", "points": 3"#)),
        ].enumerated().map { index, change in
            var variant = set
            let members = try #require(try JSON(parsing: change.1).object).members
            variant.files[change.0] = members.reduce(set.files[change.0]) { content, member in
                guard case .object(var object)? = content else { return content }
                object[member.key] = member.value
                if member.key == "window" { object["review"] = nil }
                return .object(object)
            }
            return SampleSet(name: "\(set.name), \(change.0) \(index)", files: variant.files)
        }
    }

    private init(name: String, files: [String: JSON]) {
        self.name = name
        self.files = files
    }

    private static func tiers(_ metric: String, _ amount: String) -> String {
        """
        {"metric": \(metric), "window": {"style": "calendar", "months": 3, "startsIn": 4}, "examples":
          [{"name": "n", "given": {"purchases": [{"on": "2026-04-10", "channel": "store", "returnedOn": "2026-05-01"\(amount)}], "on": "2026-04-10"},
            "expect": {"tier": "regular"}}]}
        """
    }

    /// What is said of the set when a file has another content.
    func complaints(changing file: String, to content: JSON) -> [RulesProblem] {
        let source = RulesetSource(
            files: files.map { path, good in
                RulesetSource.File(path: path, content: path == file ? content : good)
            })
        do throws(RulesError) {
            _ = try source.checked()
            return []
        } catch {
            return error.complaints
        }
    }
}
