/// The language in which changes are told.
enum Language: String, CaseIterable {
    case english = "en"
    case japanese = "ja"

    /// The language that `--language` names; English if it is not told.
    init(_ arguments: Arguments) throws(CommandLineError) {
        guard let name = arguments.optional("language") else {
            self = .english
            return
        }
        guard let language = Language(rawValue: name) else {
            throw .usage("--language should be ja or en.", Usage.text)
        }
        self = language
    }

    /// What is said in this language.
    func of(ja: String, en: String) -> String {
        switch self {
        case .english: en
        case .japanese: ja
        }
    }
}
