import Foundation
import PointsJSON
import PointsRules
import Testing

/// The guide for the program manager shows whole files; together they are a set of rules.
struct GuideTests {
    @Test func `shows files that load and whose examples come out`() throws {
        let guide = try String(
            contentsOfFile: Repository.path("Documentation/rules.md"), encoding: .utf8)
        let blocks = guide.components(separatedBy: "```json\n").dropFirst().compactMap {
            $0.components(separatedBy: "```").first
        }
        let files = try blocks.map { block in
            let content = try JSON(parsing: block)
            let path = Self.name(of: content) + ".json"
            return RulesetSource.File(path: path, content: content)
        }
        #expect(files.count >= 5)
        let rules = try RulesetSource(files: files).checked()
        #expect(ExampleRunner.run(rules).compactMap(\.complaint) == [])
        #expect(rules.activityExamples.count >= 3)
        #expect(ExampleRunner.runActivities(rules).compactMap(\.complaint) == [])
        #expect(rules.tierExamples.count >= 3)
        #expect(ExampleRunner.runTiers(rules).compactMap(\.complaint) == [])
    }

    private static func name(of content: JSON) -> String {
        content["id"]?.string ?? (content["tiers"] == nil ? "program" : "tiers")
    }
}
