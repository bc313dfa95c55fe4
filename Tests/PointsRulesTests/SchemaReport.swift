/// What a schema says of a value, and what it knows of its parts.
struct SchemaReport: Sendable {
    /// What is wrong, each with its place.
    var problems: [String] = []
    /// Keys that objects may have which may have no others, by the places of the objects.
    var keys: [String: Set<String>] = [:]
    /// Keys that objects must have.
    var required: [String: Set<String>] = [:]
    /// Places where one of a few values stands.
    var choices: Set<String> = []
    /// The least and the greatest number at a place.
    var bounds: [String: ClosedRange<Int64>] = [:]
    /// Members that schemas describe and the value has, by their places in the schemas.
    var used: Set<String> = []

    /// Whether nothing is wrong.
    var isGood: Bool { problems.isEmpty }

    /// Takes over what another look at the same value found.
    mutating func add(_ other: SchemaReport) {
        problems += other.problems
        keys.merge(other.keys) { $0.union($1) }
        required.merge(other.required) { $0.union($1) }
        choices.formUnion(other.choices)
        bounds.merge(other.bounds) { $1.clamped(to: $0) }
        used.formUnion(other.used)
    }
}
