/// The languages that people read rules in.
package enum Language: String, Hashable, Sendable, CaseIterable {
    /// Japanese.
    case ja
    /// English.
    case en

    /// Whichever of two texts is in this language.
    package func pick(_ ja: String, _ en: String) -> String { self == .ja ? ja : en }
}
