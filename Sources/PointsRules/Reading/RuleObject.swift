import PointsJSON

/// The members of an object in a rule file, after its keys were looked through.
struct RuleObject {
    /// `nil` where no object stands and the sheet says so already.
    let members: JSONObject?
    /// The object as a value.
    let whole: RuleValue

    /// The value under a key that must be there.
    func required(_ key: String) -> RuleValue {
        if let value = optional(key) { return value }
        if members != nil { whole.complain("\"\(key)\" is missing") }
        return whole.inside(nil, at: whole.pointer.appending(key))
    }

    /// The value under a key that may be left out.
    func optional(_ key: String) -> RuleValue? {
        members?[key].map { whole.inside($0, at: whole.pointer.appending(key)) }
    }
}
