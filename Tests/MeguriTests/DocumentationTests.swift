import PointsHTTP
import PointsJSON
import PointsWire
import Testing

@testable import meguri

/// The reference page of the protocol says what is so.
struct DocumentationTests {
    private static func lines() throws -> [String] {
        try Repository.text("Documentation/protocol.md")
            .split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    }

    /// The texts between a fence of that language and the end of its block.
    private static func blocks(of language: String) throws -> [[String]] {
        var blocks: [[String]] = []
        var open: [String]?
        for line in try lines() {
            if line == "```\(language)" {
                open = []
            } else if line == "```", let block = open {
                blocks.append(block)
                open = nil
            } else {
                open?.append(line)
            }
        }
        return blocks
    }

    @Test
    func `every JSON example parses`() throws {
        let blocks = try Self.blocks(of: "json")
        #expect(!blocks.isEmpty)
        for block in blocks {
            #expect(throws: Never.self) { try JSON(parsing: block.joined(separator: "\n")) }
        }
    }

    @Test
    func `every exchange stands in a transcript`() throws {
        let known = try Set(
            Transcript.names.flatMap { try Transcript(named: $0).exchanges }.map {
                ["→ " + $0.request, "← " + $0.reply]
            })
        let blocks = try Self.blocks(of: "text")
        #expect(blocks.count >= Method.allCases.count)
        for block in blocks {
            #expect(block.count.isMultiple(of: 2))
            for start in stride(from: 0, to: block.count - 1, by: 2) {
                #expect(known.contains(Array(block[start...(start + 1)])), "\(block[start])")
            }
        }
    }

    @Test(arguments: Method.allCases)
    func `every command has a section with an exchange of its own`(_ method: Method) throws {
        let lines = try Self.lines()
        let start = try #require(lines.firstIndex(of: "### `\(method.rawValue)`"))
        let section = lines[(start + 1)...].prefix { !$0.hasPrefix("#") }
        #expect(section.contains { $0.contains("\"method\":\"\(method.rawValue)\"") })
    }

    @Test(arguments: Route.all.indices)
    func `every resource stands beside its command`(_ index: Int) throws {
        let route = Route.all[index]
        let resource = "`\(route.verb.rawValue) /\(route.path.joined(separator: "/"))"
        let row = try Self.lines().first { $0.hasPrefix("| `\(route.method.rawValue)` |") }
        let cell = try #require(row)
        let follows = cell.ranges(of: resource).map { cell[$0.upperBound...].prefix(1) }
        #expect(follows.contains("`") || follows.contains("?"), "\(resource)")
    }

    @Test
    func `the bounds are those of the code`() throws {
        let text = try Self.lines().joined(separator: "\n")
        #expect(text.contains("1 to 1,000 requests") && WireLimits.batchRequestsMax == 1_000)
        #expect(text.contains("1,048,576 bytes") && WireLimits.requestBytesMax == 1_048_576)
    }
}
