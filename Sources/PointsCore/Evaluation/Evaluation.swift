/// What a basket or an activity earns under a set of rules.
package struct Evaluation: Hashable, Sendable {
    /// What each rule that applied gave, in the order of the rules' ids.
    package let awards: [RuleAward]
    /// The same points by class, validity and waiting, in the order in which rules first name them.
    package let portions: [Portion]

    /// What a sale earns that may not earn.
    static let nothing = Evaluation(awards: [], portions: [])

    /// Points of one class and validity that begin to count together.
    package struct Portion: Hashable, Sendable {
        /// The class.
        package let pointClass: PointClass
        /// How long they are valid.
        package let validity: Validity
        /// When they begin to count; `nil` as the channel says.
        package let pending: PendingPolicy?
        /// How many, zero or more.
        package var points: Int64

        /// Points on those terms.
        package init(
            pointClass: PointClass, validity: Validity, pending: PendingPolicy? = nil,
            points: Int64
        ) {
            self.pointClass = pointClass
            self.validity = validity
            self.pending = pending
            self.points = points
        }
    }

    /// All points.
    package var points: Int64 { portions.reduce(0) { $0 + $1.points } }

    /// Awards with their portions.
    init(awards: [RuleAward], portions: [Portion]) {
        self.awards = awards
        self.portions = portions
    }

    /// What rules gave for a sale, or an activity, on a day, in the order of their ids.
    ///
    /// Validities of a class that end on the same day for this sale are one, the first. Where more is taken off than was given,
    /// only what was given is.
    init(
        _ given: [(place: Int, award: RuleAward)], of rules: [some GrantingRule],
        on day: CivilDate, in program: Program
    ) {
        var portions: [Portion] = []
        var places: [Int] = []
        for (rule, award) in given {
            let place = Evaluation.place(of: rules[rule], among: &portions, on: day, in: program)
            portions[place].points += award.points
            places.append(place)
        }
        var awards = given.map(\.award)
        for (award, place) in places.enumerated()
        where portions[place].points < 0 && awards[award].points < 0 {
            let lift = min(-portions[place].points, -awards[award].points)
            awards[award].points += lift
            portions[place].points += lift
        }
        self.init(awards: awards, portions: portions)
    }

    private static func place(
        of rule: some GrantingRule, among portions: inout [Portion], on day: CivilDate,
        in program: Program
    ) -> Int {
        let validity = rule.validity ?? program.validity
        let known = portions.firstIndex { portion in
            guard portion.pointClass == rule.pointClass, portion.pending == rule.pending else {
                return false
            }
            return portion.validity.isLike(validity, forSaleOn: day)
        }
        if let known { return known }
        portions.append(
            Portion(
                pointClass: rule.pointClass, validity: validity, pending: rule.pending, points: 0))
        return portions.count - 1
    }
}
