/// The form in which spellings of one address meet.
package enum AddressKey {
    private static let numerals: [Unicode.Scalar: Int] = [
        "〇": 0, "一": 1, "二": 2, "三": 3, "四": 4, "五": 5, "六": 6, "七": 7, "八": 8, "九": 9,
    ]

    /// What follows a number; the first that fits is taken.
    private static let units = ["丁目", "番地の", "番地", "番", "号"].map { Array($0.unicodeScalars) }

    private static let dashes = Set("-ー−‐―─の".unicodeScalars)

    /// The key of an address: `東京都渋谷区神宮前1-2-3` for `東京都渋谷区神宮前一丁目2番3号`.
    package static func key(_ text: String) -> String {
        let scalars = WidthFolding.fold(text).unicodeScalars.filter { !$0.isSpace }
        var rest = Array(scalars)[...]
        var key: [Unicode.Scalar] = []
        while let scalar = rest.first {
            if let taken = numberBeforeBlock(rest) {
                key.append(contentsOf: String(taken.number).unicodeScalars)
                rest = rest.dropFirst(taken.length)
                rest = rest.dropFirst(takeUnits(rest, into: &key))
                continue
            }
            rest = rest.dropFirst()
            switch scalar {
            case "ヶ", "ヵ": key.append(scalar == "ヶ" ? "ケ" : "カ")
            case "字" where key.last.map("町村市区郡大".unicodeScalars.contains) == true:
                if key.last == "大" { key.removeLast() }
            case _ where isDash(scalar, before: rest.first) && isDigit(key.last):
                key.append("-")
            case _ where isDigit(scalar):
                key.append(scalar)
                rest = rest.dropFirst(takeUnits(rest, into: &key))
            default: key.append(scalar)
            }
        }
        return String(String.UnicodeScalarView(key))
    }

    /// A kanji number that counts a 丁目; the 六 of 六本木 is none.
    private static func numberBeforeBlock(
        _ rest: ArraySlice<Unicode.Scalar>
    ) -> (number: Int, length: Int)? {
        let run = rest.prefix { numerals[$0] != nil || $0 == "十" }
        guard !run.isEmpty, rest.dropFirst(run.count).starts(with: "丁目".unicodeScalars) else {
            return nil
        }
        guard let ten = run.firstIndex(of: "十") else {
            return (run.reduce(0) { $0 * 10 + (numerals[$1] ?? 0) }, run.count)
        }
        let tens = run[..<ten].reduce(0) { $0 * 10 + (numerals[$1] ?? 0) }
        let ones = run[(ten + 1)...].reduce(0) { $0 * 10 + (numerals[$1] ?? 0) }
        return (max(tens, 1) * 10 + ones, run.count)
    }

    /// Takes 丁目, 番地の, 番, 号 after a number: a hyphen if another number follows.
    private static func takeUnits(
        _ rest: ArraySlice<Unicode.Scalar>, into key: inout [Unicode.Scalar]
    ) -> Int {
        for unit in units where rest.starts(with: unit) {
            if isDigit(rest.dropFirst(unit.count).first) { key.append("-") }
            return unit.count
        }
        return 0
    }

    private static func isDash(_ scalar: Unicode.Scalar, before next: Unicode.Scalar?) -> Bool {
        dashes.contains(scalar) && isDigit(next)
    }

    private static func isDigit(_ scalar: Unicode.Scalar?) -> Bool {
        scalar.map { ("0"..."9").contains($0) } ?? false
    }
}
