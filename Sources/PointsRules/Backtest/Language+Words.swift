import PointsCore

extension Language {
    /// The words of this language.
    func callAsFunction(_ english: String, _ japanese: String) -> String {
        pick(japanese, english)
    }
}
