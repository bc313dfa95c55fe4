package import PointsCore

/// A worked example in `tiers.json`: what somebody buys, and the rank that they have on a day.
package struct TierExample: Hashable, Sendable {
    /// Its place in the file's list, from zero.
    package let index: Int
    /// What it shows.
    package let name: String
    /// What is bought, in the order in which it is written down.
    package let purchases: [Purchase]
    /// The day that is looked at, to its end.
    package let day: CivilDate
    /// What must come out.
    package let expected: Expectation

    /// Something that is bought, and may come back whole.
    package struct Purchase: Hashable, Sendable {
        /// The business day.
        package let day: CivilDate
        /// The channel; `nil` for one that counts.
        package let channel: String?
        /// What it counts.
        package let amount: Int64
        /// The business day on which it comes back.
        package let returnedOn: CivilDate?
    }

    /// What is said of the rank; what is `nil` is not looked at.
    package struct Expectation: Hashable, Sendable {
        /// The rank's id.
        package let tier: String
        /// What is missing for the next.
        package let toNext: Int64?
        /// What counts.
        package let basis: Int64?
        /// The last day before the review.
        package let keptThrough: CivilDate?
    }
}

// MARK: - Place

extension TierExample {
    /// The file in which ranks and their examples stand.
    static let file = "tiers.json"

    /// Its place within the file (RFC 6901).
    package var pointer: String { "/examples/\(index)" }
}
