/// The same said in Japanese and in English.
struct Words: Hashable {
    /// In Japanese.
    let ja: String
    /// In English.
    let en: String

    /// The same in both languages.
    init(ja: String, en: String) {
        self.ja = ja
        self.en = en
    }

    /// What is written alike in both: a name, a date, a pattern.
    init(_ text: String) {
        self.init(ja: text, en: text)
    }
}

// MARK: - Joining

extension Words {
    static func + (left: Words, right: Words) -> Words {
        Words(ja: left.ja + right.ja, en: left.en + right.en)
    }

    /// One after another, with something between them.
    static func joined(_ all: [Words], by separator: Words) -> Words {
        Words(
            ja: all.map(\.ja).joined(separator: separator.ja),
            en: all.map(\.en).joined(separator: separator.en))
    }

    /// One of several: `a, b or c`.
    static func either(_ all: [Words]) -> Words {
        guard let last = all.last, all.count > 1 else { return all.first ?? Words("") }
        let rest = joined(all.dropLast(), by: Words(ja: "、", en: ", "))
        return rest + Words(ja: "または", en: " or ") + last
    }

    /// In quotes.
    var quoted: Words { Words(ja: "「\(ja)」", en: "“\(en)”") }

    /// With a name in the place of its `%`.
    func naming(_ name: Words) -> Words {
        Words(
            ja: ja.replacing("%", with: name.ja, maxReplacements: 1),
            en: en.replacing("%", with: name.en, maxReplacements: 1))
    }
}

// MARK: - Words that many phrases use

extension Words {
    /// That a choice is made or not.
    static func answer(_ flag: Bool) -> Words {
        flag ? Words(ja: "はい", en: "yes") : Words(ja: "いいえ", en: "no")
    }

    /// What is not there.
    static let nothing = Words(ja: "なし", en: "none")
}
