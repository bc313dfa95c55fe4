internal import Foundation
internal import PointsCore
internal import PointsStore

/// Makes what people say at the shop counter comparable with what is kept about them.
struct SearchBook {
    private let kinds: [String: IdentityKind]

    /// A book of the program's kinds of identity.
    init(_ program: Program) {
        kinds = program.identityKinds
    }

    /// What a member is found by.
    func terms(of identities: [IdentityClaim], _ profile: Profile?) -> Set<SearchTerm> {
        var terms: Set<SearchTerm> = []
        for identity in identities {
            guard let kind = kinds[identity.kind] else { continue }
            if kind.normalisation == .phoneJP {
                terms.insert(SearchTerm(.phone, SearchBook.reversedPhone(identity.value)))
            } else if kind.isNumbered {
                terms.insert(SearchTerm(.card, SearchBook.reversedCard(identity.value)))
            }
        }
        if let phone = profile?.values["phone"] {
            terms.insert(SearchTerm(.phone, SearchBook.reversedPhone(phone)))
        }
        if let family = profile?.values["familyNameKana"] {
            let given = profile?.values["givenNameKana"] ?? ""
            terms.insert(
                SearchTerm(.name, SearchBook.kana(family) + " " + SearchBook.kana(given)))
        }
        return terms.filter { !$0.text.isEmpty && $0.text != " " }
    }

    /// Full-width katakana without spaces and middle dots.
    static func kana(_ text: String) -> String {
        var folded = String.UnicodeScalarView()
        // Foundation's NFKC leaves half-width `ｶﾞ` as two scalars on Linux; its NFC puts them together.
        let wide = text.precomposedStringWithCompatibilityMapping
            .precomposedStringWithCanonicalMapping
        for scalar in wide.uppercased().unicodeScalars
        where !scalar.properties.isWhitespace && scalar != "・" {
            let isHiragana =
                (0x3041...0x3096).contains(scalar.value) || scalar == "ゝ" || scalar == "ゞ"
            folded.append(
                isHiragana ? Unicode.Scalar(scalar.value + 0x60) ?? scalar : scalar)
        }
        return String(folded)
    }

    /// A telephone number's digits, the last one first, so that its end is what a term begins with.
    static func reversedPhone(_ text: String) -> String {
        String(IdentityBook.normalised(text, as: .phoneJP).reversed())
    }

    /// A card's letters and digits, the last one first.
    static func reversedCard(_ text: String) -> String {
        let folded = text.precomposedStringWithCompatibilityMapping
        return String(folded.filter { $0.isLetter || $0.isNumber }.reversed())
    }
}
