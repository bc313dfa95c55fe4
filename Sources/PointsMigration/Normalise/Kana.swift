/// The reading of a name.
package enum Kana {
    private static let small = Dictionary(
        uniqueKeysWithValues: zip(
            "ァィゥェォッャュョヮヵヶ".unicodeScalars, "アイウエオツヤユヨワカケ".unicodeScalars))

    /// Kana that sound like another.
    private static let alike = Dictionary(
        uniqueKeysWithValues: zip("ヂヅヲヰヱ".unicodeScalars, "ジズオイエ".unicodeScalars))

    /// ヴァ and its like are spoken, and in older systems written, バ.
    private static let afterVu: [Unicode.Scalar: Unicode.Scalar] = [
        "ァ": "バ", "ィ": "ビ", "ェ": "ベ", "ォ": "ボ",
    ]

    /// The vowel that each kana ends in.
    private static let vowels: [Unicode.Scalar: Unicode.Scalar] = {
        let rows: [(vowel: Unicode.Scalar, kana: String)] = [
            ("ア", "アカサタナハマヤラワガザダバパ"), ("イ", "イキシチニヒミリギジビピ"),
            ("ウ", "ウクスツヌフムユルグズブプ"), ("エ", "エケセテネヘメレゲゼデベペ"),
            ("オ", "オコソトノホモヨロゴゾドボポ"),
        ]
        return rows.reduce(into: [:]) { vowels, row in
            for kana in row.kana.unicodeScalars { vowels[kana] = row.vowel }
        }
    }()
}

// MARK: - Forms

extension Kana {
    /// Full-width katakana without spaces and middle dots.
    package static func fullWidth(_ text: String) -> String {
        var folded = String.UnicodeScalarView()
        for scalar in WidthFolding.fold(text).unicodeScalars
        where !scalar.isSpace && scalar != "・" {
            let isHiragana =
                (0x3041...0x3096).contains(scalar.value) || scalar == "ゝ" || scalar == "ゞ"
            folded.append(
                isHiragana ? Unicode.Scalar(scalar.value + 0x60) ?? scalar : scalar)
        }
        return String(folded)
    }

    /// The form in which spellings of one reading meet: no small kana, long vowels written out, ヂヅヲ
    /// as ジズオ.
    ///
    /// Older registers have neither small kana nor the long vowel mark.
    package static func key(_ text: String) -> String {
        var key: [Unicode.Scalar] = []
        var isAfterVu = false
        for scalar in fullWidth(text).unicodeScalars {
            if isAfterVu {
                isAfterVu = false
                key.append(afterVu[scalar] ?? "ブ")
                if afterVu[scalar] != nil { continue }
            }
            if scalar == "ヴ" {
                isAfterVu = true
                continue
            }
            let large = small[scalar] ?? scalar
            key.append(lengthened(alike[large] ?? large, after: key.last))
        }
        if isAfterVu { key.append("ブ") }
        var text = ""
        text.unicodeScalars.append(contentsOf: key)
        return text
    }

    /// A long vowel mark as the vowel it lengthens, and ウ as the オ it is spoken after one.
    private static func lengthened(
        _ scalar: Unicode.Scalar, after previous: Unicode.Scalar?
    ) -> Unicode.Scalar {
        guard let vowel = previous.flatMap({ vowels[$0] }) else { return scalar }
        return switch scalar {
        case "ー", "-": vowel
        case "ウ" where vowel == "オ": "オ"
        default: scalar
        }
    }
}
