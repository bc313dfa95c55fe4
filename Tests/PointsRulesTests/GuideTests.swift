import Foundation
import PointsCore
import PointsJSON
import PointsRules
import Testing

/// The guide for the program manager shows whole files, parts of files, and mistakes: everything in it is tried.
struct GuideTests {
    private let guide: Guide
    private let checker: SchemaChecker

    init() throws {
        guide = try Guide(
            String(contentsOfFile: Repository.path("Documentation/rules.md"), encoding: .utf8))
        checker = try SchemaChecker.ofRules()
    }

    @Test func `shows files that load and whose examples come out`() throws {
        let files = try guide.files()
        #expect(files.count >= 8)
        let rules = try RulesetSource(files: files).checked()
        #expect(ExampleRunner.run(rules).compactMap(\.complaint) == [])
        #expect(rules.activityExamples.count >= 3)
        #expect(ExampleRunner.runActivities(rules).compactMap(\.complaint) == [])
        #expect(rules.tierExamples.count >= 3)
        #expect(ExampleRunner.runTiers(rules).compactMap(\.complaint) == [])
        for file in files {
            #expect(try checker.report(on: file.content, of: file.path).problems == [])
        }
    }

    /// A part is a part of an earning rule, or of a redemption rule; the settings and the ranks are those of the guide.
    @Test func `shows parts of rules that are right`() throws {
        let parts = guide.blocks(of: "json part")
        #expect(parts.count >= 15)
        for part in parts {
            let rule = try guide.rule(of: part)
            let files = try guide.files().filter {
                !$0.path.contains("/") || $0.path == "burn/standard.json"
                    || part.contains($0.path.dropLast(".json".count))
            }
            let rules = try RulesetSource(files: files + [rule]).checked()
            let complaints = ExampleRunner.run(rules).filter {
                $0.example.file == rule.path && part.contains("examples")
            }.compactMap(\.complaint)
            #expect(complaints == [])
            #expect(try checker.report(on: rule.content, of: rule.path).problems == [], "\(part)")
        }
    }

    /// The first line names the file and what is changed in it, the others are what is said of it.
    @Test func `tells of mistakes what is said of them`() throws {
        let blocks = guide.blocks(of: "text mistake")
        #expect(blocks.count >= 10)
        for block in blocks {
            let lines = block.split(separator: "\n", maxSplits: 1)
            let first = lines[0].components(separatedBy: "  ")
            try #require(first.count == 2, "\(lines[0])")
            let change = first[1].components(separatedBy: " → ")
            let (file, old, new) = (first[0], change[0], change[1])
            var texts = try guide.texts()
            let text = try #require(texts[file])
            try #require(text.components(separatedBy: old).count == 2, "\(old) in \(file)")
            texts[file] = text.replacing(old, with: new)
            let source = RulesetSource(
                files: try texts.map {
                    RulesetSource.File(path: $0, content: try JSON(parsing: $1))
                }
            )
            let told = source.check().problems.map(\.description).joined(separator: "\n")
            #expect(told + "\n" == lines[1])
        }
    }

    /// What `meguri explain` says of a sale is what an example of that sale comes to.
    @Test func `explains as the engine does`() throws {
        let block = try #require(guide.blocks(of: "text explain").first)
        let lines = block.split(separator: "\n").dropFirst()
        var files = try guide.files()
        let place = try #require(files.firstIndex { $0.path == "earn/house-card.json" })
        let name = "Why 53 points?"
        let examples = try #require(files[place].content["examples"]?.array)
        let index = try #require(examples.firstIndex { $0["name"]?.string == name })
        let path: [JSONStep] = [.key("examples"), .index(index), .key("expect"), .key("points")]
        let wrong = try #require(files[place].content.changed(at: path) { _ in 54 })
        files[place] = RulesetSource.File(path: files[place].path, content: wrong)
        let rules = try RulesetSource(files: files).checked()
        let trace = try #require(ExampleRunner.run(rules).first { $0.example.name == name }).trace
        let titles = rules.ruleset.titles
        let told = try trace.map { line in
            let parts = line.components(separatedBy: ": ")
            let title = try #require(titles[parts[0]]).en
            return "\(title) [\(parts[0])] \(parts.dropFirst().joined(separator: ": "))"
        }
        let shown = lines.map { line in
            line.drop { $0 == " " }.drop { $0 != " " }.drop { $0 == " " }
        }
        #expect(shown.map(String.init).sorted() == told.sorted())
    }

    @Test func `names every key of the schemas`() throws {
        for (file, schema) in checker.files {
            for member in SchemaPlace(file: file, pointer: .root, json: schema).properties {
                let key = String(member.name.split(separator: "/").last ?? "")
                #expect(guide.text.contains("`\(key)`"), "\(member.name)")
            }
        }
    }
}
