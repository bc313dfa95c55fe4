internal import Foundation
internal import PointsCore

/// Makes what a person tells about themself comparable, and refuses what cannot be right.
enum ProfileForm {
    /// The value of a field as it is kept.
    ///
    /// - Throws: ``Refusal/invalidParams(pointer:expected:)`` that points to the field, and does not say what stood in it.
    static func kept(
        _ value: String, of field: String, today: CivilDate
    ) throws(Refusal) -> String {
        let text = value.trimmingCharacters(in: .whitespacesAndNewlines)
        let kept: String?
        let expected: String
        switch field {
        case "birthDate":
            expected =
                "a day of the last \(CoreLimits.ageYearsMax) years, such as 1990-04-01"
            kept = CivilDate(text).flatMap { born in
                let first = today.adding(months: -12 * CoreLimits.ageYearsMax)
                return born <= today && born >= first ? text : nil
            }
        case "email":
            expected = "an address such as hanako@example.jp"
            kept = email(text)
        case "phone":
            expected = "a telephone number of 9 to 15 digits"
            kept = phone(text)
        case "postalCode":
            expected = "a postal code such as 220-0012"
            kept = postalCode(text)
        default:
            expected = "text that is not blank"
            kept = text.isEmpty ? nil : text
        }
        guard let kept else {
            throw .invalidParams(pointer: "/profile/\(field)", expected: expected)
        }
        return kept
    }

    /// What a person tells on joining, each field as it is kept; one that cannot be right stays as it came.
    ///
    /// Nobody is turned away at the till for a mistyped number.
    static func kept(_ profile: Profile, today: CivilDate) -> Profile {
        var values = profile.values
        for (field, value) in values {
            values[field] = (try? kept(value, of: field, today: today)) ?? value
        }
        return Profile(values: values)
    }

    private static func email(_ text: String) -> String? {
        let folded = IdentityBook.normalised(text, as: .email)
        let parts = folded.split(separator: "@", omittingEmptySubsequences: false)
        guard parts.count == 2, !parts[0].isEmpty, !parts[1].isEmpty,
            !folded.unicodeScalars.contains(where: { $0.properties.isWhitespace })
        else { return nil }
        return folded
    }

    private static func phone(_ text: String) -> String? {
        let folded = text.precomposedStringWithCompatibilityMapping
        let isKnown = folded.unicodeScalars.allSatisfy { scalar in
            ("0"..."9").contains(scalar) || separators.contains(scalar)
        }
        let digits = IdentityBook.normalised(folded, as: .phoneJP)
        guard isKnown, (9...15).contains(digits.utf8.count) else { return nil }
        let isForeign = folded.hasPrefix("+") && !folded.hasPrefix("+81")
        return isForeign ? "+" + digits : digits
    }

    private static let separators = Set("+-()./ ー−‐‑‒–—―".unicodeScalars)

    private static func postalCode(_ text: String) -> String? {
        let folded = text.precomposedStringWithCompatibilityMapping
        let characters = folded.unicodeScalars.filter { $0 != "〒" && !separators.contains($0) }
        let isPlain = characters.allSatisfy {
            ("0"..."9").contains($0) || ("A"..."Z").contains($0) || ("a"..."z").contains($0)
        }
        let digits = String(String.UnicodeScalarView(characters))
        guard isPlain, (3...10).contains(characters.count) else { return nil }
        let isJapanese = characters.count == 7 && Int(digits) != nil
        return isJapanese ? "\(digits.prefix(3))-\(digits.suffix(4))" : folded
    }
}
