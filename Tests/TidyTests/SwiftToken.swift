/// One piece of Swift text: a word, the content of a string literal, or one punctuation character.
///
/// Comments yield none; a regular expression literal yields an empty string.
struct SwiftToken: Hashable {
    enum Kind: Hashable {
        /// A keyword, an identifier or a number.
        case word
        /// An identifier in backticks, which no keyword is.
        case quotedWord
        case string
        case punctuation
    }

    let kind: Kind
    let text: String
    /// Counted from 1; for a string, the line on which it begins.
    let line: Int
    /// Whether it follows the token before it without a space between.
    let isAttached: Bool

    func isWord(_ word: String) -> Bool { kind == .word && text == word }

    func isMark(_ mark: String) -> Bool { kind == .punctuation && text == mark }
}
