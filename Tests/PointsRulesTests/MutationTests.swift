import Foundation
import PointsCore
import PointsJSON
import PointsRules
import TestSupport
import Testing

/// Rule files that are wrong in every way that somebody can think of: each is refused, at the place of the mistake.
struct MutationTests {
    @Test
    func `every change that makes a file wrong is named where it is, and the schemas say the same`()
        throws
    {
        let checker = try SchemaChecker.ofRules()
        var tried = 0
        var known: Set<String> = []
        for set in try SampleSet.all() {
            for (file, content) in set.files.sorted(by: { $0.key < $1.key }) {
                let report = try checker.report(on: content, of: file)
                let mutations = RuleMutation.all(
                    of: file, holding: content, knowing: report, except: &known)
                tried += mutations.count
                for mutation in mutations {
                    let name = "\(set.name) \(file) \(mutation.place): \(mutation.kind)"
                    let complaints = set.complaints(changing: file, to: mutation.content)
                    Self.expect(complaints, of: mutation, in: file, name)
                    let verdict = try checker.report(on: mutation.content, of: file)
                    _ = SchemaGap.between(verdict, complaints.filter { $0.file == file }, name)
                }
            }
        }
        print("\(tried) wrong rule files were tried.")
        #expect(tried >= 1_000)
    }

    private static func expect(
        _ complaints: [RulesProblem], of mutation: RuleMutation, in file: String,
        _ name: String
    ) {
        let place = mutation.place.description
        let own = complaints.filter { $0.file == file }
        let named = own.filter { $0.pointer == place || $0.pointer.hasPrefix(place + "/") }
        let isSaid = named.contains { complaint in
            mutation.words.contains { complaint.problem.contains($0) }
        }
        #expect(isSaid, "\(name): \(mutation.words), \(complaints)")
        let others = own.filter { complaint in
            !named.contains(complaint)
                && !Self.consequences.contains { complaint.problem.contains($0) }
                && !(mutation.kind == "misspelt key" && place.hasPrefix(complaint.pointer)
                    && complaint.problem.hasSuffix(" is missing"))
        }
        #expect(others.isEmpty, "\(name): \(others)")
        Self.expectQuotations(own, from: mutation.content, name)
        let folder = file.split(separator: "/")[0]
        let blamed = complaints.filter { complaint in
            complaint.file != file
                && !(Self.dependencies[String(folder)] ?? []).contains {
                    complaint.problem.contains($0)
                }
        }
        #expect(blamed.isEmpty, "\(name): \(blamed)")
    }

    /// What a complaint says that it found stands at its place, and what it says that it expected does not.
    private static func expectQuotations(
        _ complaints: [RulesProblem], from content: JSON, _ name: String
    ) {
        let values = Dictionary(
            content.places.map { (JSONPointer($0.path).description, $0.value) },
            uniquingKeysWith: { first, _ in first })
        for complaint in complaints where complaint.problem.contains(", expected ") {
            guard let value = values[complaint.pointer] else { continue }
            let key = (complaint.pointer.split(separator: "/").last ?? "")
                .replacing("~1", with: "/").replacing("~0", with: "~")
            let beginnings = ["found \(value.asFound), expected ", "found \"\(key)\", expected "]
            #expect(
                beginnings.contains { complaint.problem.hasPrefix($0) }
                    || complaint.problem.hasPrefix("unknown key \"\(key)\", expected "),
                "\(name): \(complaint)")
        }
    }

    /// What else is said of a file in which another place is wrong: parts that depend on it.
    private static let consequences = [
        "only \"roundTo\":", "only \"restore\":", "\"days\" is missing", "expected a company",
        "there is no channel", "expected a purpose", "expected a company that asks for it",
    ]

    /// What other files may be blamed for when a file of a kind is wrong: names that it gives them no more.
    private static let dependencies: [String: [String]] = [
        "program.json": ["expected a channel", "expected a company"],
        "tiers.json": ["expected a rank"],
        "consents.json": ["expected a purpose", "expected a company that asks for it"],
        "earn": ["expected a rule that asks for the segment"],
        "activities": ["expected a rule that asks for the segment"],
    ]

    // MARK: Texts

    /// Files that are not JSON at all, one of each kind.
    @Test(arguments: ["program.json", "earn/base.json", "burn/standard.json", "tiers.json"])
    func `a file that is no JSON is named, and the others are read all the same`(
        _ file: String
    ) throws {
        let draft = try DraftRules(folder: Repository.path("fixtures/rules/ranks"))
        let text = try #require(draft.files[file])
        let broken = try Self.texts(brokenFrom: text)
        for text in broken {
            var wrong = draft
            wrong.files[file] = text
            let folder = try TemporaryFolder(wrong.files)
            let error = #expect(throws: RulesError.self) { try RuleFolder.read(folder.path) }
            #expect(error?.complaints.map(\.file) == [file], "\(text)")
            #expect(error?.complaints.first?.pointer == "")
            #expect(error?.complaints.first?.problem.contains("not JSON: ") == true)
        }
        print("\(broken.count) broken texts of \(file) were tried.")
        #expect(broken.count >= 30)
    }

    private static func texts(brokenFrom text: String) throws -> [String] {
        var generator = SeededGenerator(seed: 7)
        let whole = Array(text.unicodeScalars)
        let end = try #require(whole.lastIndex(of: "}"))
        var texts = ["", "nothing", text + "}", text + text, "\u{1}" + text]
        // Cut off somewhere.
        for _ in 0..<10 {
            texts.append(string(whole[..<Int.random(in: 1...end, using: &generator)]))
        }
        // Without one of the marks.
        for mark in ["{", "}", ":", "\""] as [Unicode.Scalar] {
            let places = whole.indices.filter { whole[$0] == mark }
            for _ in 0..<3 {
                var other = whole
                other.remove(at: try #require(places.randomElement(using: &generator)))
                texts.append(string(other[...]))
            }
        }
        // Each key twice.
        for key in Set(try JSON(parsing: text).places.compactMap { $0.value.object?.keys.first }) {
            let member = "\"\(key)\":"
            guard let place = text.range(of: member) else { continue }
            texts.append(text.replacingCharacters(in: place, with: "\(member) 0, \(member)"))
        }
        // What other notations allow.
        texts.append(text.replacing(":", with: "=", maxReplacements: 1))
        texts.append(text.replacing("\"", with: "'"))
        texts.append(text.replacing("\n", with: " // first\n", maxReplacements: 1))
        texts.append(text.replacing("\n}", with: ",\n}", maxReplacements: 1))
        texts.append(text.replacing("{", with: "{,", maxReplacements: 1))
        return texts
    }

    private static func string(_ scalars: ArraySlice<Unicode.Scalar>) -> String {
        String(String.UnicodeScalarView(scalars))
    }
}
