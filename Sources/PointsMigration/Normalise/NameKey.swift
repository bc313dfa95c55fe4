internal import Foundation

/// The form in which spellings of one written name meet.
///
/// It folds more than identity allows, 斎藤 and 斉藤 for one; so it never decides alone.
package enum NameKey {
    private static let companyForms = ["株式会社": "(株)", "有限会社": "(有)", "合同会社": "(同)"]

    /// The key of a name.
    package static func key(_ text: String) -> String {
        var key: [Unicode.Scalar] = []
        for scalar in WidthFolding.fold(text).uppercased().unicodeScalars
        where !scalar.isSpace && scalar != "・" {
            if scalar == "々", let last = key.last {
                key.append(last)
            } else {
                key.append(VariantKanji.standard[scalar] ?? scalar)
            }
        }
        var name = ""
        name.unicodeScalars.append(contentsOf: key)
        // Every form ends so, and few names do.
        guard key.contains("社") else { return name }
        for (form, short) in companyForms where name.contains(form) {
            name = name.replacingOccurrences(of: form, with: short)
        }
        return name
    }
}
