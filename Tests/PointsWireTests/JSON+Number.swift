import PointsJSON

extension JSON {
    /// A number as it is written.
    static func number(_ digits: String) -> JSON {
        (try? JSON(parsing: digits)) ?? .null
    }
}
