import PointsCore
import PointsJSON

/// A value in a rule file, and the place where it stands.
///
/// Reading never stops at a mistake: it is noted on the sheet, and the answer is a stand-in that
/// fits the model. A set with a mistake yields no rules, so that no stand-in leaves this target.
struct RuleValue {
    /// The value; `nil` where something is missing or wrong and the sheet says so already.
    let json: JSON?
    let file: String
    let pointer: JSONPointer
    let sheet: ComplaintSheet
}

// MARK: - Complaints

extension RuleValue {
    /// Notes a mistake at this place, unless one was noted before the value was reached.
    func complain(_ problem: String) {
        guard json != nil else { return }
        sheet.note(
            RulesProblem(file: file, pointer: pointer.description, problem: problem))
    }

    /// Notes that the parts of this value do not fit together, unless one of them is wrong by
    /// itself: then a stand-in was looked at.
    func complain(ofWhole problem: String) {
        guard !sheet.hasComplaint(in: file, at: pointer.description) else { return }
        complain(problem)
    }

    /// Notes that something else should stand here.
    func complain(expected: String) {
        complain("found \(found), expected \(expected)")
    }

    /// Notes that this is right by the format, but cannot be carried out yet.
    func complainUnsupported(_ name: String) {
        complain("\"\(name)\" is not supported by this version")
    }

    /// The value as a complaint repeats it.
    private var found: String {
        switch json {
        case .array(let elements)?: elements.isEmpty ? "an empty list" : "a list"
        case .object?: "an object"
        case let value?:
            value.text().unicodeScalars.count <= RulesLimits.foundScalarsMax
                ? value.text() : "a long " + (value.string == nil ? "number" : "string")
        case nil: "nothing"
        }
    }
}

// MARK: - A look ahead

extension RuleValue {
    /// The id of the rule in the file: its path without the ending.
    var ruleID: String { String(file.dropLast(".json".count)) }
    /// The string, if it is one.
    var string: String? { json?.string }
    /// The whole number, if it is one.
    var wholeNumber: Int64? { json?.exactInteger }
    /// Whether it is an object.
    var isObject: Bool { json?.object != nil }
    /// Whether it is an object without members.
    var isEmptyObject: Bool { json?.object?.isEmpty == true }

    /// The value under a key, if there is one, before the keys are looked through.
    func peek(_ key: String) -> RuleValue? {
        json?[key].map { inside($0, at: pointer.appending(key)) }
    }
}

// MARK: - Structure

extension RuleValue {
    /// A value that stands in this one.
    func inside(_ json: JSON?, at pointer: JSONPointer) -> RuleValue {
        RuleValue(json: json, file: file, pointer: pointer, sheet: sheet)
    }

    /// The members; a key that is not known is a mistake, as is one whose turn has not come yet
    /// (`unsupported`) or that stands somewhere else in the format (`elsewhere`: what to say of
    /// it).
    func object(
        _ keys: [String], unsupported: [String] = [], elsewhere: [String: String] = [:]
    ) -> RuleObject {
        guard let object = json?.object else {
            complain(expected: "an object")
            return RuleObject(members: nil, whole: self)
        }
        for member in object.members where !keys.contains(member.key) {
            let place = inside(member.value, at: pointer.appending(member.key))
            if unsupported.contains(member.key) {
                place.complainUnsupported(member.key)
            } else if let problem = elsewhere[member.key] {
                place.complain(problem)
            } else {
                place.complain(Wording.unknownKey(member.key, among: keys))
            }
        }
        return RuleObject(members: object, whole: self)
    }

    /// The members of an object whose keys are names that the writer chooses, in the order of the
    /// names.
    func entries() -> [(name: String, value: RuleValue)] {
        guard let object = json?.object else {
            complain(expected: "an object")
            return []
        }
        var names: Set<String> = []
        return object.members.map { member in
            let place = pointer.appending(member.key)
            let name = inside(.string(member.key), at: place)
            _ = name.name()
            // Equal as characters, for no key stands twice as bytes.
            if !names.insert(member.key).inserted {
                name.complain("there is this name already, " + Wording.twin)
            }
            return (member.key, inside(member.value, at: place))
        }
        .sorted { $0.name.utf8.lexicographicallyPrecedes($1.name.utf8) }
    }

    /// The elements of a list that is not empty.
    func list(max: Int = RulesLimits.listEntriesMax) -> [RuleValue] {
        guard let elements = json?.array, !elements.isEmpty else {
            complain(expected: "a list with at least one entry")
            return []
        }
        guard elements.count <= max else {
            complain("found \(elements.count) entries, expected at most \(max)")
            return []
        }
        return elements.enumerated().map { inside($1, at: pointer.appending($0)) }
    }

    /// The elements of a list, or the one value that stands for a list of one.
    func oneOrMore() -> [RuleValue] {
        if case .array? = json { return list() }
        return json == nil ? [] : [self]
    }
}
