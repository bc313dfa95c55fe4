internal import Foundation

/// One width for every character: Latin letters and digits narrow, kana wide, as NFKC has it.
///
/// Foundation's NFKC leaves half-width `ｶﾞ` as two scalars on Linux; so the kana are put together
/// here, and Foundation is asked only about text that holds anything rarer.
enum WidthFolding {
    /// U+FF66 to U+FF9D in order.
    private static let wideKana = Array(
        """
        ヲァィゥェォャュョッーアイウエオカキクケコサシスセソタチツテトナニヌネノ\
        ハヒフヘホマミムメモヤユヨラリルレロワン
        """.unicodeScalars)

    /// What U+FF61 to U+FF65 are in full width.
    private static let widePunctuation = Array("。「」、・".unicodeScalars)

    /// Kana that take a voiced mark, and what they become.
    private static let voiced = pairs(
        "ウカキクケコサシスセソタチツテトハヒフヘホヽうかきくけこさしすせそたちつてとはひふへほゝ",
        "ヴガギグゲゴザジズゼゾダヂヅデドバビブベボヾゔがぎぐげござじずぜぞだぢづでどばびぶべぼゞ")

    /// Kana that take a half-voiced mark, and what they become.
    private static let halfVoiced = pairs("ハヒフヘホはひふへほ", "パピプペポぱぴぷぺぽ")
}

// MARK: - Folding

extension WidthFolding {
    /// The text in one width, its kana composed.
    static func fold(_ text: String) -> String {
        guard text.utf8.contains(where: { $0 >= 0x80 }) else { return text }
        let composed = compose(text)
        guard composed.unicodeScalars.contains(where: isRare) else { return composed }
        // Compatibility forms may unfold into half-width kana and marks once more.
        return compose(composed.precomposedStringWithCompatibilityMapping)
    }

    private static func compose(_ text: String) -> String {
        var scalars: [Unicode.Scalar] = []
        scalars.reserveCapacity(text.utf8.count)
        for scalar in text.unicodeScalars {
            switch scalar.value {
            case 0x3099, 0xff9e, 0x309b:
                mark(&scalars, with: scalar, voiced)
            case 0x309a, 0xff9f, 0x309c:
                mark(&scalars, with: scalar, halfVoiced)
            default:
                scalars.append(widened(scalar))
            }
        }
        var folded = ""
        folded.unicodeScalars.append(contentsOf: scalars)
        return folded
    }

    private static func mark(
        _ scalars: inout [Unicode.Scalar], with mark: Unicode.Scalar,
        _ marked: [Unicode.Scalar: Unicode.Scalar]
    ) {
        if let last = scalars.last, let composed = marked[last] {
            scalars[scalars.count - 1] = composed
        } else {
            scalars.append(mark)
        }
    }

    private static func widened(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
        switch scalar.value {
        case 0x3000: " "
        case 0xff01...0xff5e: Unicode.Scalar(scalar.value - 0xff01 + 0x21) ?? scalar
        case 0xff61...0xff65: widePunctuation[Int(scalar.value) - 0xff61]
        case 0xff66...0xff9d: wideKana[Int(scalar.value) - 0xff66]
        default: scalar
        }
    }

    /// Whether NFKC might still change a character: all but ASCII, kana and the unified kanji.
    private static func isRare(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0x00...0x7f, 0x3001...0x309a, 0x30a1...0x30fe, 0x4e00...0x9fff: false
        default: true
        }
    }

    private static func pairs(
        _ from: String, _ onto: String
    ) -> [Unicode.Scalar: Unicode.Scalar] {
        Dictionary(uniqueKeysWithValues: zip(from.unicodeScalars, onto.unicodeScalars))
    }
}

// MARK: - Trimming

extension WidthFolding {
    /// The text in one width, without the space around it.
    static func trimmed(_ text: String) -> String {
        var scalars = Substring(fold(text)).unicodeScalars
        while scalars.first?.isSpace == true { scalars.removeFirst() }
        while scalars.last?.isSpace == true { scalars.removeLast() }
        return String(scalars)
    }
}
