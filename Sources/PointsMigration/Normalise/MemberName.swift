/// A name in the forms that are compared.
///
/// A form that the row does not give is empty.
package struct MemberName: Hashable, Sendable {
    /// The ``NameKey`` of the written name.
    package let written: String

    /// The ``Kana/key(_:)`` of the reading.
    package let kana: String

    /// The key of the given name's reading, where it can be told from the family name's.
    package let givenKana: String

    /// The forms of a name that stands in one or more cells.
    package init(written cells: [String], kana kanaCells: [String]) {
        written = NameKey.key(cells.joined(separator: " "))
        kana = Kana.key(kanaCells.joined(separator: " "))
        let parts = WidthFolding.fold(kanaCells.joined(separator: " ")).unicodeScalars
            .split(whereSeparator: \.isSpace)
        givenKana = parts.count == 2 ? Kana.key(String(parts[1])) : ""
    }
}
