import PointsCore

// MARK: - program.json /identities

extension IdentityKind {
    /// Reads the form of one kind of identity.
    init(name: String, _ value: RuleValue) {
        let object = value.object(["pattern", "check", "normalise", "anonymous", "issued"])
        self.init(
            name: name,
            pattern: object.optional("pattern")?.pattern(),
            check: object.optional("check")?.word(Check.self),
            normalisation: object.optional("normalise")?.word(Normalisation.self) ?? .plain,
            isAnonymous: object.optional("anonymous")?.truth() ?? false,
            issued: object.optional("issued")?.list().map { IssuedRange($0) } ?? [])
    }
}

extension IssuedRange {
    /// Reads the first and the last number of a range.
    fileprivate init(_ value: RuleValue) {
        let object = value.object(["from", "to"])
        let (from, to) = (object.required("from").digits(), object.required("to").digits())
        self.init(from: from, to: to)
        let isRange =
            from.utf8.count == to.utf8.count && !to.utf8.lexicographicallyPrecedes(from.utf8)
        if !from.isEmpty, !to.isEmpty, !isRange {
            value.complain("\"from\" and \"to\" need as many digits, the first not after the last")
        }
    }
}

extension RuleValue {
    fileprivate func digits() -> String {
        let number = text()
        let digits = UInt8(ascii: "0")...UInt8(ascii: "9")
        guard number.utf8.allSatisfy(digits.contains) else {
            complain(expected: "digits")
            return ""
        }
        return number
    }

    fileprivate func pattern() -> String {
        let pattern = text()
        guard !pattern.isEmpty else { return pattern }
        if (try? Regex(pattern)) == nil { complain(expected: "a regular expression") }
        return pattern
    }
}
