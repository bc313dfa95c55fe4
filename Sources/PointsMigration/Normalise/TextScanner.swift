/// Takes a text apart from its start, by scalars, in one width and without the space around it.
struct TextScanner {
    private var rest: Substring.UnicodeScalarView

    init(_ text: String) {
        rest = Substring(WidthFolding.trimmed(text)).unicodeScalars
    }
}

// MARK: - Scanning

extension TextScanner {
    /// Whether nothing is left.
    var isAtEnd: Bool {
        rest.isEmpty
    }

    /// Skips the first of the texts that comes next; false if none does.
    mutating func skip(_ texts: [String]) -> Bool {
        for text in texts where rest.starts(with: text.unicodeScalars) {
            rest.removeFirst(text.unicodeScalars.count)
            return true
        }
        return false
    }

    /// Takes a number of so many digits, at most nine; nil, and nothing taken, if more or fewer
    /// come next.
    mutating func number(digits: ClosedRange<Int>) -> Int? {
        let run = rest.prefix { ("0"..."9").contains($0) }
        guard digits.contains(run.count), run.count <= 9 else { return nil }
        rest.removeFirst(run.count)
        return run.reduce(0) { $0 * 10 + Int($1.value) - 0x30 }
    }
}
