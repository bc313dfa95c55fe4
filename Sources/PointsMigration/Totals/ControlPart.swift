internal import PointsCore

/// A part of a source's points that must come out alike by itself: of one class, with last days in one month.
package struct ControlPart: Hashable, Comparable, Sendable {
    /// The class.
    package let pointClass: String
    /// `2027-03`; `none` for points without a last day, `debt` for what is owed.
    package let month: String

    /// By class, then month.
    package static func < (left: ControlPart, right: ControlPart) -> Bool {
        (left.pointClass, left.month) < (right.pointClass, right.month)
    }
}

// MARK: - Parts of rows and bookings

extension ControlPart {
    static func debt(_ pointClass: String) -> ControlPart {
        ControlPart(pointClass: pointClass, month: "debt")
    }

    static func points(_ pointClass: String, until day: CivilDate?) -> ControlPart {
        ControlPart(
            pointClass: pointClass, month: day.map { String($0.description.prefix(7)) } ?? "none")
    }

    init(of row: PlannedRow) {
        self =
            (row.points ?? 0) < 0
            ? .debt(row.pointClass) : .points(row.pointClass, until: row.expiresOn)
    }
}
