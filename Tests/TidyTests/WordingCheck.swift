/// Texts are finished and speak of the product, not of how or where they came about.
enum WordingCheck {
    /// Looked for as words, as they are written.
    private static let marks = ["TO~DO", "FIX~ME"].map(joined)
    /// Looked for as words, in any case.
    private static let workplace = ["ag~ent", "ag~ents", "suba~gent", "suba~gents"].map(joined)
    /// Looked for anywhere, in any case.
    private static let phrases = ["/wo~rk/", "/tmp/br~ief", "sess~ion of", "this sess~ion"].map(
        joined)

    static func findings(in text: String, path: String) -> [Finding] {
        text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline).enumerated()
            .flatMap { index, line in
                found(in: line).map {
                    Finding(
                        path: path, line: index + 1, complaint: "`\($0)` has no place in the texts")
                }
            }
    }

    /// Takes the gap out that keeps these files from containing what they look for.
    static func joined(_ gapped: String) -> String {
        gapped.filter { $0 != "~" }
    }

    private static func found(in line: Substring) -> [String] {
        let lowered = line.lowercased()
        let words = Set(line.split { !$0.isLetter && !$0.isNumber })
        // `User-Agent` is a field of HTTP.
        let plain = joined("user-ag~ent")
        let others = Set(
            lowered.replacing(plain, with: "").split { !$0.isLetter && !$0.isNumber })
        return marks.filter { words.contains($0[...]) }
            + workplace.filter { others.contains($0[...]) }
            + phrases.filter { lowered.contains($0) }
    }
}
