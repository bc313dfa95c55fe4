import PointsCore

// MARK: - program.json /identities

extension IdentityKind {
    /// Reads the form of one kind of identity.
    init(name: String, _ value: RuleValue) {
        let object = value.object(["pattern", "check", "normalise", "anonymous"])
        self.init(
            name: name,
            pattern: object.optional("pattern")?.pattern(),
            check: object.optional("check")?.word(Check.self),
            normalisation: object.optional("normalise")?.word(Normalisation.self) ?? .plain,
            isAnonymous: object.optional("anonymous")?.truth() ?? false)
    }
}

extension RuleValue {
    fileprivate func pattern() -> String {
        let pattern = text()
        guard !pattern.isEmpty else { return pattern }
        if (try? Regex(pattern)) == nil { complain(expected: "a regular expression") }
        return pattern
    }
}
