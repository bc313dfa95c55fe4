internal import PointsCore

/// The sums of one source: what its files hold, and where all of it went.
package struct ControlSheet: Hashable, Sendable {
    /// The source, as the mapping calls it.
    package let name: String
    /// What the files hold.
    package private(set) var file = Tally()
    /// How many rows have each fate.
    package private(set) var fates: [PlannedFate: Int] = [:]
    /// Where the rows and points went.
    package private(set) var lines: [ControlLine: Tally] = [:]
    /// The sums of each part: in the file, and of all lines together.
    package private(set) var parts: [ControlPart: PartSums] = [:]

    /// What a part holds and what is known of it.
    package struct PartSums: Hashable, Sendable {
        /// The sum of the balances in the files.
        package var file: Int64 = 0
        /// Of these, what was moved.
        package var moved: Int64 = 0
        /// Of these, what stays behind for a reason.
        package var stays: Int64 = 0

        /// What cannot be explained.
        package var residue: Int64 {
            file - moved - stays
        }
    }

    /// Nothing of a source.
    package init(name: String) {
        self.name = name
    }
}

// MARK: - Counting

extension ControlSheet {
    /// Counts a row.
    ///
    /// - Parameters:
    ///   - row: The row.
    ///   - booking: What is booked for it; nil if nothing is, although it may be planned.
    mutating func add(_ row: PlannedRow, booking: Booking?) {
        let part = ControlPart(of: row)
        file.add(row.points)
        parts[part, default: PartSums()].file += row.points ?? 0
        fates[row.fate, default: 0] += 1
        switch row.outcome {
        case .moved:
            guard let booking else { return }
            lines[ControlLine(.moved), default: Tally()] += Tally(
                rows: 1, positive: booking.points, negative: -booking.debt)
            for lot in booking.lots {
                let part = ControlPart.points(
                    lot.terms.pointClass.name, until: lot.terms.expiresOn)
                parts[part, default: PartSums()].moved += lot.points
            }
            guard booking.debt > 0 else { return }
            parts[.debt(row.pointClass), default: PartSums()].moved -= booking.debt
        case .review, .rejected:
            lines[ControlLine(row.outcome, reason: row.reason), default: Tally()].add(row.points)
            parts[part]?.stays += row.points ?? 0
        case .none, .expired, .copied, .importedBefore:
            lines[ControlLine(row.outcome), default: Tally()].add(row.points)
            parts[part]?.stays += row.points ?? 0
        }
    }

    /// What the lines do not explain: nothing, if all is well.
    package var residue: Tally {
        var explained = Tally()
        for line in lines.values { explained += line }
        return file - explained
    }

    /// Whether everything is explained, in sum and in every part.
    package var isEqual: Bool {
        residue.isZero && parts.values.allSatisfy { $0.residue == 0 }
    }

    /// The sum of a line.
    package func tally(_ outcome: PointsOutcome, reason: String = "") -> Tally {
        lines[ControlLine(outcome, reason: reason)] ?? Tally()
    }
}
