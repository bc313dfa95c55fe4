import Testing

/// A piece of Swift and the lines of it that a check must complain about.
struct Snippet: CustomTestStringConvertible {
    let path: String
    let text: String
    let lines: [Int]

    init(
        _ text: String, complaintsOn lines: [Int] = [],
        at path: String = "Sources/PointsStore/Store.swift"
    ) {
        self.path = path
        self.text = text
        self.lines = lines
    }

    var source: SwiftSource { SwiftSource(path: path, text: text) }

    var testDescription: String {
        "\(text.split(whereSeparator: \.isNewline).first ?? "") (\(path), \(lines))"
    }
}
