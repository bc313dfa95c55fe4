import Foundation
import Testing

/// `Documentation/ledger.md` names a test for every statement, and each of them exists.
struct LedgerPageTests {
    private struct Statement {
        let section: Character
        let number: Int
        let text: String

        /// The tests that it names: suite and name.
        var tests: [(suite: String, name: String)] {
            let line = text.split(separator: "\n").first { $0.hasPrefix("Tests: ") } ?? ""
            let names = line.split(separator: "`", omittingEmptySubsequences: false)
                .enumerated().filter { $0.offset % 2 == 1 }.map { String($0.element) }
            return stride(from: 0, to: names.count - 1, by: 2).map { (names[$0], names[$0 + 1]) }
        }
    }

    private static func statements() throws -> [Statement] {
        try Repository.text("Documentation/ledger.md").components(separatedBy: "\n**").dropFirst()
            .map { text in
                let name = text.prefix { $0 != "." }
                return Statement(
                    section: try #require(name.first),
                    number: try #require(Int(name.dropFirst())), text: text)
            }
    }

    /// The text of all files of a suite, by its name.
    private static func suites() throws -> [String: String] {
        let tests = Repository.path("Tests")
        let files = try FileManager.default.subpathsOfDirectory(atPath: tests)
        var suites: [String: String] = [:]
        for file in files where file.hasSuffix(".swift") {
            let name = URL(fileURLWithPath: file).deletingPathExtension().lastPathComponent
            let suite = String(name.prefix { $0 != "+" })
            suites[suite, default: ""] += try Repository.text("Tests/\(file)")
        }
        return suites
    }

    @Test
    func `statements are numbered without gaps`() throws {
        let statements = try Self.statements()
        for section: Character in ["L", "P", "D", "T", "A", "C", "M"] {
            let numbers = statements.filter { $0.section == section }.map(\.number)
            #expect(!numbers.isEmpty)
            #expect(numbers == Array(1...max(1, numbers.count)), "\(section)")
        }
        #expect(statements.allSatisfy { "LPDTACM".contains($0.section) })
    }

    @Test
    func `each statement has an example with numbers and tests that exist`() throws {
        let suites = try Self.suites()
        for statement in try Self.statements() {
            let place = "\(statement.section)\(statement.number)"
            let example = statement.text.split(separator: "\n").first {
                $0.hasPrefix("Example: ")
            }
            #expect(example?.contains(where: \.isNumber) == true, "\(place)")
            #expect(!statement.tests.isEmpty, "\(place)")
            for test in statement.tests {
                let source = suites[test.suite]
                #expect(source != nil, "\(place): \(test.suite)")
                #expect(
                    source?.contains("func `\(test.name)`(") == true,
                    "\(place): \(test.suite) / \(test.name)")
            }
        }
    }
}
