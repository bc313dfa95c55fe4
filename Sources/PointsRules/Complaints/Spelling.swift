/// Guesses what a misspelt name was to be.
enum Spelling {
    /// `; did you mean "channel"?`, or nothing if no name is close.
    static func hint(for text: String, among names: some Sequence<String>) -> String {
        nearest(to: text, among: names).map { "; did you mean \"\($0)\"?" } ?? ""
    }

    /// The name that fewest steps lead to, the earlier of two; `nil` if all are far or nothing but
    /// their length is alike.
    static func nearest(to text: String, among names: some Sequence<String>) -> String? {
        var best: (name: String, steps: Int)?
        for name in names {
            let bound = min(RulesLimits.misspellingStepsMax, name.count / 3)
            guard abs(name.count - text.count) <= bound else { continue }
            let steps = distance(Array(text.lowercased()), Array(name.lowercased()))
            if steps <= bound, steps < best?.steps ?? .max { best = (name, steps) }
        }
        return best?.name
    }

    /// Letters more, less, other or swapped with their neighbour (optimal string alignment).
    private static func distance(_ text: [Character], _ name: [Character]) -> Int {
        var beforeLast: [Int] = []
        var last = Array(0...name.count)
        for row in text.indices {
            var current = [row + 1]
            for column in name.indices {
                let isSame = text[row] == name[column]
                var steps = min(
                    last[column + 1] + 1, current[column] + 1, last[column] + (isSame ? 0 : 1))
                if row > 0, column > 0, text[row] == name[column - 1],
                    text[row - 1] == name[column]
                {
                    steps = min(steps, beforeLast[column - 1] + 1)
                }
                current.append(steps)
            }
            (beforeLast, last) = (last, current)
        }
        return last[name.count]
    }
}
