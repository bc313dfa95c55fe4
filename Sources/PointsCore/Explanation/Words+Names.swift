// MARK: - Names

extension Words {
    /// Names, one of which is meant.
    static func names(_ names: [String]) -> Words {
        var words = names.prefix(CoreLimits.namesInWordsMax).map { Words($0) }
        if names.count > words.count { words.append(others(names.count - words.count)) }
        return .either(words)
    }

    /// How many more names there are.
    static func others(_ count: Int) -> Words {
        let number = number(count)
        return Words(ja: "ほか\(number)件", en: "\(number) more")
    }
}
