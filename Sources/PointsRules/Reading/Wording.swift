import PointsJSON

/// Sentences that several complaints have in common.
enum Wording {
    /// `floor, half_up or ceil`; a long list is cut short.
    static func oneOf(_ names: [String]) -> String {
        guard let last = names.last, names.count > 1 else { return names.first ?? "none" }
        guard names.count <= RulesLimits.alternativesMax else {
            return names.prefix(RulesLimits.alternativesMax).joined(separator: ", ") + " …"
        }
        return names.dropLast().joined(separator: ", ") + " or " + last
    }

    /// How two names can be the same and yet not.
    static let twin =
        "written in other characters that look the same; write it in one way (Unicode NFC)"

    /// A key that the format does not have: what it may be a slip of, or else what there is.
    static func unknownKey(_ key: String, among keys: [String]) -> String {
        let hint = Spelling.hint(for: key, among: keys)
        return "unknown key \(JSON.string(key).text())"
            + (hint.isEmpty ? ", expected \(oneOf(keys))" : hint)
    }
}
