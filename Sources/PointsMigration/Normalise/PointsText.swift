/// Numbers of points as registers and spreadsheets write them.
package enum PointsText {
    private static let units = ["ポイント", "pt", "PT", "Pt", "P", "p", "点"]

    /// Signs that stand before a negative number; bookkeepers use the triangles.
    private static let minusSigns: Set<Unicode.Scalar> = ["-", "\u{2212}", "▲", "△", "\u{2010}"]

    /// Reads a number: `1,234`, ` 980 `, `▲100`, `(100)`, `100-`, full-width, `12.00`, `560pt`.
    ///
    /// An empty cell is missing, not zero.
    package static func reading(of text: String) -> Reading<Int64> {
        var body = WidthFolding.fold(text).unicodeScalars.filter { !$0.isSpace }
        guard !body.isEmpty else { return .missing }
        let isNegative = takeSign(from: &body)
        for unit in units.map(\.unicodeScalars) where body.count > unit.count {
            if body.suffix(unit.count).elementsEqual(unit) {
                body.removeLast(unit.count)
                break
            }
        }
        return magnitude(of: String(body)).map { isNegative ? -$0 : $0 }
    }

    /// Takes a sign in front, behind (as COBOL prints it) or brackets away.
    private static func takeSign(from body: inout String.UnicodeScalarView) -> Bool {
        guard let first = body.first, let last = body.last, body.count > 1 else { return false }
        if first == "(", last == ")" {
            body.removeFirst()
            body.removeLast()
            return true
        }
        if minusSigns.contains(first) {
            body.removeFirst()
            return true
        }
        if minusSigns.contains(last) {
            body.removeLast()
            return true
        }
        if first == "+" { body.removeFirst() }
        return false
    }

    private static func magnitude(of text: String) -> Reading<Int64> {
        guard text.utf8.allSatisfy(isNumeric), text.utf8.contains(where: isDigit) else {
            return .invalid(.format)
        }
        if text.utf8.contains(where: { $0 | 0x20 == UInt8(ascii: "e") }) {
            return .invalid(.exponent)
        }
        let parts = text.split(separator: ".", omittingEmptySubsequences: false)
        guard parts.count <= 2, let whole = parts.first, !whole.isEmpty else {
            return .invalid(.format)
        }
        if parts.count == 2 {
            guard !parts[1].isEmpty, parts[1].utf8.allSatisfy(isDigit) else {
                return .invalid(.format)
            }
            guard parts[1].utf8.allSatisfy({ $0 == UInt8(ascii: "0") }) else {
                return .invalid(.fraction)
            }
        }
        let groups = whole.split(separator: ",", omittingEmptySubsequences: false)
        let isGrouped = groups.dropFirst().allSatisfy { $0.utf8.count == 3 }
        guard groups.count == 1 || (isGrouped && (1...3).contains(groups[0].utf8.count)) else {
            return .invalid(.grouping)
        }
        guard groups.allSatisfy({ $0.utf8.allSatisfy(isDigit) }) else { return .invalid(.format) }
        guard let number = Int64(groups.joined()), number <= MigrationLimits.pointsMax else {
            return .invalid(.overflow)
        }
        return .value(number)
    }

    private static func isDigit(_ byte: UInt8) -> Bool {
        (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
    }

    /// A digit or what `1,234.5E+03` has besides.
    private static func isNumeric(_ byte: UInt8) -> Bool {
        isDigit(byte) || ",.eE+".utf8.contains(byte)
    }
}
