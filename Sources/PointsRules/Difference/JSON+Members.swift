import PointsJSON

extension JSON {
    /// The members of an object that has no other keys.
    ///
    /// A phrase is only made of what it understands as a whole: a key that the format gets later must not be passed over in
    /// silence.
    func members(_ known: [String]) -> JSONObject? {
        guard let object, object.keys.allSatisfy(known.contains) else { return nil }
        return object
    }

    /// The names of a list, or the one that stands for a list of one.
    var names: [String]? {
        if let string { return [string] }
        guard let array, !array.isEmpty else { return nil }
        let names = array.compactMap(\.string)
        return names.count == array.count ? names : nil
    }

    /// The elements of a list, or the one that stands for a list of one.
    var elements: [JSON] { array ?? [self] }

    /// The value for a line about it, cut short if it is long.
    var brief: String {
        let text = text()
        let scalars = text.unicodeScalars
        guard scalars.count > RulesLimits.changedScalarsMax else { return text }
        return String(String.UnicodeScalarView(scalars.prefix(RulesLimits.changedScalarsMax))) + "…"
    }
}
