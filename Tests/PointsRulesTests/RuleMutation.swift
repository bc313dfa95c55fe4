import PointsJSON

/// A change that makes a good rule file wrong.
struct RuleMutation: Sendable {
    /// What kind of change.
    let kind: String
    /// The place: something must be said of it or of what it holds.
    let place: JSONPointer
    /// What the file holds then.
    let content: JSON
    /// What a complaint about it says: these words or those.
    let words: [String]

    /// Every way in which one of the values of a file, at one place of each form, is made wrong; forms that are known
    /// were changed before and are passed over.
    static func all(
        of file: String, holding content: JSON, knowing report: SchemaReport,
        except known: inout Set<String>
    ) -> [RuleMutation] {
        var mutations: [RuleMutation] = []
        for (path, value) in content.places {
            let form = form(of: path, value, in: file, knowing: report)
            guard known.insert(form).inserted else { continue }
            let place = JSONPointer(path)
            func add(
                _ kind: String, at spot: JSONPointer? = nil, _ other: JSON,
                saying words: [String]? = nil
            ) {
                let changed = content.changed(at: path) { _ in other } ?? other
                mutations.append(
                    RuleMutation(
                        kind: kind, place: spot ?? place, content: changed,
                        words: words ?? RuleMutation.words(for: other)))
            }
            add("null", .null)
            switch value {
            case .object(let object):
                let isClosed = report.keys[place.description] != nil
                let required = report.required[place.description] ?? []
                for change in changes(
                    of: object, at: place, isClosed: isClosed, required: required)
                { add(change.kind, at: change.spot, change.other, saying: change.words) }
            case .array:
                add("empty list", .array([]))
                add("object for list", .object(JSONObject()))
                add("list in list", .array([value]), saying: ["found \(value.asFound)"])
            case .string:
                add("empty text", "")
                add("object for text", ["x": 1])
                add("truth for text", true)
                add("lists in list", .array([.array([value])]))
                if report.choices.contains(place.description) {
                    add("unknown word", "no such word")
                }
            case .integer, .decimal:
                add("text for number", "x")
                add("lists in list", .array([.array([value])]))
                for number: Int64 in [-900_000_000_000_000_000, 900_000_000_000_000_000] {
                    add("number out of range", .integer(number))
                }
                if let half = JSONDecimal("1.5") { add("fraction", .decimal(half)) }
            case .bool(let truth):
                add("text for truth", .string("\(truth)"))
                add("number for truth", truth ? 1 : 0)
            case .null: break
            }
        }
        return mutations
    }

    /// What makes a place in rule files another than those that were changed before: the folder, the keys on the way, the type of what stands
    /// there, and which keys may stand there or beside it.
    private static func form(
        of path: [JSONStep], _ value: JSON, in file: String, knowing report: SchemaReport
    ) -> String {
        let steps = path.map { step in if case .key(let key) = step { key } else { "*" } }
        let keys = [path.dropLast(), path[...]].map {
            report.keys[JSONPointer($0).description]?.sorted().joined(separator: ",") ?? ""
        }
        let folder = file.split(separator: "/")[0]
        return "\(folder) \(steps.joined(separator: "/")) \(value.kindName) \(keys)"
    }

    /// That the value was found, or, of an object where there may be one, what it lacks.
    private static func words(for value: JSON) -> [String] {
        ["found \(value.asFound)"] + (value.object == nil ? [] : [#""from" is missing"#])
    }

    /// What is said instead of a key that is missing, as there are others to choose from.
    private static let alternatives = [
        "days": #""months" is missing"#, "until": #""style" is missing"#,
        "class": "need a class of their own",
    ]

    private typealias Change = (
        kind: String, spot: JSONPointer, other: JSON, words: [String]?
    )

    private static func changes(
        of object: JSONObject, at place: JSONPointer, isClosed: Bool, required: Set<String>
    ) -> [Change] {
        var changes: [Change] = [
            ("list for object", place, .array([]), nil), ("text for object", place, "x", nil),
            (
                "object in object", place, ["nested": .object(object)],
                isClosed ? [#"unknown key "nested""#] : ["unknown key", "is missing", "found "]
            ),
        ]
        for member in object.members {
            var other = object
            other[member.key] = nil
            if required.contains(member.key) {
                changes.append(
                    (
                        "missing key", place, .object(other),
                        [#""\#(member.key)" is missing"#]
                            + (alternatives[member.key].map { [$0] } ?? [])
                    ))
            }
            guard isClosed else { continue }
            var misspelt = other
            misspelt[member.key + "x"] = member.value
            changes.append(
                (
                    "misspelt key", place.appending(member.key + "x"), .object(misspelt),
                    [#"unknown key "\#(member.key)x""#]
                ))
            guard let inner = member.value.object?.members.first, object[inner.key] == nil else {
                continue
            }
            var lifted = object
            lifted[member.key] = member.value.changed(at: [.key(inner.key)]) { _ in nil }
            lifted[inner.key] = inner.value
            changes.append(
                (
                    "member too far out", place, .object(lifted),
                    [#""\#(inner.key)""#, "found no condition"]
                ))
        }
        return changes
    }
}

// MARK: - At the bounds

extension RuleMutation {
    /// The least and the greatest number at each place, and those beyond; right or wrong is for others to say.
    static func bounds(
        of file: String, holding content: JSON, knowing report: SchemaReport,
        except known: inout Set<String>
    ) -> [RuleMutation] {
        content.places.flatMap { path, value -> [RuleMutation] in
            let place = JSONPointer(path)
            guard value.exactInteger != nil, let bounds = report.bounds[place.description],
                known.insert(form(of: path, value, in: file, knowing: report)).inserted
            else { return [] }
            return [
                bounds.lowerBound - 1, bounds.lowerBound, bounds.upperBound, bounds.upperBound + 1,
            ].map { number in
                RuleMutation(
                    kind: "\(number)", place: place,
                    content: content.changed(at: path) { _ in .integer(number) } ?? content,
                    words: ["found \(number)"])
            }
        }
    }
}
