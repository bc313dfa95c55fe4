/// In which language a back-test is told to people.
package enum BacktestLanguage: String, Hashable, Sendable, CaseIterable {
    /// English.
    case en
    /// Japanese.
    case ja

    /// The words of this language.
    func callAsFunction(_ english: String, _ japanese: String) -> String {
        switch self {
        case .en: english
        case .ja: japanese
        }
    }
}
