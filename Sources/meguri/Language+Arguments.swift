internal import PointsCore

extension Language {
    /// The language that `--language` names; English if it is not told.
    init(_ arguments: Arguments) throws(CommandLineError) {
        guard let name = arguments.optional("language") else {
            self = .en
            return
        }
        guard let language = Language(rawValue: name) else {
            throw .usage("--language should be ja or en.", Usage.text)
        }
        self = language
    }
}
