/// What something is called where people read it.
package struct Caption: Hashable, Sendable {
    /// In Japanese.
    package let ja: String
    /// In English.
    package let en: String

    /// The same in both languages.
    package init(ja: String, en: String) {
        self.ja = ja
        self.en = en
    }

    /// The text in a language.
    package func text(in language: Language) -> String { language.pick(ja, en) }
}
