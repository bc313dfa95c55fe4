import PointsJSON

extension JSON {
    /// The value as complaints about rules repeat it.
    var asFound: String {
        switch self {
        case .array(let elements): elements.isEmpty ? "an empty list" : "a list"
        case .object: "an object"
        default: text()
        }
    }
}
