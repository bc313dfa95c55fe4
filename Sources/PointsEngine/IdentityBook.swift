internal import Foundation
internal import PointsCore

/// Makes what channels call a person comparable, and refuses what is not of its kind's form.
struct IdentityBook {
    private let kinds: [String: IdentityKind]
    private let patterns: [String: NSRegularExpression]

    /// A book of the program's kinds.
    init(_ program: Program) {
        kinds = program.identityKinds
        patterns = program.identityKinds.compactMapValues { kind in
            kind.pattern.flatMap { try? NSRegularExpression(pattern: "^(?:\($0))$") }
        }
    }

    /// The value as it is kept and compared.
    ///
    /// - Throws: ``Refusal/identityInvalid(kind:expected:)``
    func normalised(_ claim: IdentityClaim) throws(Refusal) -> IdentityClaim {
        guard let kind = kinds[claim.kind] else {
            let known = kinds.keys.sorted().joined(separator: ", ")
            throw .identityInvalid(kind: claim.kind, expected: "of a kind among \(known)")
        }
        let value = IdentityBook.normalised(claim.value, as: kind.normalisation)
        guard !value.isEmpty, value.utf8.count <= EngineLimits.identityBytesMax else {
            throw .identityInvalid(
                kind: claim.kind, expected: "1 to \(EngineLimits.identityBytesMax) bytes")
        }
        if let pattern = patterns[claim.kind] {
            let whole = NSRange(value.startIndex..., in: value)
            guard pattern.firstMatch(in: value, range: whole) != nil else {
                throw .identityInvalid(
                    kind: claim.kind, expected: "of the form \(kind.pattern ?? "")")
            }
        }
        if let check = kind.check, !IdentityBook.passes(check, Array(value.utf8)) {
            throw .identityInvalid(
                kind: claim.kind, expected: "a number with a right \(check.rawValue) check digit")
        }
        guard kind.issued.isEmpty || kind.issued.contains(where: { $0.contains(value) }) else {
            throw .identityInvalid(kind: claim.kind, expected: "a number that was issued")
        }
        return IdentityClaim(kind: kind.name, value: value, isVerified: claim.isVerified)
    }

    /// Whether a kind's numbers were printed and handed out before anybody joins with them.
    func isIssued(_ kind: String) -> Bool { !(kinds[kind]?.issued.isEmpty ?? true) }

    /// Whether a kind names browsers or devices, not persons.
    func isAnonymous(_ kind: String) -> Bool { kinds[kind]?.isAnonymous ?? false }

    /// A value in the form that its kind of normalisation gives it.
    static func normalised(
        _ value: String, as normalisation: IdentityKind.Normalisation
    ) -> String {
        let isPlain = value.utf8.allSatisfy { (0x21...0x7e).contains($0) }
        let folded =
            isPlain
            ? value
            : value.precomposedStringWithCompatibilityMapping
                .trimmingCharacters(in: .whitespacesAndNewlines)
        switch normalisation {
        case .plain: return folded
        case .email: return folded.lowercased()
        case .phoneJP:
            let digits = String(
                String.UnicodeScalarView(
                    folded.unicodeScalars.filter { ("0"..."9").contains($0) }))
            let isInternational = folded.hasPrefix("+81") || digits.hasPrefix("0081")
            guard isInternational else { return digits }
            let national = digits.dropFirst(folded.hasPrefix("+81") ? 2 : 4)
            return national.hasPrefix("0") ? String(national) : "0" + national
        }
    }

    /// The sum of the digits, weighted from the right, is a multiple of ten.
    private static func passes(_ check: IdentityKind.Check, _ characters: [UInt8]) -> Bool {
        let digits = characters.map { Int($0) - Int(UInt8(ascii: "0")) }
        guard digits.allSatisfy((0...9).contains) else { return false }
        if check == .ean13, digits.count != 13 { return false }
        let sum = digits.reversed().enumerated().reduce(0) { sum, place in
            guard place.offset % 2 == 1 else { return sum + place.element }
            switch check {
            case .ean13: return sum + place.element * 3
            case .luhn: return sum + place.element * 2 / 10 + place.element * 2 % 10
            }
        }
        return sum % 10 == 0
    }
}
