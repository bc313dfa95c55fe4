/// What a rule is called on receipts and in the console.
package struct RuleTitle: Hashable, Sendable {
    /// In Japanese.
    package let ja: String
    /// In English.
    package let en: String

    /// Reads a title; both languages must be there.
    init(_ value: RuleValue) {
        let object = value.object(["ja", "en"])
        ja = object.required("ja").text()
        en = object.required("en").text()
    }
}
