/// What a rule, or a rank, is called on receipts and in the console.
package struct RuleTitle: Hashable, Sendable {
    /// In Japanese.
    package let ja: String
    /// In English.
    package let en: String

    /// A title in both languages.
    package init(ja: String, en: String) {
        self.ja = ja
        self.en = en
    }

    /// The title in a language.
    package func text(in language: Language) -> String { language.pick(ja, en) }
}
