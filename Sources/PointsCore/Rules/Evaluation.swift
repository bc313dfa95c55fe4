/// What a basket earns under a set of rules.
package struct Evaluation: Hashable, Sendable {
    /// What each rule that applied gave, in the order of the rules' ids.
    package let awards: [RuleAward]
    /// The same points by class and validity, in the order in which rules first name them.
    package let portions: [Portion]

    /// What a sale earns that may not earn.
    static let nothing = Evaluation(awards: [], portions: [])

    /// Points of one class and validity.
    package struct Portion: Hashable, Sendable {
        /// The class.
        package let pointClass: PointClass
        /// How long they are valid.
        package let validity: Validity
        /// How many, zero or more.
        package var points: Int64
    }

    /// All points.
    package var points: Int64 { portions.reduce(0) { $0 + $1.points } }
}
