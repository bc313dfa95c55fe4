/// Something for the members of a segment: one file under `Rules/offers/`.
package struct Offer: Hashable, Sendable {
    /// The id, such as `offers/come-back`, which is also the name under which its claims are counted.
    package let id: String
    /// Whom it is for, by the segment's id.
    package let segment: String
    /// The days on which it is there.
    package let effective: EffectivePeriod
    /// What it gives.
    package let gift: Gift
    /// In which channels it is shown; `nil` in all.
    package let channels: Set<String>?

    /// What an offer gives.
    package enum Gift: Hashable, Sendable {
        /// Points that members claim.
        case grant(Grant)
        /// What a rule gives by itself, by the rule's id: the offer only says so.
        case rule(String)
    }

    /// Points that members claim.
    package struct Grant: GrantingRule, Hashable {
        /// The id of the offer.
        package let id: String
        /// The days on which it may be claimed.
        package let effective: EffectivePeriod
        /// What each claim gives.
        package let points: Int64
        /// The class of the points.
        package let pointClass: PointClass
        /// How long they are valid; `nil` as the program says.
        package let validity: Validity?
        /// How often one member may claim them.
        package let claimsPerMember: Int64
        /// The points that all members get together; `nil` without a budget.
        package let budget: Int64?

        /// Points with their bounds.
        package init(
            id: String, effective: EffectivePeriod, points: Int64,
            pointClass: PointClass = .standard, validity: Validity? = nil,
            claimsPerMember: Int64 = 1, budget: Int64? = nil
        ) {
            self.id = id
            self.effective = effective
            self.points = points
            self.pointClass = pointClass
            self.validity = validity
            self.claimsPerMember = claimsPerMember
            self.budget = budget
        }

        /// Nothing is shipped: the points count at once.
        package var pending: PendingPolicy? { nil }
        /// None in points: its claims are counted, and its budget is never cut.
        package var caps: [Cap] { [] }
    }

    /// An offer with all its parts.
    package init(
        id: String, segment: String, effective: EffectivePeriod, gift: Gift,
        channels: Set<String>? = nil
    ) {
        self.id = id
        self.segment = segment
        self.effective = effective
        self.gift = gift
        self.channels = channels
    }

    /// The points to claim; `nil` if a rule gives them.
    package var grant: Grant? {
        if case .grant(let grant) = gift { grant } else { nil }
    }

    /// Whether it is shown in a channel; in one that nobody told, it is.
    package func isShown(in channel: String?) -> Bool {
        guard let channels, let channel else { return true }
        return channels.contains(channel)
    }
}

// MARK: - Counting

extension Offer.Grant {
    /// How often a member may still claim them, by what was claimed so far.
    package func claimsLeft(after counts: CapCounts) -> Int64 {
        max(0, claimsPerMember - (counts.counts.first { $0.rule == id }?.points ?? 0))
    }

    /// Whether the budget has room for another claim; what is left below that is given to nobody.
    package func hasRoom(in budgets: CapBudgets) -> Bool {
        budget.map { budgets.points(of: id) + points <= $0 } ?? true
    }

    /// What a claim on a day adds to what is counted: one to the member's claims, the points to the budget.
    func uses(on day: CivilDate) -> [CapUse] {
        let claim = CapUse(rule: id, scopes: [.member], day: day, points: 1, room: nil)
        let cost = CapUse(rule: id, scopes: [.campaign], day: day, points: points, room: nil)
        return [claim, cost]
    }

    /// What a claim gives, as rules say it.
    var award: RuleAward {
        RuleAward(
            rule: id, points: points, base: 0, exact: Fraction(Int128(points)), rounding: .floor,
            rounded: points)
    }
}
