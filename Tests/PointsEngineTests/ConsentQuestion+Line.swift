import PointsCore

extension ConsentQuestion {
    /// The question in one line.
    var line: String { "\(topic.purpose) \(topic.company) \(version) \(reason.rawValue)" }
}
