/// The same said in Japanese and in English.
package struct Words: Hashable, Sendable {
    /// In Japanese.
    package let ja: String
    /// In English.
    package let en: String

    /// The same in both languages.
    package init(ja: String, en: String) {
        self.ja = ja
        self.en = en
    }

    /// What is written alike in both: a name, a date, a pattern.
    package init(_ text: String) {
        self.init(ja: text, en: text)
    }

    /// The words in a language.
    package func text(in language: Language) -> String { language.pick(ja, en) }
}

// MARK: - Joining

extension Words {
    /// One behind the other.
    package static func + (left: Words, right: Words) -> Words {
        Words(ja: left.ja + right.ja, en: left.en + right.en)
    }

    /// One after another, with something between them.
    package static func joined(_ all: [Words], by separator: Words) -> Words {
        Words(
            ja: all.map(\.ja).joined(separator: separator.ja),
            en: all.map(\.en).joined(separator: separator.en))
    }

    /// All of several: `a, b`.
    package static func list(_ all: [Words]) -> Words {
        joined(all, by: Words(ja: "、", en: ", "))
    }

    /// One of several: `a, b or c`.
    package static func either(_ all: [Words]) -> Words {
        guard let last = all.last, all.count > 1 else { return all.first ?? Words("") }
        return list(all.dropLast()) + Words(ja: "または", en: " or ") + last
    }

    /// In quotes.
    package var quoted: Words { Words(ja: "「\(ja)」", en: "“\(en)”") }

    /// With a name in the place of its `%`.
    package func naming(_ name: Words) -> Words {
        Words(
            ja: ja.replacing("%", with: name.ja, maxReplacements: 1),
            en: en.replacing("%", with: name.en, maxReplacements: 1))
    }
}

// MARK: - Words that many phrases use

extension Words {
    /// That a choice is made or not.
    package static func answer(_ flag: Bool) -> Words {
        flag ? Words(ja: "はい", en: "yes") : Words(ja: "いいえ", en: "no")
    }

    /// What is not there.
    package static let nothing = Words(ja: "なし", en: "none")

    /// From which to which day something is so; always where nothing is told.
    package static func period(from: String?, to: String?) -> Words {
        switch (from, to) {
        case (nil, nil): Words(ja: "常時", en: "always")
        case (let from?, nil): Words(ja: "\(from)から", en: "from \(from)")
        case (nil, let to?): Words(ja: "\(to)まで", en: "to \(to)")
        case (let from?, let to?): Words(ja: "\(from)から\(to)まで", en: "from \(from) to \(to)")
        }
    }
}
