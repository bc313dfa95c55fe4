import Foundation
import PointsCore
import Testing

// MARK: - The page

extension StateTableTests {
    /// The table as the page shows it.
    private static var page: String {
        let head = ["command"] + states.map { "`\($0.rawValue)`" }
        let rows = zip(deeds, table).map { deed, row in
            ["`\(deed.name)`"]
                + row.map { outcome in
                    switch outcome {
                    case .stands(let status): status.rawValue
                    case .refused(let code): "`\(code.rawValue)`"
                    }
                }
        }
        let lines = [head, head.map { _ in "---" }] + rows
        return lines.map { "| " + $0.joined(separator: " | ") + " |" }.joined(separator: "\n")
    }

    @Test func `the page shows the same table`() throws {
        let page = URL(fileURLWithPath: #filePath)
            .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
            .appendingPathComponent("Documentation/membership.md")
        let text = try String(contentsOf: page, encoding: .utf8)
        #expect(text.contains(Self.page), "\(Self.page)")
    }
}
