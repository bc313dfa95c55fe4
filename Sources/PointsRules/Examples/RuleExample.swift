package import PointsCore

/// A worked example in a rule's file: a sale, and what must come out of it.
package struct RuleExample: Hashable, Sendable {
    /// The rule in whose file it stands.
    package let rule: String
    /// Its place in the file's list, from zero.
    package let index: Int
    /// What it shows.
    package let name: String
    /// The channel of the sale.
    package let channel: String
    /// The store, if told.
    package let store: String?
    /// The terminal, if told.
    package let terminal: String?
    /// How it is paid, if told.
    package let paymentMethod: String?
    /// Who buys.
    package let buyer: Buyer
    /// Points that rules have given before, counted by each of their caps.
    package let given: [String: Int64]
    /// When it happens; noon of an ordinary Wednesday on which the rule is in force, if not told.
    package let occurredAt: Instant
    /// What is bought.
    package let basket: Basket
    /// Points that pay for part of it.
    package let redeem: Int64
    /// What is looked at.
    package let measure: Measure
    /// What must come out.
    package let expected: Int64

    /// Who buys in an example.
    package struct Buyer: Hashable, Sendable {
        /// The rank, if told.
        package let tier: String?
        /// The day of joining; a year before the sale, if not told.
        package let joinedOn: CivilDate?
        /// The date of birth, if told.
        package let birthDate: CivilDate?
        /// Whether no purchase before it stands.
        package let isFirstPurchase: Bool
        /// Segments that they are in.
        package let segments: Set<String>
    }

    /// What an example looks at.
    package enum Measure: String, Hashable, Sendable, CaseIterable {
        /// The points that the whole set of rules gives for the sale.
        case points
        /// The most points that may pay for the basket.
        case redeemable
    }
}

// MARK: - Place

extension RuleExample {
    /// The file that it stands in.
    package var file: String { rule + ".json" }
    /// Its place within the file (RFC 6901).
    package var pointer: String { "/examples/\(index)" }
}
