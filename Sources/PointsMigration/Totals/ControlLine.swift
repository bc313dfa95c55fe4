/// A line of a control sheet: where points go, and for those that do not move why.
package struct ControlLine: Hashable, Comparable, Sendable {
    /// Where they go.
    package let outcome: PointsOutcome
    /// The reason of a review or rejection; empty for the others.
    package let reason: String

    /// A line.
    package init(_ outcome: PointsOutcome, reason: String = "") {
        self.outcome = outcome
        self.reason = reason
    }

    /// In the order of the outcomes' declaration.
    package static func < (left: ControlLine, right: ControlLine) -> Bool {
        (left.place, left.reason) < (right.place, right.reason)
    }

    private var place: Int {
        PointsOutcome.allCases.firstIndex(of: outcome) ?? 0
    }
}
