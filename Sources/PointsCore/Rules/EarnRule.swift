/// An earning rule: one file under `Rules/earn/`.
package struct EarnRule: GrantingRule, Hashable {
    /// The id, such as `earn/base`.
    package let id: String
    /// The days on which it is in force.
    package let effective: EffectivePeriod
    /// When it applies.
    package let condition: Condition
    /// The lines it looks at.
    package let lines: LineCondition
    /// What it gives.
    package let award: Award
    /// Whether it looks at amounts with tax.
    package let includesTax: Bool
    /// What money paid with points earns.
    package let redeemed: RedeemedBase
    /// At which step fractions are rounded.
    package let stage: RoundingStage
    /// How they are rounded.
    package let rounding: Rounding
    /// The rules that it competes with.
    package let group: String
    /// Which rules of the group count.
    package let pick: Pick
    /// Lower numbers come first where the first counts.
    package let priority: Int64
    /// The class of the points.
    package let pointClass: PointClass
    /// How long they are valid; `nil` as the program says.
    package let validity: Validity?
    /// When they begin to count; `nil` as the channel says.
    package let pending: PendingPolicy?
    /// The most points that it gives, over one or several scopes.
    package let caps: [Cap]

    /// What the yen paid with points earn (`base.redeemed`).
    package enum RedeemedBase: String, Hashable, Sendable, CaseIterable {
        /// Nothing: they are taken off line by line.
        case deduct
        /// As much as money.
        case keep
        /// The points that this rule gives for them are taken off the full price's points.
        case deductAtBaseRate = "deduct_at_base_rate"
    }

    /// Where fractions are rounded (`rounding.stage`).
    package enum RoundingStage: String, Hashable, Sendable, CaseIterable {
        /// For each piece.
        case unit
        /// For each line.
        case line
        /// For each tax rate.
        case taxRate = "tax_rate"
        /// Once for the order.
        case order
    }

    /// Which rules of a group count (`stacking.pick`).
    package enum Pick: String, Hashable, Sendable, CaseIterable {
        /// The one that gives most.
        case best
        /// The one with the lowest priority number.
        case first
        /// All of them.
        case all

        /// What rules of a group are compared by.
        typealias Claim = (points: Int64, priority: Int64)

        /// Whether a rule counts instead of one that came before it; of equal ones the first does.
        func prefers(_ challenger: Claim, to holder: Claim) -> Bool {
            switch self {
            case .best: challenger.points > holder.points
            case .first: challenger.priority < holder.priority
            case .all: false
            }
        }
    }

    /// A rule with all its parts.
    package init(
        id: String, effective: EffectivePeriod, condition: Condition, lines: LineCondition,
        award: Award, includesTax: Bool, redeemed: RedeemedBase, stage: RoundingStage,
        rounding: Rounding, group: String, pick: Pick, priority: Int64, pointClass: PointClass,
        validity: Validity?, pending: PendingPolicy? = nil, caps: [Cap] = []
    ) {
        self.id = id
        self.effective = effective
        self.condition = condition
        self.lines = lines
        self.award = award
        self.includesTax = includesTax
        self.redeemed = redeemed
        self.stage = stage
        self.rounding = rounding
        self.group = group
        self.pick = pick
        self.priority = priority
        self.pointClass = pointClass
        self.validity = validity
        self.pending = pending
        self.caps = caps
    }

    /// The most points for one order; `nil` without a cap.
    package var orderCap: Int64? { caps.first { $0.scope == .order }?.points }
}
