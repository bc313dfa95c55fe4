/// One thing that differs between two sets of rules, in words.
package struct RulesChange: Hashable, Sendable {
    /// The file's path within the set: `earn/base.json`.
    package let file: String
    /// The place within the file (RFC 6901), empty for the file as a whole.
    package let pointer: String
    /// The words in Japanese.
    package let ja: String
    /// The words in English.
    package let en: String

    /// A change at a place.
    package init(file: String, pointer: String, ja: String, en: String) {
        self.file = file
        self.pointer = pointer
        self.ja = ja
        self.en = en
    }
}
