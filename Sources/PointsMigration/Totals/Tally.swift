internal import PointsJSON

/// Rows and their points, what is owed apart from what is held.
package struct Tally: Hashable, Sendable {
    /// The rows.
    package var rows = 0
    /// The sum of the balances above zero.
    package var positive: Int64 = 0
    /// The sum of the balances below zero.
    package var negative: Int64 = 0

    /// Nothing.
    package init() {}

    /// These sums.
    package init(rows: Int, positive: Int64, negative: Int64) {
        self.rows = rows
        self.positive = positive
        self.negative = negative
    }
}

// MARK: - Counting

extension Tally {
    /// Counts a row; a balance that is missing adds nothing.
    ///
    /// A balance is at most ``MigrationLimits/pointsMax``, so nine million rows cannot overflow; an
    /// overflow beyond that stops the program.
    mutating func add(_ points: Int64?) {
        rows += 1
        positive += max(0, points ?? 0)
        negative += min(0, points ?? 0)
    }

    static func += (left: inout Tally, right: Tally) {
        left.rows += right.rows
        left.positive += right.positive
        left.negative += right.negative
    }

    static func - (left: Tally, right: Tally) -> Tally {
        Tally(
            rows: left.rows - right.rows, positive: left.positive - right.positive,
            negative: left.negative - right.negative)
    }

    /// Whether it counts nothing.
    package var isZero: Bool {
        self == Tally()
    }

    func writeMembers(to writer: inout JSONWriter) {
        writer.member("rows", rows)
        writer.member("positive", positive)
        writer.member("negative", negative)
    }
}
