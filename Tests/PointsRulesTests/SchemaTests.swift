import Foundation
import PointsCore
import PointsJSON
import PointsRules
import Testing

/// The schemas for editors and the reader of rules ask for the same.
struct SchemaTests {
    private let checker: SchemaChecker
    private let sets: [SampleSet]

    init() throws {
        checker = try SchemaChecker.ofRules()
        sets = try SampleSet.all()
    }

    @Test func `every good file fits its schema`() throws {
        for set in sets {
            let first = set.files.first { $0.key == "program.json" }
            let program = try #require(first)
            #expect(set.complaints(changing: program.key, to: program.value) == [])
            for (file, content) in set.files {
                let report = try checker.report(on: content, of: file)
                #expect(report.problems == [], "\(set.name) \(file)")
            }
        }
    }

    /// An unknown key is answered with those that there are: they are compared wherever an object stands.
    @Test func `the reader and the schemas know the same keys`() throws {
        var objects = 0
        for set in sets {
            for (file, content) in set.files {
                let known = try checker.report(on: content, of: file).keys
                let places = content.places.filter { place in
                    known[JSONPointer(place.path).description] != nil
                }
                let strange = places.reversed().reduce(content) { content, place in
                    content.changed(at: place.path) { Self.strange($0) } ?? content
                }
                let told = set.complaints(changing: file, to: strange).filter { $0.file == file }
                for (path, _) in places {
                    let place = JSONPointer(path)
                    let pointer = place.appending(Self.strangeKey).description
                    let answer = told.first { $0.pointer == pointer }?.problem ?? ""
                    #expect(
                        Self.keys(in: answer) == known[place.description],
                        "\(set.name) \(file) \(place): \(answer)")
                    objects += 1
                }
            }
        }
        #expect(objects > 500)
    }

    private static let strangeKey = "quite-another-key"

    private static func strange(_ value: JSON) -> JSON {
        guard case .object(var object) = value else { return value }
        object[strangeKey] = 0
        return .object(object)
    }

    /// The keys in `unknown key "x", expected a, b or c`.
    private static func keys(in answer: String) -> Set<String> {
        let parts = answer.components(separatedBy: ", expected ")
        guard parts.count == 2, parts[1] != "none" else { return [] }
        return Set(
            parts[1].replacing(" or ", with: ", ").components(separatedBy: ", "))
    }

    /// Otherwise a key that only the schemas know could hide.
    @Test func `the good files use everything that the schemas describe`() throws {
        var used: Set<String> = []
        for set in sets {
            for (file, content) in set.files {
                used.formUnion(try checker.report(on: content, of: file).used)
            }
        }
        for (file, schema) in checker.files {
            for member in SchemaPlace(file: file, pointer: .root, json: schema).properties {
                #expect(used.contains(member.name), "\(member.name)")
            }
        }
    }

    // MARK: Verdicts

    /// The greatest number that the one takes is the greatest that the other takes.
    @Test func `numbers end where the schemas say`() throws {
        var known: Set<String> = []
        for set in sets {
            for (file, content) in set.files.sorted(by: { $0.key < $1.key }) {
                let report = try checker.report(on: content, of: file)
                for mutation in RuleMutation.bounds(
                    of: file, holding: content, knowing: report, except: &known)
                {
                    _ = SchemaGap.between(
                        try checker.report(on: mutation.content, of: file),
                        set.complaints(changing: file, to: mutation.content).filter {
                            $0.file == file
                        }, "\(file) \(mutation.place): \(mutation.kind)")
                }
            }
        }
        #expect(known.count > 50)
    }

    @Test(arguments: SchemaGap.changes)
    func `a schema cannot know`(_ change: SchemaGap) throws {
        let content = try change.changed(try #require(sets[0].files[change.file]))
        let complaints = sets[0].complaints(changing: change.file, to: content)
        let found = SchemaGap.between(
            try checker.report(on: content, of: change.file),
            complaints.filter { $0.file == change.file }, change.text)
        #expect(found == [change.reason], "\(complaints)")
    }
}
