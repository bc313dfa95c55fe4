internal import PointsCore

/// The sums over rows that must come out alike in the file and in the books, to the point.
package struct ControlTotals: Hashable, Sendable {
    /// All rows.
    package private(set) var rows = 0
    /// Rows with a balance below zero.
    package private(set) var negativeRows = 0
    /// Rows with a balance of zero.
    package private(set) var zeroRows = 0
    /// Rows without a balance that can be read.
    package private(set) var missingRows = 0
    /// Rows of members who have left.
    package private(set) var withdrawnRows = 0
    /// The sum of the balances above zero.
    package private(set) var positive: Int64 = 0
    /// The sum of the balances below zero.
    package private(set) var negative: Int64 = 0
    /// The sum of the balances that expire in each month, `2027-03`; `none` for those without a
    /// date.
    ///
    /// Months whose sum is zero are there too.
    package private(set) var byExpiryMonth: [String: Int64] = [:]

    /// No rows.
    package init() {}
}

// MARK: - Counting

extension ControlTotals {
    /// The sum of all balances.
    package var sum: Int64 {
        positive + negative
    }

    /// Counts a row.
    ///
    /// A balance is at most ``MigrationLimits/pointsMax``, so nine million rows cannot overflow; an
    /// overflow beyond that stops the program.
    package mutating func add(_ record: NormalisedRecord) {
        rows += 1
        if record.isWithdrawn { withdrawnRows += 1 }
        guard let points = record.points else {
            missingRows += 1
            return
        }
        if points < 0 {
            negativeRows += 1
            negative += points
        } else {
            if points == 0 { zeroRows += 1 }
            positive += points
        }
        byExpiryMonth[Self.month(of: record.pointsExpireOn), default: 0] += points
    }

    private static func month(of date: CivilDate?) -> String {
        date.map { String($0.description.prefix(7)) } ?? "none"
    }
}
